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
/// <param name="Known">For each date the x that prices know: on the as-of date the base case's, then with the priced-in part of the base
/// case's expected moves.</param>
internal sealed record FactorPlan(
    FactorProcess Process,
    FactorScale Scale,
    ParameterSampler[] Parameters,
    RandomStream Shocks,
    RandomStream[] ExtraNormals,
    RandomStream[] ExtraUniforms,
    double[] Known
)
{
    /// <summary>x that prices know on the as-of date.</summary>
    public double KnownStart => Known[0];
}
