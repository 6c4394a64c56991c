using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.QLNet.Pricing;

/// <summary>What a factor must be for QLNet instruments to be discounted off it.</summary>
internal static class CurveTerms
{
    /// <summary>The term that names it.</summary>
    public static TermSpec Spec { get; } =
        new(
            "curve",
            TermType.Factor,
            new(
                "The short rate whose curve discounts it: of kind hull-white, ornstein-uhlenbeck, cox-ingersoll-ross or fixed.",
                "用于贴现的短期利率因子：hull-white、ornstein-uhlenbeck、cox-ingersoll-ross 或 fixed。"
            )
        );

    /// <summary>A sentence for each problem.</summary>
    public static IEnumerable<string> Check(Id<RiskFactor> id, PricingSetting setting)
    {
        var factor = setting.Factor(id);
        if (setting.Bonds(id) is null)
        {
            return
            [
                $"expected a curve that is a short rate with bond prices in closed form (such as hull-white), found '{id}' of kind "
                    + $"'{factor.Kind}'",
            ];
        }

        return factor
            .Parameters.Where(p => p.Key is not ("start" or "value") && p.Value.StandardDeviation > 0)
            .Select(p => $"expected a curve whose parameters are plain numbers, found a distribution as '{p.Key}' of '{id}'");
    }
}
