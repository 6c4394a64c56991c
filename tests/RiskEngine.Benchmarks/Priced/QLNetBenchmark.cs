using System.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Benchmarks.Tables;
using RiskEngine.Loading;
using RiskEngine.QLNet;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Benchmarks.Priced;

/// <summary>The shipped scenario with QLNet's American put and bond, its base case alone: how much a second core brings.</summary>
internal static class QLNetBenchmark
{
    // At fewer most of a run is reading and compiling, which one core does alone.
    private const int Paths = 200_000;

    public static IReadOnlyList<TableRow> Run(int rounds)
    {
        var kinds = new FactorCatalogue(BuiltInKinds.All);
        var scenario =
            ScenarioReader
                .Read(
                    Path.Combine(Repository.Root, "scenarios", "bonds-options-fx"),
                    new ReadOptions { Kinds = kinds, Pricing = new PricingCatalogue(BuiltInPricing.All.Concat(QLNetKinds.All)) }
                )
                .Scenario
            ?? throw new InvalidOperationException("The shipped scenario of priced instruments cannot be read.");
        double Time(int threads) => TimeOf(scenario, kinds, threads);
        var medians = Rounds.Medians(rounds, ("QLNet, two threads", () => Time(2)), ("QLNet, one thread", () => Time(1)));
        return
        [
            new(
                $"QLNet's American put and bond, base case of bonds-options-fx, {Paths:N0} paths, two cores",
                $"{medians[0]:0.00} s",
                $"{medians[1] / medians[0]:0.00} times faster than one",
                "1.8 times"
            ),
            new("the same, one core", $"{medians[1]:0.00} s"),
        ];
    }

    private static double TimeOf(Scenario scenario, FactorCatalogue kinds, int threads)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        new Engine(kinds).Run(
            scenario,
            new RunOptions
            {
                Paths = Paths,
                Cases = [scenario.Base.Id],
                Threads = threads,
                MeasuresOnly = true,
            }
        );
        return watch.Elapsed.TotalSeconds;
    }
}
