using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet.Pricing;

namespace RiskEngine.QLNet;

/// <summary>The kinds of priced instruments that QLNet prices: the one list to add a new kind to.</summary>
public static class QLNetKinds
{
    /// <summary>All of them; any number of threads prices them at once.</summary>
    public static IReadOnlyList<PricingKind> All { get; } = [new CalendarBond(), new KnockOption(), new FundedSwap(), new AmericanOption()];
}
