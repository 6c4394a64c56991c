using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Simulation.Pricing;

/// <summary>What a factor must be to serve as a curve.</summary>
internal static class ShortRate
{
    /// <summary>A sentence for each problem.</summary>
    public static IEnumerable<string> Check(Id<RiskFactor> id, PricingSetting setting)
    {
        var factor = setting.Factor(id);
        if (setting.Kinds.KindOf(factor).Scale != FactorScale.Level || setting.Bonds(id) is null)
        {
            yield return $"expected a curve that is a short rate with bond prices in closed form (such as hull-white), found '{id}' of "
                + $"kind '{factor.Kind}'";
            yield break;
        }

        // Today's price is one number, so that what it is worked out from cannot differ from path to path.
        foreach (var (name, parameter) in factor.Parameters.Where(p => p.Key is not ("start" or "value") && p.Value.StandardDeviation > 0))
        {
            yield return $"expected a curve whose parameters are plain numbers, found a distribution as '{name}' of '{id}' (mean "
                + $"{parameter.Mean:0.######})";
        }
    }
}
