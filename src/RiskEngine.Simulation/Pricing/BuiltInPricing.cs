using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Simulation.Pricing;

/// <summary>The kinds of priced instruments that come with the engine: the one list to add a new kind to.</summary>
public static class BuiltInPricing
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PricingKind> All { get; } =
    [new CouponBond(), new EuropeanOption(), new ExchangeOption(), new ForeignHolding()];
}
