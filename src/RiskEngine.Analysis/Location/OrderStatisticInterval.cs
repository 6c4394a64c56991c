using MathNet.Numerics;

namespace RiskEngine.Analysis.Location;

/// <summary>
/// The ranks of the two order statistics that enclose a quantile with 95% confidence, from the exact binomial distribution.
/// </summary>
/// <remarks>
/// With B the number of outcomes below the quantile, binomial (n, p): the lower rank l is the largest with P(B &lt; l) &lt;= 2.5%, the
/// upper rank u the smallest with P(B >= u) &lt;= 2.5% (David and Nagaraja 2003, equation 7.1.1).
/// </remarks>
internal static class OrderStatisticInterval
{
    private const double TailProbability = 0.025;

    /// <summary>The ranks, counted from 1; 0 or n + 1 where the sample holds no such order statistic.</summary>
    internal static (int Lower, int Upper) RanksFor(int n, double p) => (LowerRank(n, p), n + 1 - LowerRank(n, 1 - p));

    private static int LowerRank(int n, double p)
    {
        // Sum the mass function upwards from where nothing is below: 9 standard deviations, or 0.
        var k = (int)Math.Max(0, Math.Floor((n * p) - (9 * Math.Sqrt(n * p * (1 - p))) - 9));
        var mass = Math.Exp(SpecialFunctions.BinomialLn(n, k) + (k * Math.Log(p)) + ((n - k) * SpecialFunctions.Log1p(-p)));
        var odds = p / (1 - p);
        var cumulated = mass;
        while (cumulated <= TailProbability) // here P(B <= k) <= 2.5%, so rank k + 1 is still low enough
        {
            mass *= (n - k) * odds / (k + 1);
            k++;
            cumulated += mass;
        }

        return k;
    }
}
