using System.Numerics.Tensors;
using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Robust;
using RiskEngine.Plans;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Measuring;

/// <summary>The base case if the model itself is wrong.</summary>
internal static class UncertaintyMeasuring
{
    // Losses, probabilities, and the same tilted; and a column turned around, or room to sort one.
    private const int BytesPerPath = (3 * sizeof(double)) + (2 * sizeof(float));

    // With columns so long that fewer of them than threads fit, simulating takes far longer.
    private const long MostBytes = 500_000_000;

    /// <summary>The memory it works in beside the columns that it reads: so much for each column that is looked at.</summary>
    public static Workspace Needs(int paths, int threads) => Workspace.Within(MostBytes, (long)BytesPerPath * paths, threads);

    public static UncertaintyResults Of(Scenario scenario, UncertaintySettings settings, CaseOutcomes outcomes, int workers)
    {
        var (model, cube) = (scenario.Base.Model, outcomes.Cube);
        var (portfolios, variants) = (model.Portfolios, model.Variants);
        double[] radii = [0, .. settings.Radii];
        var columns = (from p in cube.Portfolios from v in variants.Headline select (p, v)).ToArray();
        var (shortfalls, means) = (new Estimate[columns.Length * radii.Length], new Estimate[columns.Length * radii.Length]);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers };
        Parallel.For(
            0,
            shortfalls.Length,
            parallel,
            at =>
            {
                var (p, v) = columns[at / radii.Length];
                var profits = cube.Profits(p, v, scenario.HeadlineHorizonIndex);
                shortfalls[at] = WorstCase.ExpectedShortfall(profits, PathWeights.Equal, 0.95, radii[at % radii.Length]);
                means[at] = WorstCase.Mean(Array.ConvertAll(profits, x => -x), PathWeights.Equal, radii[at % radii.Length]).Negate();
            }
        );
        var cells = columns.Where(c => c.v != VariantSet.AsHeld).SelectMany(c => cube.Horizons.Select(h => (c.p, h))).ToArray();
        var turnings = new Turning[cells.Length];
        Parallel.For(
            0,
            cells.Length,
            parallel,
            at =>
            {
                var (p, h) = cells[at];
                var effects = new float[outcomes.Paths];
                TensorPrimitives.Subtract(cube.Profits(p, variants.FollowingAll, h), cube.Profits(p, VariantSet.AsHeld, h), effects);
                var point = TurningPoint.Of(effects);
                turnings[at] = new Turning(
                    portfolios[p.Value],
                    scenario.Horizons[h.Value],
                    point.Mean,
                    point.Radius,
                    point.Deviations,
                    point.DetectionError
                );
            }
        );
        return new UncertaintyResults
        {
            Horizon = scenario.HeadlineHorizon,
            Radii = radii,
            DetectionErrors = [.. radii.Select(TurningPoint.DetectionErrorAt)],
            WorstCases =
            [
                .. columns.Select(
                    (c, i) =>
                        new WorstCases(
                            portfolios[c.p.Value],
                            variants[c.v],
                            shortfalls[(i * radii.Length)..((i + 1) * radii.Length)],
                            means[(i * radii.Length)..((i + 1) * radii.Length)]
                        )
                ),
            ],
            Turnings = turnings,
        };
    }
}
