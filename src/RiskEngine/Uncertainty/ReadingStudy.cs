using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Comparing;
using RiskEngine.Results;

namespace RiskEngine.Uncertainty;

/// <summary>
/// Runs the decision, following the advice or not, under each other reading of what articles say: of recommendations whose words allow
/// several, and of statements that do not fit together. One thing is read otherwise at a time, on the same random numbers.
/// </summary>
public static class ReadingStudy
{
    /// <summary>One result a reading, recommendations first, each in the order of the files; empty without the base case.</summary>
    /// <param name="results">The run that it is about.</param>
    /// <param name="kinds">The scenario's factor kinds.</param>
    /// <param name="threads">Number of threads, above zero; results do not depend on it.</param>
    /// <param name="cancel">Ends the work.</param>
    public static IReadOnlyList<ReadingResult> Of(
        RiskResults results,
        FactorCatalogue kinds,
        int threads,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(results);
        var scenario = results.Scenario;
        var readings = Readings(scenario);
        if (readings.Count == 0 || results.Base.Case.Id != scenario.Base.Id)
            return [];
        var again = new BaseAgain(scenario, kinds);
        var stands = Decisions(again, again.Check(scenario.Base.Model), cancel);
        var found = new ReadingResult[readings.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel };
        Parallel.For(
            0,
            found.Length,
            options,
            at =>
            {
                var (path, model) = readings[at];
                var check = again.Check(model);
                var otherwise = check.Errors.Any() ? [] : Decisions(again, check, cancel);
                found[at] = new ReadingResult(
                    path,
                    [.. otherwise.Zip(stands, model.Portfolios).Select(d => new ReadDecision(d.Third, d.Second, d.First))]
                );
            }
        );
        return found;
    }

    private static List<(string Path, Model Model)> Readings(Scenario scenario) =>
        [
            .. ReadingMixture
                .Ambiguous(scenario)
                .SelectMany(r =>
                    r.Readings.Select(
                        (reading, i) => ($"recommendations.{r.Id}.readings.{i}", ReadingMixture.With(scenario.Base.Model, [reading.Meant]))
                    )
                ),
            .. scenario.CheckReadings.Select(c => ($"checks.{c.Check}", c.Model)),
        ];

    private static List<FollowingDecision> Decisions(BaseAgain again, CheckedScenario check, CancellationToken cancel)
    {
        var scratch = new float[SortedColumn.ScratchLength(again.Paths)];
        return
        [
            .. again
                .Profits(check, cancel)
                .Select(p => new FollowingDecision(
                    HeadlineMeasures.Of(check.Scenario, p.Held, scratch),
                    ProfitDifference.Of(p.Following, p.Held, check.Scenario.Simulation.Sampling)
                )),
        ];
    }
}
