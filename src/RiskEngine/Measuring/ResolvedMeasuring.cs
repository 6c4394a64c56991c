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
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Measuring;

/// <summary>From a case's columns to what came of predictions, indicators, events and private companies.</summary>
internal sealed class ResolvedMeasuring(Scenario scenario, Model model, TimeGrid grid, CaseOutcomes outcomes)
{
    private readonly int replicates = new PathSampling(scenario.Simulation.Sampling, outcomes.Paths).Replicates;
    private readonly ResolvedCounts counts =
        outcomes.Counts
        ?? throw new ArgumentException("Expected what is resolved to be kept; found that it was not asked for.", nameof(outcomes));
    private readonly int[] horizonDates = [.. scenario.Horizons.Select(h => grid.IndexOf(h.Date))];

    /// <summary>The predictions scored on all paths.</summary>
    public IReadOnlyList<PredictionResult> Predictions()
    {
        var (results, condition) = (new List<PredictionResult>(), 0);
        foreach (var (thesis, prediction) in model.Theses.SelectMany(t => t.Predictions.Select(p => (t, p))))
        {
            var (at, first, parts) = (results.Count, condition, Parts(prediction.Condition));
            Estimate[] each = parts == 1 ? [] : [.. Enumerable.Range(first, parts).Select(c => Share(part => counts.Hold(part, c)))];
            results.Add(new PredictionResult(thesis, prediction, Share(part => counts.ComeTrue(part, at)), each));
            condition += parts;
        }

        return results;
    }

    /// <summary>The predictions scored on the first paths, with their probabilities.</summary>
    public IReadOnlyList<PredictionResult> Predictions(int paths, PathWeights weights) =>
        [
            .. Resolved(paths)
                .Select(s => new PredictionResult(
                    s.Thesis,
                    s.Prediction,
                    Score(s.Holds, paths, weights),
                    s.Parts.Length == 1 ? [] : [.. s.Parts.Select(p => Score(p, paths, weights))]
                )),
        ];

    /// <summary>On which of the first paths each prediction comes true: one of several parts where all of them do.</summary>
    public IEnumerable<(Thesis Thesis, Prediction Prediction, bool[] Holds, bool[][] Parts)> Resolved(int paths)
    {
        var next = 0;
        foreach (var thesis in model.Theses)
        {
            foreach (var prediction in thesis.Predictions)
            {
                var parts = outcomes.Conditions[next..(next += Parts(prediction.Condition))];
                var all = new bool[paths];
                for (var k = 0; k < all.Length; k++)
                    all[k] = Array.TrueForAll(parts, p => p[k]);
                yield return (thesis, prediction, all, parts);
            }
        }
    }

    /// <summary>The work of measuring the indicators whose columns are there, each into its place.</summary>
    public IEnumerable<Action<float[]>> PiecesOf(IndicatorResult[] results) =>
        model
            .Theses.SelectMany(t => t.Indicators.Select(i => (t, i)))
            .Select((x, at) => (x.t, x.i, at))
            .Where(x => outcomes.Indicators[x.at].Length > 0)
            .Select(x => (Action<float[]>)(buffer => results[x.at] = Of(x.t, x.i, outcomes.Indicators[x.at], buffer)));

    public IReadOnlyList<EventResult> Events() =>
        [
            .. model.Events.Select(
                (e, at) =>
                    new EventResult(
                        e,
                        [.. horizonDates.Select(date => Share(part => counts.Occurred(part, at, date)))],
                        Share(part => counts.Occurred(part, at, grid.StepCount))
                    )
            ),
        ];

    public IReadOnlyList<PrivateCompanyResult> Companies()
    {
        var companies = model.Instruments.Where(i => i.Kind == Abstractions.Market.InstrumentKind.Private).ToArray();
        return
        [
            .. companies.SelectMany(
                (company, at) =>
                    scenario
                        .Horizons.Select((h, k) => (horizon: (Horizon?)h, date: horizonDates[k]))
                        .Append((horizon: null, date: grid.StepCount))
                        .Select(by =>
                        {
                            Estimate In(CompanyState state) => Share(part => counts.Exited(part, at, state, by.date));
                            return new PrivateCompanyResult(
                                company,
                                by.horizon,
                                In(CompanyState.Listed),
                                In(CompanyState.Sold),
                                In(CompanyState.Failed),
                                Share(part => counts.StillPrivate(part, at, by.date)),
                                Share(part => counts.DownRounds(part, at, by.date))
                            );
                        })
            ),
        ];
    }

    private static int Parts(Condition condition) => condition is AllCondition all ? all.Parts.Sum(Parts) : 1;

    private static Estimate Score(bool[] holds, int paths, PathWeights weights) =>
        Analysis.Probabilities.Predictions.Score(holds.AsSpan(0, paths), weights);

    private IndicatorResult Of(Thesis thesis, Indicator indicator, float[] column, float[] buffer)
    {
        var median = ReplicateError.Of(replicates, column.Length, r => Quantiles.At(SortedColumn.Of(column.AsSpan(r), buffer), 0.5));
        return new IndicatorResult(thesis, indicator, median, Beyond(column, indicator.Confirms), Beyond(column, indicator.Refutes));
    }

    private Estimate? Beyond(float[] column, Threshold? threshold) =>
        threshold is null
            ? null
            : ReplicateError.Of(
                replicates,
                column.Length,
                paths =>
                {
                    var some = column.AsSpan(paths);
                    var count = 0;
                    foreach (var x in some)
                        count += (threshold.Side == Side.Above ? x > threshold.Level : x < threshold.Level) ? 1 : 0;
                    return Proportion.Of(count, some.Length);
                }
            );

    /// <summary>A share of all paths, with its error by replicates where there are several.</summary>
    private Estimate Share(Func<int, int> countOf)
    {
        var all = Proportion.Of(Enumerable.Range(0, counts.Parts).Sum(countOf), counts.Paths);
        return replicates == 1
            ? all
            : ReplicateError.Of(all, [.. Enumerable.Range(0, replicates).Select(r => Proportion.Of(countOf(r), counts.PathsOf(r)).Value)]);
    }
}
