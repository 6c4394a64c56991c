using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.TailRisk;
using RiskEngine.Benchmarks.Basket;
using RiskEngine.Benchmarks.Shipped;
using RiskEngine.Benchmarks.Tables;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Benchmarks.Sampling;

/// <summary>
/// How much surer Sobol's points make ES 95% as held at the same number of paths: the shipped base case's portfolios after 12 months, and
/// the basket.
/// </summary>
internal static class SamplingBenchmark
{
    private const int Paths = 131_072;
    private const ulong FirstSeed = 1001;

    /// <summary>Standard errors as the engine tells them, each the root mean square over seeds, one a round.</summary>
    public static IReadOnlyList<TableRow> Run(int rounds) =>
        [
            .. Rows("shipped", ShippedRun.Read(), horizon: 1, rounds, "at least 5 times"),
            .. Rows("basket", BasketScenario.Build(Paths), horizon: 0, rounds, "at least 20 times"),
        ];

    private static IEnumerable<TableRow> Rows(string name, Scenario scenario, int horizon, int rounds, string aim)
    {
        var pseudo = Errors(scenario, SamplingMethod.Pseudo, horizon, rounds);
        var sobol = Errors(scenario, SamplingMethod.Sobol, horizon, rounds);

        // A deviation that is told by n independent normal numbers is itself known to one part in the root of 2 n.
        var degrees = rounds * (new PathSampling(SamplingMethod.Sobol, Paths).Replicates - 1.0);
        return scenario.Base.Model.Portfolios.Select(
            (p, at) =>
            {
                var ratio = pseudo[at] / sobol[at];
                return new TableRow(
                    $"standard error of ES 95%, {name}, {p.Id}",
                    $"{pseudo[at]:0.0000%} pseudo, {sobol[at]:0.0000%} sobol",
                    $"{ratio:0.0} ± {ratio / Math.Sqrt(2 * degrees):0.0} times smaller",
                    aim
                );
            }
        );
    }

    private static double[] Errors(Scenario scenario, SamplingMethod method, int horizon, int rounds)
    {
        var sampled = scenario with { Simulation = scenario.Simulation with { Sampling = method, Paths = Paths } };
        var squares = new double[scenario.Base.Model.Portfolios.Count];
        var scratch = new float[SortedColumn.ScratchLength(Paths)];
        for (var round = 0; round < rounds; round++)
        {
            Console.Error.WriteLine($"sampling: {scenario.Id}, {method}, round {round + 1} of {rounds}");
            var planner = new Planner(sampled, ShippedRun.Kinds, FirstSeed + (ulong)round);
            var outcomes = new PathSimulator(planner, Paths, Environment.ProcessorCount).Simulate(
                new SimulatedCase(sampled.Base),
                new OutcomeSelection(VariantSelection.Headline, Horizons: horizon + 1),
                null,
                CancellationToken.None
            );
            for (var p = 0; p < squares.Length; p++)
            {
                var column = outcomes.Cube.Profits(new(p), VariantSet.AsHeld, new(horizon));
                var shortfall = ReplicateError.Of(
                    new PathSampling(method, Paths).Replicates,
                    Paths,
                    r => ExpectedShortfall.At(SortedColumn.Of(column.AsSpan(r), scratch), 0.95)
                );
                squares[p] += Math.Pow(shortfall.StandardError, 2);
            }
        }

        return [.. squares.Select(s => Math.Sqrt(s / rounds))];
    }
}
