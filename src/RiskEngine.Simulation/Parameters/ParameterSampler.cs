using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Parameters;

/// <summary>Draws one parameter once per path, from a stream of its own.</summary>
/// <param name="Quantile">The parameter's quantile function.</param>
/// <param name="Stream">The stream, named for the parameter.</param>
internal sealed record ParameterSampler(ParameterQuantile Quantile, RandomStream Stream);
