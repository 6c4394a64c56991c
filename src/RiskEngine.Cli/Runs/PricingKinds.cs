using RiskEngine.Abstractions.Pricing;
using RiskEngine.Simulation.Pricing;

namespace RiskEngine.Cli.Runs;

/// <summary>
/// The kinds of priced instruments that this program was built with: the built-in ones, and QLNet's where that part was switched on.
/// </summary>
internal static class PricingKinds
{
    /// <summary>All of them, by name.</summary>
    public static PricingCatalogue All { get; } =
#if QLNET
        new(BuiltInPricing.All.Concat(QLNet.QLNetKinds.All));
#else
        new(BuiltInPricing.All);
#endif
}
