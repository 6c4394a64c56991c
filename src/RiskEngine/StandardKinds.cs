using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Simulation.Processes;

namespace RiskEngine;

/// <summary>The kinds that every scenario may use, without code of its own.</summary>
public static class StandardKinds
{
    /// <summary>The built-in kinds of risk factors.</summary>
    public static FactorCatalogue Factors { get; } = new(BuiltInKinds.All);

    /// <summary>The kinds of priced instruments: the engine's own and QLNet's.</summary>
    public static PricingCatalogue Pricing { get; } = new(BuiltInPricing.All.Concat(QLNetKinds.All));
}
