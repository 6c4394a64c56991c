using RiskEngine.Abstractions.Factors;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Parameters;

namespace RiskEngine.Simulation.Planning;

/// <summary>One factor, ready to be simulated.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Scale">The scale of x.</param>
/// <param name="Parameters">Its parameters' draws, in the kind's order.</param>
/// <param name="Shocks">The stream of its independent normals.</param>
/// <param name="ExtraNormals">The streams of the further normals that the process needs.</param>
/// <param name="ExtraUniforms">The streams of the uniforms that it needs.</param>
/// <param name="KnownStart">x that prices know on the as-of date: the base case's.</param>
/// <param name="KnownMoves">For each step the move that prices know: priced-in part of the base case's expected move.</param>
internal sealed record FactorPlan(
    FactorProcess Process,
    FactorScale Scale,
    ParameterSampler[] Parameters,
    RandomStream Shocks,
    RandomStream[] ExtraNormals,
    RandomStream[] ExtraUniforms,
    double KnownStart,
    double[] KnownMoves);
