using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Parameters;

namespace RiskEngine.Simulation.Planning;

/// <summary>
/// The own risk of one instrument that a process of its own moves, ready to be simulated. Its normals are those that normal own risk draws
/// too, so that another kind of own risk keeps the paths' luck.
/// </summary>
/// <param name="Process">The process; its x enters the logarithm of the instrument's value one to one.</param>
/// <param name="Parameters">Its parameters' draws, in the kind's order.</param>
/// <param name="ExtraNormals">The streams of the further normals that it needs.</param>
/// <param name="ExtraUniforms">The streams of the uniforms that it needs.</param>
internal sealed record OwnPlan(
    FactorProcess Process,
    ParameterSampler[] Parameters,
    RandomStream[] ExtraNormals,
    RandomStream[] ExtraUniforms
)
{
    /// <summary>The plan of an instrument; null where its own risk is normal.</summary>
    public static OwnPlan? Of(
        Instrument instrument,
        FactorCatalogue kinds,
        TimeGrid grid,
        Func<string, RandomStream> stream,
        QuantileCatalogue quantiles
    )
    {
        if (instrument.Own is not { } own)
            return null;
        var kind = kinds.KindOf(own);
        var process = kind.Create(own, grid);
        var address = $"instrument/{instrument.Id}/own";
        return new OwnPlan(
            process,
            [
                .. kind.Parameters.Select(p => new ParameterSampler(
                    quantiles.Of(own.Parameter(p.Name)),
                    stream($"{address}/parameter/{p.Name}")
                )),
            ],
            [.. Enumerable.Range(0, process.ExtraNormalCount).Select(n => stream($"{address}/extra-normal/{n}"))],
            [.. Enumerable.Range(0, process.ExtraUniformCount).Select(n => stream($"{address}/extra-uniform/{n}"))]
        );
    }

    /// <summary>
    /// For every date what is taken out of the instrument's logarithm for it: the expected move, and the logarithm of the mean of what is
    /// left, so that own risk of any kind leaves the expected return as it is.
    /// </summary>
    /// <param name="dates">How many dates there are.</param>
    public double[] Expected(int dates)
    {
        var means = Process.LogMeans(1);
        return
        [
            .. Enumerable
                .Range(0, dates)
                .Select(k => Process.Expected(k) - Process.Expected(0) + (means?[k] ?? Variances.OfProcess(Process, k) / 2)),
        ];
    }
}
