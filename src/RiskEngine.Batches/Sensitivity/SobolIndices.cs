using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Sensitivity;

/// <summary>
/// First-order and total Sobol indices from the values at a Saltelli design. First order: V_i = mean(f_B (f_ABi - f_A)) (Saltelli et al.
/// 2010, table 2, b); total: mean((f_A - f_ABi)^2) / 2 (Jansen 1999, equation 28; table 2, f); both by the variance of A and B together.
/// Values are centred before, which lessens the error of the first. Rows with a value that is none are left out.
/// </summary>
public static class SobolIndices
{
    /// <summary>The indices of every number, each with a 95% interval by the percentile bootstrap over rows (Archer et al.
    /// 1997).</summary>
    /// <param name="a">Values at A.</param>
    /// <param name="b">Values at B.</param>
    /// <param name="ab">By number, the values at A with B's column.</param>
    /// <param name="resamples">Bootstrap samples.</param>
    /// <param name="seed">Seed of the bootstrap.</param>
    public static IReadOnlyList<(IndexEstimate First, IndexEstimate Total)> Of(
        double[] a,
        double[] b,
        IReadOnlyList<double[]> ab,
        int resamples,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        ArgumentNullException.ThrowIfNull(ab);
        if (a.Length != b.Length || ab.Any(x => x.Length != a.Length))
            throw new ArgumentException($"Expected as many values in each part, found {a.Length} in A and {b.Length} in B.", nameof(b));
        int[] rows =
        [
            .. Enumerable
                .Range(0, a.Length)
                .Where(r => double.IsFinite(a[r]) && double.IsFinite(b[r]) && ab.All(x => double.IsFinite(x[r]))),
        ];
        var mean = rows.Sum(r => a[r] + b[r]) / (2.0 * rows.Length);
        var bootstrap = new Bootstrap(rows.Length, resamples, seed);
        return
        [
            .. ab.Select(x =>
                (
                    bootstrap.Estimate(sample => First(a, b, x, mean, rows, sample)),
                    bootstrap.Estimate(sample => Total(a, b, x, mean, rows, sample))
                )
            ),
        ];
    }

    private static double First(double[] a, double[] b, double[] ab, double mean, int[] rows, int[] sample)
    {
        var sum = 0.0;
        foreach (var at in sample)
            sum += (b[rows[at]] - mean) * (ab[rows[at]] - a[rows[at]]);
        return Part(sum / sample.Length, Variance(a, b, mean, rows, sample));
    }

    private static double Total(double[] a, double[] b, double[] ab, double mean, int[] rows, int[] sample)
    {
        var sum = 0.0;
        foreach (var at in sample)
            sum += (a[rows[at]] - ab[rows[at]]) * (a[rows[at]] - ab[rows[at]]);
        return Part(sum / (2 * sample.Length), Variance(a, b, mean, rows, sample));
    }

    private static double Variance(double[] a, double[] b, double mean, int[] rows, int[] sample)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var at in sample)
        {
            var (x, y) = (a[rows[at]] - mean, b[rows[at]] - mean);
            sum += x + y;
            squares += (x * x) + (y * y);
        }

        var count = 2.0 * sample.Length;
        return (squares / count) - (sum / count * (sum / count));
    }

    /// <summary>Of a figure that does not vary nothing explains a part.</summary>
    private static double Part(double explained, double variance) => variance > 0 ? explained / variance : 0;
}
