using MathNet.Numerics.Distributions;

namespace RiskEngine.Calibration.Backtesting.Coverage;

/// <summary>Tests of whether breaches of value at risk come as often as they should, and one independently of the other.</summary>
/// <remarks>Where a count is zero its term in a likelihood is one (0 ln 0 = 0), so no empty cell stops a test.</remarks>
public static class CoverageTests
{
    /// <summary>
    /// Binomial: the number of breaches in standard deviations from what is expected, with the exact two-sided probability (the smaller
    /// tail, doubled).
    /// </summary>
    /// <param name="breaches">How many there were, 0 to <paramref name="days"/>.</param>
    /// <param name="days">How many forecasts, 1 or more.</param>
    /// <param name="p">The probability of one, such as 0.01.</param>
    public static CoverageTest Binomial(int breaches, int days, double p)
    {
        Check(breaches, days, p);
        var law = new Binomial(p, days);
        var below = law.CumulativeDistribution(breaches);
        var above = breaches == 0 ? 1 : 1 - law.CumulativeDistribution(breaches - 1);
        return new CoverageTest((breaches - (days * p)) / Math.Sqrt(days * p * (1 - p)), Math.Min(1, 2 * Math.Min(below, above)));
    }

    /// <summary>
    /// Kupiec's proportion of failures: LR = 2 ln [(1 - x/N)^(N-x) (x/N)^x / ((1 - p)^(N-x) p^x)], chi-square with one degree of freedom
    /// (Kupiec 1995).
    /// </summary>
    /// <param name="breaches">x, 0 to <paramref name="days"/>.</param>
    /// <param name="days">N, 1 or more.</param>
    /// <param name="p">The probability of one, such as 0.01.</param>
    public static CoverageTest KupiecPof(int breaches, int days, double p)
    {
        Check(breaches, days, p);
        var rate = (double)breaches / days;
        return LikelihoodRatio(
            Times(days - breaches, 1 - rate) + Times(breaches, rate) - Times(days - breaches, 1 - p) - Times(breaches, p),
            1
        );
    }

    /// <summary>
    /// Kupiec's time until first failure: LR = 2 ln [(1/v) (1 - 1/v)^(v-1) / (p (1 - p)^(v-1))], chi-square with one degree of freedom
    /// (Kupiec 1995).
    /// </summary>
    /// <param name="first">v, the day of the first breach, from 1; null when there was none, and so no test.</param>
    /// <param name="p">The probability of a breach.</param>
    public static CoverageTest KupiecTuff(int? first, double p)
    {
        Check(0, 1, p);
        if (first is not { } v)
            return CoverageTest.None;
        ArgumentOutOfRangeException.ThrowIfLessThan(v, 1, nameof(first));
        var rate = 1.0 / v;
        return LikelihoodRatio(Times(1, rate) + Times(v - 1, 1 - rate) - Times(1, p) - Times(v - 1, 1 - p), 1);
    }

    /// <summary>
    /// Christoffersen's independence: whether a breach is as likely after a breach as after none; chi-square with one degree of freedom
    /// (Christoffersen 1998).
    /// </summary>
    public static CoverageTest Independence(Transitions n)
    {
        var (after0, after1) = (n.N00 + n.N01, n.N10 + n.N11);
        var (rate, rate0, rate1) = (Share(n.N01 + n.N11, after0 + after1), Share(n.N01, after0), Share(n.N11, after1));
        var apart = Times(n.N00, 1 - rate0) + Times(n.N01, rate0) + Times(n.N10, 1 - rate1) + Times(n.N11, rate1);
        var together = Times(n.N00 + n.N10, 1 - rate) + Times(n.N01 + n.N11, rate);
        return LikelihoodRatio(apart - together, 1);
    }

    /// <summary>
    /// Christoffersen's conditional coverage: the proportion of failures and independence together, chi-square with two degrees of freedom.
    /// </summary>
    public static CoverageTest ConditionalCoverage(CoverageTest proportion, CoverageTest independence)
    {
        var statistic = proportion.Statistic + independence.Statistic;
        return double.IsNaN(statistic) ? CoverageTest.None : LikelihoodRatio(statistic / 2, 2);
    }

    private static CoverageTest LikelihoodRatio(double logRatio, int degreesOfFreedom)
    {
        var statistic = Math.Max(0, 2 * logRatio);
        return new CoverageTest(statistic, 1 - ChiSquared.CDF(degreesOfFreedom, statistic));
    }

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;

    private static double Times(int count, double probability) => count == 0 ? 0 : count * Math.Log(probability);

    private static void Check(int breaches, int days, double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        if (breaches < 0 || breaches > days)
            throw new ArgumentOutOfRangeException(nameof(breaches), breaches, $"Expected 0 to {days} breaches.");
        if (p is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(p), p, "Expected a probability strictly between 0 and 1.");
    }
}
