using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Planning;

/// <summary>One instrument, ready to be simulated.</summary>
/// <param name="Drift">For each step the log growth that is no surprise: risk-free rate and premiums, less half the variance that the step adds.</param>
/// <param name="FactorIndices">Factors it is exposed to.</param>
/// <param name="Exposures">Exposure to each of them.</param>
/// <param name="OwnDeviation">For each step the standard deviation of its own risk; empty when it has none.</param>
/// <param name="OwnShocks">The stream of its own normals.</param>
/// <param name="Company">Index of the private company it is; -1 for all others.</param>
internal sealed record InstrumentPlan(
    double[] Drift, int[] FactorIndices, double[] Exposures, double[] OwnDeviation, RandomStream OwnShocks, int Company);
