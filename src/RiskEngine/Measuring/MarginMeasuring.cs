using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Location;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring;

/// <summary>How likely calls for margin are: the mean of each path's probability.</summary>
internal static class MarginMeasuring
{
    public static IReadOnlyList<MarginResult> Of(Scenario scenario, Model model, CaseOutcomes outcomes)
    {
        if (outcomes.MarginCalls.Count == 0)
            return [];
        var cash = model.Instruments.Where(i => i.Kind == InstrumentKind.Cash).Select(i => i.Id).ToHashSet();
        return
        [
            .. model
                .Portfolios.Where(p => p is { Owes: true, Maintenance: not null })
                .Select(
                    (portfolio, at) =>
                        new MarginResult(
                            portfolio,
                            portfolio.Value / portfolio.Positions.Where(p => !cash.Contains(p.Instrument)).Sum(p => Math.Abs(p.Value)),
                            [
                                .. HorizonIndex
                                    .First(scenario.Horizons.Count)
                                    .Select(h => new MarginCall(
                                        scenario.Horizons[h.Value],
                                        MomentMeasures.Mean(ColumnMoments.Of(outcomes.MarginCalls[at, h]))
                                    )),
                            ]
                        )
                ),
        ];
    }
}
