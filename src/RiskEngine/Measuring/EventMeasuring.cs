using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Measuring;

/// <summary>What an event does: the base case with it, less the base case without it, path by path.</summary>
internal static class EventMeasuring
{
    /// <summary>The effects at some horizons, all of one portfolio and variant before the next.</summary>
    public static EventEffectResult[] Effects(
        Scenario scenario,
        RiskEvent e,
        CaseResult with,
        CaseOutcomes without,
        Range horizons,
        SortBuffers room
    )
    {
        var (first, count) = horizons.GetOffsetAndLength(scenario.Horizons.Count);

        // The first paths of replicates are no replicates: their errors are told as for independent paths.
        var isWhole = without.Paths == scenario.Simulation.Paths;
        var replicates = isWhole ? new PathSampling(scenario.Simulation.Sampling, without.Paths).Replicates : 1;
        var cells = with
            .Portfolios.SelectMany(
                (p, at) => without.Cube.Variants.Select(v => (Portfolio: p, At: new PortfolioIndex(at), Variant: p.Variants[v.Value], V: v))
            )
            .ToArray();
        var effects = new EventEffectResult[cells.Length * count];
        room.Do([.. effects.Select((_, i) => (Action<float[]>)(buffer => effects[i] = Effect(i, buffer)))]);
        return effects;

        EventEffectResult Effect(int i, float[] buffer)
        {
            var ((portfolio, at, variant, v), h) = (cells[i / count], new HorizonIndex(first + (i % count)));
            var horizon = variant.Horizons[h.Value];
            var effect = EffectMeasuring.Of(horizon.Profits.Span[..without.Paths], without.Cube.Profits(at, v, h), buffer, replicates);
            return new EventEffectResult(e, portfolio.Portfolio, variant.Variant, horizon.Horizon, effect);
        }
    }
}
