using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Dependence;

namespace RiskEngine.Simulation.Planning;

/// <summary>A Student-t copula, ready to be simulated.</summary>
/// <param name="Copula">Its tables.</param>
/// <param name="Mixing">The stream of the uniforms that its chi-squares come from, one a path and step for all factors.</param>
internal sealed record CopulaPlan(StudentCopula Copula, RandomStream Mixing);
