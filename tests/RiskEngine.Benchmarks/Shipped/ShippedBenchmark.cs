using System.Diagnostics;
using RiskEngine.Benchmarks.Tables;

namespace RiskEngine.Benchmarks.Shipped;

/// <summary>The shipped scenario, all cases, portfolios and variants, 100,000 paths, after start-up.</summary>
internal static class ShippedBenchmark
{
    private const int Paths = 100_000;

    public static IReadOnlyList<TableRow> Run(int rounds)
    {
        var scenario = ShippedRun.Read();
        double Time(int threads)
        {
            GC.Collect();
            var watch = Stopwatch.StartNew();
            new Engine(ShippedRun.Kinds).Run(scenario, new RunOptions { Paths = Paths, Threads = threads });
            return watch.Elapsed.TotalSeconds;
        }

        var medians = Rounds.Medians(
            rounds,
            ("shipped scenario, two threads", () => Time(2)),
            ("shipped scenario, one thread", () => Time(1))
        );
        return
        [
            new($"shipped scenario, {scenario.Cases.Count} cases, {Paths:N0} paths, two cores", $"{medians[0]:0.0} s", "", "under 10 s"),
            new("shipped scenario, one core", $"{medians[1]:0.0} s", $"{medians[1] / medians[0]:0.00} times that of two"),
        ];
    }
}
