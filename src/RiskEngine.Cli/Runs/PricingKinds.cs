using RiskEngine.Abstractions.Pricing;
using RiskEngine.Simulation.Pricing;

namespace RiskEngine.Cli.Runs;

/// <summary>The kinds of priced instruments that this program was built with.</summary>
internal static class PricingKinds
{
    /// <summary>All of them, by name.</summary>
    public static PricingCatalogue All { get; } = new(BuiltInPricing.All);
}
