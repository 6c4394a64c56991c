using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.Attribution;

/// <summary>Euler contributions to value at risk and expected shortfall; losses are positive.</summary>
/// <remarks>
/// Both are homogeneous of degree one. The contribution to VaR is the part's expected loss where the whole loses its VaR, the one to ES
/// its expected loss over the tail (Tasche 1999, 2009; Gourieroux, Laurent and Scaillet 2000; Hallerbach 2003).
/// </remarks>
public static class EulerTail
{
    /// <summary>
    /// Splits VaR by the local linear regression of each part on the whole around the quantile, over a tenth of the tail on either side.
    /// The errors count the scatter in the window and the quantile's own error.
    /// </summary>
    /// <param name="columns">The parts.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    public static RiskSplit OfValueAtRisk(PartColumns columns, double level)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var window = new TailWindow(columns, level);
        var quantileError = window.QuantileError;
        return new RiskSplit(
            0 - window.Quantile,
            [
                .. Enumerable
                    .Range(0, columns.Parts.Count)
                    .Select(i =>
                    {
                        var (value, slope, error) = window.At(i);
                        return Estimate.Normal(0 - value, Math.Sqrt((error * error) + (slope * slope * quantileError * quantileError)));
                    }),
            ]
        );
    }

    /// <summary>
    /// Splits ES by each part's mean loss over the tail, the last path counted in part. Errors from the influence values
    /// (m_i - X_i) 1[X in tail] / (1 - level), m_i the part at the quantile (Manistre and Hancock 2005 for the whole).
    /// </summary>
    /// <param name="columns">The parts.</param>
    /// <param name="level">The confidence level, strictly between 0 and 1.</param>
    public static RiskSplit OfExpectedShortfall(PartColumns columns, double level)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var window = new TailWindow(columns, level);
        var probabilities = columns.Probabilities(columns.Ascending.AsSpan(0, window.Rank + 1));
        var estimates = new Estimate[columns.Parts.Count];
        var total = 0.0;
        for (var i = 0; i < estimates.Length; i++)
        {
            estimates[i] = Part(columns, window, probabilities, i);
            total += estimates[i].Value;
        }

        return new RiskSplit(total, estimates);
    }

    private static Estimate Part(PartColumns columns, TailWindow window, ReadOnlySpan<double> probabilities, int part)
    {
        var (column, alpha, atQuantile) = (columns.Parts[part], window.Probability, window.At(part).Value);
        var paths = columns.Ascending.AsSpan(0, window.Rank + 1);
        var (cumulated, sum, moved, squares) = (0.0, 0.0, 0.0, 0.0);
        for (var r = 0; r < paths.Length; r++)
        {
            var (p, x) = (probabilities[r], column[paths[r]]);
            var counted = r == window.Rank ? Math.Max(0, alpha - cumulated) : p; // the last path only as far as the tail reaches
            cumulated += p;
            sum += counted * x;
            var influence = (atQuantile - x) / alpha;
            moved += counted * influence;
            squares += p * p * influence * influence;
        }

        var variance = Math.Max(0, squares - (moved * moved / columns.SampleSize));
        var value = 0 - (sum / alpha);
        return columns.SampleSize * alpha >= 2 * (1 - 1e-12) ? Estimate.Normal(value, Math.Sqrt(variance)) : Estimate.WithoutError(value);
    }
}
