using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// How an effect on volatility or correlation changes every instrument's variance, so that half of the change can be taken out of its drift
/// and the effect moves no expected value. With A the yearly variance from exposures to the effect's factors, B their covariance with the
/// other exposures and S the sum of exposure times deviation: volatilities times s add (s^2 - 1) A + 2 (s - 1) B; a correlation effect a
/// adds a (S^2 - A) + 2 (sqrt(1 - a) - 1) B. What several effects do to each other while they overlap is left out.
/// </summary>
/// <param name="Within">A, or S^2 - A for a correlation effect, by instrument.</param>
/// <param name="Across">B, by instrument.</param>
internal sealed record ConvexityPlan(double[] Within, double[] Across)
{
    /// <summary>The plan of one effect, from variances over one regular step; null when it is one on levels.</summary>
    public static ConvexityPlan? Of(EventEffect effect, Model model, Variances variances, double periodYears)
    {
        if (effect.Channel == EffectChannel.Level)
            return null;
        var (within, across) = (new double[model.Instruments.Count], new double[model.Instruments.Count]);
        for (var i = 0; i < within.Length; i++)
        {
            var exposures = model.ExposuresOf(model.Instruments[i]);
            Exposure[] hit = [.. exposures.Where(e => effect.Factors.Contains(e.Factor))];
            Exposure[] others = [.. exposures.Except(hit)];
            var variance = variances.Between(hit, hit, 1) / periodYears;
            across[i] = variances.Between(hit, others, 1) / periodYears;
            within[i] =
                effect.Channel == EffectChannel.Volatility
                    ? variance
                    : Square(hit.Sum(e => Deviation(e, variances, periodYears))) - variance;
        }

        return new ConvexityPlan(within, across);
    }

    private static double Deviation(Exposure exposure, Variances variances, double years)
    {
        Exposure[] one = [exposure with { Size = 1 }];
        return exposure.Size * Math.Sqrt(variances.Between(one, one, 1) / years);
    }

    private static double Square(double x) => x * x;
}
