using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Outcomes;

/// <summary>Which columns of one portfolio's variant at one horizon a simulation keeps.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">The variant.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Columns">The columns.</param>
public readonly record struct KeptColumns(PortfolioIndex Portfolio, VariantIndex Variant, HorizonIndex Horizon, OutcomeColumns Columns);
