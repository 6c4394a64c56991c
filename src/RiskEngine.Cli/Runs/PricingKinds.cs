using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet;
using RiskEngine.Simulation.Pricing;

namespace RiskEngine.Cli.Runs;

/// <summary>The kinds of priced instruments that the program knows: the engine's own and QLNet's.</summary>
internal static class PricingKinds
{
    /// <summary>All of them, by name.</summary>
    public static PricingCatalogue All { get; } = new(BuiltInPricing.All.Concat(QLNetKinds.All));
}
