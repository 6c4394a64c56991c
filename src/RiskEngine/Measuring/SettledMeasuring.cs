using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis;
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
    private readonly int replicates = new PathSampling(scenario.Simulation.Sampling, outcomes.Paths).Replicates;
    private readonly int[] horizonDates = [.. scenario.Horizons.Select(h => grid.IndexOf(h.Date))];

    public IReadOnlyList<PredictionResult> Predictions() => Predictions(outcomes.Paths, PathWeights.Equal);

    /// <summary>The predictions scored on the first paths, with their probabilities.</summary>
    public IReadOnlyList<PredictionResult> Predictions(int paths, PathWeights weights) =>
    [
        .. Settled(paths).Select(s => new PredictionResult(
            s.Thesis, s.Prediction, Score(s.Holds, paths, weights), s.Parts.Length == 1 ? [] : [.. s.Parts.Select(p => Score(p, paths, weights))])),
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
                    pair.t, pair.i, ReplicateError.Of(replicates, column.Length, r => Quantiles.At(SortedColumn.Of(column.AsSpan(r), scratch), 0.5)), Beyond(column, pair.i.Confirms), Beyond(column, pair.i.Refutes));
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

    private Estimate Score(bool[] holds, int paths, PathWeights weights) => paths == outcomes.Paths && weights.AreEqual
        ? Share(k => holds[k])
        : Analysis.Probabilities.Predictions.Score(holds.AsSpan(0, paths), weights);

    private Estimate? Beyond(float[] column, Threshold? threshold) => threshold is null
        ? null
        : Share(k => threshold.Side == Side.Above ? column[k] > threshold.Level : column[k] < threshold.Level);

    private Estimate Share(short[] column, Func<short, bool> holds) => Share(k => holds(column[k]));

    private Estimate Share(int company, Func<CompanyState, short, bool> holds) => Share(k => holds(outcomes.CompanyStates[company][k], outcomes.ExitDates[company][k]));

    private Estimate Share(Func<int, bool> holds) => ReplicateError.Of(replicates, outcomes.Paths, paths =>
    {
        var (from, length) = paths.GetOffsetAndLength(outcomes.Paths);
        var count = 0;
        for (var k = from; k < from + length; k++) count += holds(k) ? 1 : 0;
        return Proportion.Of(count, length);
    });
}
