using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Planning;

/// <summary>One instrument, ready to be simulated.</summary>
/// <param name="Known">
/// For each date the part of the logarithm of its value that no path changes: growth (risk-free rate and premiums, less half the variance
/// so far), less exposures times what prices know of the factors by then.
/// </param>
/// <param name="FactorIndices">Factors it is exposed to.</param>
/// <param name="Exposures">Exposure to each of them.</param>
/// <param name="OwnDeviation">For each step the standard deviation with which its own normal moves it; empty when it has no own
/// risk.</param>
/// <param name="OwnShocks">The stream of its own normals.</param>
/// <param name="Own">The process of its own risk; null where that is normal, or where it has none.</param>
/// <param name="Company">Index of the private company it is; -1 for all others.</param>
internal sealed record InstrumentPlan(
    double[] Known,
    int[] FactorIndices,
    double[] Exposures,
    double[] OwnDeviation,
    RandomStream OwnShocks,
    OwnPlan? Own,
    int Company
);
