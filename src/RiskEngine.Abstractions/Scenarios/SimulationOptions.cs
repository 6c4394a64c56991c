using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Scenarios;

/// <summary>How to simulate.</summary>
/// <param name="Paths">Number of paths, 1,000 to 100,000,000.</param>
/// <param name="Step">Length of a time step.</param>
/// <param name="Seed">Seed of all random streams.</param>
/// <param name="Sampling">How random numbers are drawn.</param>
public sealed record SimulationOptions(int Paths, Tenor Step, ulong Seed, SamplingMethod Sampling = SamplingMethod.Pseudo);
