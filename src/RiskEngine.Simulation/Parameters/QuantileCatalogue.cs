using System.Collections.Concurrent;
using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Simulation.Parameters;

/// <summary>
/// Keeps one <see cref="ParameterQuantile"/> for each different parameter: cases share most of them, and tables cost time.
/// </summary>
internal sealed class QuantileCatalogue
{
    private readonly ConcurrentDictionary<Parameter, ParameterQuantile> quantiles = new();

    /// <summary>The quantile function of a parameter.</summary>
    public ParameterQuantile Of(Parameter parameter) => quantiles.GetOrAdd(parameter, p => new ParameterQuantile(p));
}
