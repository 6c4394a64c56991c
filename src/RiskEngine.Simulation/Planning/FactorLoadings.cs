using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// The loadings of factors' processes by date and step: each is asked for once for every pair that a factor is in, and may cost an
/// exponential. They are kept while all of them together are small, and worked out anew otherwise.
/// </summary>
/// <param name="processes">The factors' processes.</param>
/// <param name="steps">Number of steps.</param>
internal sealed class FactorLoadings(IReadOnlyList<FactorProcess> processes, int steps)
{
    private const long MostKept = 4_000_000; // 32 MB

    private readonly Lazy<double[]>[]? kept =
        processes.Count * Triangle(steps) <= MostKept ? [.. processes.Select(p => new Lazy<double[]>(() => All(p, steps)))] : null;

    /// <summary>The loadings of a factor at a date on the normals of all steps before it.</summary>
    /// <param name="factor">The factor's index.</param>
    /// <param name="date">The date's index, 1 or more.</param>
    /// <param name="spare">Room for as many numbers as the date's index says, which the result may use.</param>
    public ReadOnlySpan<double> Of(int factor, int date, Span<double> spare)
    {
        if (kept is not null)
            return kept[factor].Value.AsSpan((int)Triangle(date - 1), date);
        Fill(processes[factor], date, spare);
        return spare;
    }

    /// <summary>The dates' loadings one after another: one for the first date, two for the second.</summary>
    private static double[] All(FactorProcess process, int steps)
    {
        var all = new double[Triangle(steps)];
        for (var date = 1; date <= steps; date++)
            Fill(process, date, all.AsSpan((int)Triangle(date - 1), date));
        return all;
    }

    private static void Fill(FactorProcess process, int date, Span<double> loadings)
    {
        for (var step = 0; step < date; step++)
            loadings[step] = process.Loading(step, date);
    }

    private static long Triangle(int n) => n * (n + 1L) / 2;
}
