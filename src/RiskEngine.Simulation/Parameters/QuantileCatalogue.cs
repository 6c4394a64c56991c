using System.Collections.Concurrent;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Numerics.Distributions;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Simulation.Parameters;

/// <summary>
/// Keeps one <see cref="ParameterQuantile"/> for each different parameter: cases share most of them, and tables cost time. One catalogue
/// may stand behind others, so that runs of scenarios that differ little share their tables.
/// </summary>
/// <param name="shared">Where tables are looked for that this one does not have; null for nowhere.</param>
public sealed class QuantileCatalogue(QuantileCatalogue? shared = null)
{
    /// <summary>A sweep may bring any number of parameters: from so many on no more are kept.</summary>
    private const int MostKept = 4096;

    private readonly ConcurrentDictionary<Parameter, ParameterQuantile> quantiles = new();
    private readonly ConcurrentDictionary<double, Lazy<TabulatedQuantile>> chiSquares = new();

    /// <summary>The quantile function of a parameter.</summary>
    public ParameterQuantile Of(Parameter parameter) =>
        quantiles.GetOrAdd(parameter, p => shared is null || p is Constant ? new ParameterQuantile(p) : shared.Shared(p));

    /// <summary>A table of chi-square variables.</summary>
    /// <param name="degreesOfFreedom">Degrees of freedom, above zero.</param>
    internal TabulatedQuantile ChiSquare(double degreesOfFreedom)
    {
        if (shared is not null)
            return shared.ChiSquare(degreesOfFreedom);
        if (!chiSquares.TryGetValue(degreesOfFreedom, out var table) && chiSquares.Count >= MostKept)
            return ChiSquareQuantile.Table(degreesOfFreedom);
        table ??= chiSquares.GetOrAdd(degreesOfFreedom, nu => new Lazy<TabulatedQuantile>(() => ChiSquareQuantile.Table(nu)));
        return table.Value;
    }

    private ParameterQuantile Shared(Parameter parameter)
    {
        if (quantiles.TryGetValue(parameter, out var known))
            return known;
        return quantiles.Count < MostKept ? Of(parameter) : new ParameterQuantile(parameter);
    }
}
