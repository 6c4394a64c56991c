using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Robust;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring;

/// <summary>The base case if the model itself is wrong.</summary>
internal static class UncertaintyMeasuring
{
    public static UncertaintyResults Of(Scenario scenario, UncertaintySettings settings, WorldOutcomes outcomes, int threads)
    {
        var (portfolios, middle) = (scenario.Base.Model.Portfolios, Math.Min(1, scenario.Horizons.Count - 1));
        double[] radii = [0, .. settings.Radii];
        var columns = (from p in Enumerable.Range(0, portfolios.Count) from v in Enumerable.Range(0, Math.Min(2, outcomes.Profits[p].Length)) select (p, v)).ToArray();
        var (shortfalls, means) = (new Estimate[columns.Length * radii.Length], new Estimate[columns.Length * radii.Length]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        Parallel.For(0, shortfalls.Length, parallel, at =>
        {
            var (p, v) = columns[at / radii.Length];
            var profits = outcomes.Profits[p][v][middle];
            shortfalls[at] = WorstCase.ExpectedShortfall(profits, PathWeights.Equal, 0.95, radii[at % radii.Length]);
            means[at] = WorstCase.Mean(Array.ConvertAll(profits, x => -x), PathWeights.Equal, radii[at % radii.Length]).Negate();
        });
        var cells = columns.Where(c => c.v == 1).SelectMany(c => scenario.Horizons.Select((_, h) => (c.p, h))).ToArray();
        var turnings = new Turning[cells.Length];
        Parallel.For(0, cells.Length, parallel, at =>
        {
            var (p, h) = cells[at];
            float[] effects = [.. outcomes.Profits[p][1][h].Zip(outcomes.Profits[p][0][h], (with, without) => with - without)];
            var point = TurningPoint.Of(effects);
            turnings[at] = new Turning(portfolios[p], scenario.Horizons[h], point.Mean, point.Radius, point.Deviations, point.DetectionError);
        });
        return new UncertaintyResults
        {
            Horizon = scenario.Horizons[middle],
            Radii = radii,
            DetectionErrors = [.. radii.Select(TurningPoint.DetectionErrorAt)],
            WorstCases =
            [
                .. columns.Select((c, i) => new WorstCases(
                    portfolios[c.p], new Variant(c.v == 0 ? VariantKind.AsHeld : VariantKind.FollowingAll, null),
                    shortfalls[(i * radii.Length)..((i + 1) * radii.Length)], means[(i * radii.Length)..((i + 1) * radii.Length)])),
            ],
            Turnings = turnings,
        };
    }
}
