using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Location;
using RiskEngine.Analysis.Probabilities;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>From a world's columns to what came of predictions, indicators, events and private companies.</summary>
internal sealed class SettledMeasuring(Scenario scenario, Model model, TimeGrid grid, WorldOutcomes outcomes)
{
    private readonly int[] horizonDates = [.. scenario.Horizons.Select(h => grid.IndexOf(h.Date))];

    public IReadOnlyList<PredictionResult> Predictions() => Predictions(outcomes.Paths, PathWeights.Equal);

    /// <summary>The predictions scored on the first paths, with their probabilities.</summary>
    public IReadOnlyList<PredictionResult> Predictions(int paths, PathWeights weights) =>
    [
        .. Settled(paths).Select(s => new PredictionResult(
            s.Thesis, s.Prediction, Analysis.Probabilities.Predictions.Score(s.Holds, weights),
            s.Parts.Length == 1 ? [] : [.. s.Parts.Select(p => Analysis.Probabilities.Predictions.Score(p.AsSpan(0, paths), weights))])),
    ];

    /// <summary>On which of the first paths each prediction comes true: one of several parts where all of them do.</summary>
    public IEnumerable<(Thesis Thesis, Prediction Prediction, bool[] Holds, bool[][] Parts)> Settled(int paths)
    {
        var next = 0;
        foreach (var thesis in model.Theses)
        {
            foreach (var prediction in thesis.Predictions)
            {
                var parts = outcomes.Conditions[next..(next += Parts(prediction.Condition))];
                var all = new bool[paths];
                for (var k = 0; k < all.Length; k++) all[k] = Array.TrueForAll(parts, p => p[k]);
                yield return (thesis, prediction, all, parts);
            }
        }
    }

    public IReadOnlyList<IndicatorResult> Indicators()
    {
        var scratch = new float[SortedColumn.ScratchLength(outcomes.Paths)];
        return
        [
            .. model.Theses.SelectMany(t => t.Indicators.Select(i => (t, i))).Select((pair, at) =>
            {
                var column = outcomes.Indicators[at];
                return new IndicatorResult(
                    pair.t, pair.i, Quantiles.At(SortedColumn.Of(column, scratch), 0.5), Beyond(column, pair.i.Confirms), Beyond(column, pair.i.Refutes));
            }),
        ];
    }

    public IReadOnlyList<EventResult> Events() =>
    [
        .. model.Events.Select((e, at) => new EventResult(
            e,
            [.. horizonDates.Select(date => Share(outcomes.FirstStrikes[at], strike => strike > 0 && strike <= date))],
            Share(outcomes.FirstStrikes[at], strike => strike > 0))),
    ];

    public IReadOnlyList<PrivateCompanyResult> Companies()
    {
        var companies = model.Instruments.Where(i => i.Kind == Abstractions.Market.InstrumentKind.Private).ToArray();
        return
        [
            .. companies.SelectMany((company, at) => scenario.Horizons.Select((h, k) => (horizon: (Horizon?)h, date: horizonDates[k]))
                .Append((horizon: null, date: grid.StepCount))
                .Select(by =>
                {
                    Estimate In(CompanyState state) => Share(at, (s, exit) => exit > 0 && exit <= by.date && s == state);
                    return new PrivateCompanyResult(
                        company,
                        by.horizon,
                        In(CompanyState.Listed),
                        In(CompanyState.Sold),
                        In(CompanyState.Failed),
                        Share(at, (_, exit) => exit == 0 || exit > by.date),
                        Share(outcomes.DownRoundDates[at], date => date > 0 && date <= by.date));
                })),
        ];
    }

    private static int Parts(Condition condition) => condition is AllCondition all ? all.Parts.Sum(Parts) : 1;

    private static Estimate? Beyond(float[] column, Threshold? threshold) => threshold is null
        ? null
        : Proportion.Of(column.Count(x => threshold.Side == Side.Above ? x > threshold.Level : x < threshold.Level), column.Length);

    private static Estimate Share(short[] column, Func<short, bool> holds) => Proportion.Of(column.Count(holds), column.Length);

    private Estimate Share(int company, Func<CompanyState, short, bool> holds)
    {
        var count = 0;
        for (var k = 0; k < outcomes.Paths; k++) count += holds(outcomes.CompanyStates[company][k], outcomes.ExitDates[company][k]) ? 1 : 0;
        return Proportion.Of(count, outcomes.Paths);
    }
}
