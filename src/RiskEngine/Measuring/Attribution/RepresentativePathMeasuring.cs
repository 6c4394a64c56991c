using RiskEngine.Abstractions.Factors;
using RiskEngine.Analysis.ReverseStress;
using RiskEngine.Results;

namespace RiskEngine.Measuring.Attribution;

/// <summary>
/// The representative path of the tail as a dated timeline: the medoid of the tail paths, chosen among those that were kept over time.
/// </summary>
internal static class RepresentativePathMeasuring
{
    private const int MostFactors = 3;
    private const double StandsOut = 1;

    // Standard deviation of what a factor does to the logarithm of the value, from which on it is worth telling.
    private const double Matters = 0.01;

    /// <summary>The path; null where none of the tail paths was kept over time.</summary>
    /// <param name="columns">The base case.</param>
    /// <param name="tail">The tail paths.</param>
    /// <param name="occurrences">What can happen that touches the portfolio.</param>
    /// <param name="contributions">What each factor does to the logarithm of the value by the horizon: paths are near where these
    /// are.</param>
    public static RepresentativePath? Of(
        BaseColumns columns,
        TailPaths tail,
        IReadOnlyList<Occurrence> occurrences,
        IReadOnlyList<float[]> contributions
    )
    {
        var kept = Math.Min(columns.Paths, columns.Outcomes.FanPaths);
        int[] candidates = [.. tail.Paths.Where(k => k < kept)];
        if (candidates.Length == 0 || !columns.Outcomes.PortfolioFans.AreKept)
            return null;

        // What occurs on more than half of the tail paths occurs on the one that stands for them, where there is such a one.
        var usual = occurrences
            .Select(h => columns.Occurred(h, tail.Horizon))
            .Where(occurred => 2 * CountOf(occurred, tail.Paths) > tail.Count)
            .ToArray();
        int[] sharing = [.. candidates.Where(k => Array.TrueForAll(usual, occurred => occurred[k]))];
        var path = TypicalPath.Of(contributions, tail.Paths, sharing.Length > 0 ? sharing : candidates);

        var matters = contributions.Select(c => Math.Sqrt(MeanSquare(c)) > Matters).ToArray();
        var last = columns.HorizonDates[tail.Horizon.Value];
        var dates = columns
            .Outcomes.FanDates.Where(d => d <= last)
            .Append(last)
            .Concat(occurrences.Select(h => columns.Date(h, path)).Where(d => d > 0 && d <= last))
            .Distinct()
            .Order();
        return new RepresentativePath(path, [.. dates.Select(date => Entry(columns, tail, occurrences, matters, path, date))]);
    }

    private static int CountOf(bool[] occurred, int[] paths)
    {
        var count = 0;
        foreach (var path in paths)
            count += occurred[path] ? 1 : 0;
        return count;
    }

    private static double MeanSquare(float[] column)
    {
        var sum = 0.0;
        foreach (var x in column)
            sum += (double)x * x;
        return sum / column.Length;
    }

    private static PathEntry Entry(
        BaseColumns columns,
        TailPaths tail,
        IReadOnlyList<Occurrence> occurrences,
        bool[] matters,
        int path,
        int date
    ) =>
        new(
            columns.Planner.Grid.Dates[date],
            columns.Outcomes.PortfolioFans[tail.Portfolio, tail.Variant, date][path],
            [.. occurrences.Where(h => date > 0 && columns.Date(h, path) == date).Select(h => new PathOccurrence(h.Kind, h.Name))],
            Factors(columns, matters, path, date)
        );

    private static PathFactorMove[] Factors(BaseColumns columns, bool[] matters, int path, int date)
    {
        var at = columns.Outcomes.FanDates.ToList().IndexOf(date);
        if (at <= 0)
            return [];
        return
        [
            .. columns
                .Model.Factors.Select((factor, f) => (Told: Factor(columns, factor, f, at, path), f))
                .Where(f => matters[f.f] && Math.Abs(f.Told.Deviations) >= StandsOut)
                .Select(f => f.Told)
                .OrderByDescending(f => Math.Abs(f.Deviations))
                .Take(MostFactors),
        ];
    }

    private static PathFactorMove Factor(BaseColumns columns, RiskFactor factor, int f, int at, int path)
    {
        var values = columns.Outcomes.FactorFans[f, at];
        var isLog = columns.IsLog(f);
        double Scale(float value) => isLog ? Math.Log(Math.Max(value, float.Epsilon)) : value;
        var mean = values.Average(Scale);
        var deviation = Math.Sqrt(values.Average(v => (Scale(v) - mean) * (Scale(v) - mean)));
        return new PathFactorMove(factor, values[path], deviation > 1e-12 ? (Scale(values[path]) - mean) / deviation : 0);
    }
}
