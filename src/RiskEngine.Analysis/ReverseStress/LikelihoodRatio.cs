using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Probabilities;

namespace RiskEngine.Analysis.ReverseStress;

/// <summary>How much more often something happens on some paths (the bad ones) than on the others.</summary>
/// <param name="Among">Its probability on those paths.</param>
/// <param name="Elsewhere">Its probability on the others.</param>
/// <param name="Ratio">The first divided by the second; 1 means that it tells nothing. Its 95% interval is that of the logarithm (Katz et
/// al. 1978).</param>
public sealed record LikelihoodRatio(Estimate Among, Estimate Elsewhere, Estimate Ratio)
{
    /// <summary>Counts.</summary>
    /// <param name="happened">On which paths it happened.</param>
    /// <param name="chosen">The paths that are compared with the others, in the same order; some and not all.</param>
    /// <exception cref="ArgumentException">Different lengths, or all paths on one side.</exception>
    public static LikelihoodRatio Of(ReadOnlySpan<bool> happened, ReadOnlySpan<bool> chosen)
    {
        if (happened.Length != chosen.Length)
            throw new ArgumentException($"Expected {happened.Length} paths, found {chosen.Length}.", nameof(chosen));
        var (among, all, both) = (chosen.Count(true), happened.Count(true), 0);
        for (var k = 0; k < chosen.Length; k++)
        {
            if (happened[k] && chosen[k])
                both++;
        }

        var others = chosen.Length - among;
        if (among == 0 || others == 0)
            throw new ArgumentException($"Expected paths on both sides, found {among} chosen of {chosen.Length}.", nameof(chosen));
        return new LikelihoodRatio(Proportion.Of(both, among), Proportion.Of(all - both, others), RatioOf(both, among, all - both, others));
    }

    /// <summary>
    /// Half a case is added to each count where one is zero, so that the logarithm exists (Haldane 1956); with none at all there is no
    /// ratio.
    /// </summary>
    private static Estimate RatioOf(double a, double n, double b, double m)
    {
        if (a == 0 && b == 0)
            return Estimate.NotAvailable;
        if (a == 0 || b == 0)
            (a, n, b, m) = (a + 0.5, n + 0.5, b + 0.5, m + 0.5);
        var ratio = a / n / (b / m);
        var error = Math.Sqrt(Math.Max(0, (1 / a) - (1 / n) + (1 / b) - (1 / m)));
        var spread = Math.Exp(Estimate.IntervalHalfWidth * error);
        return Estimate.FromInterval(ratio, ratio / spread, ratio * spread);
    }
}
