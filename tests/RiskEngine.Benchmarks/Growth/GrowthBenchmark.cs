using System.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Benchmarks.Tables;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Benchmarks.Growth;

/// <summary>
/// How the processor's time of a whole run grows where one thing of a scenario does: the exponent between a size and four times it.
/// </summary>
internal static class GrowthBenchmark
{
    private static readonly (string What, int Size, Func<int, GrowthScenario> Of)[] things =
    [
        ("paths", 50_000, n => new() { Paths = n }),
        ("steps", 30, n => new() { Steps = n, Paths = 50_000 }),
        ("instruments", 50, n => new() { Instruments = n }),
        ("factors", 50, n => new() { Factors = n, Instruments = 50 }),
        (
            "factors with an instrument each",
            250,
            n =>
                new()
                {
                    Factors = n,
                    Instruments = n,
                    Paths = 10_000,
                }
        ),
        ("risks", 20, n => new() { Risks = n }),
        ("portfolios", 4, n => new() { Portfolios = n }),
    ];

    public static IReadOnlyList<TableRow> Run(int rounds)
    {
        var runs = things
            .SelectMany(t => new[] { 1, 4 }.Select(times => ($"{times * t.Size} {t.What}", Time(t.Of(times * t.Size)))))
            .ToArray();
        var medians = Rounds.Medians(rounds, runs);
        return
        [
            .. things.Select(
                (t, at) =>
                {
                    var (one, four) = (medians[2 * at], medians[2 * at + 1]);
                    var exponent = Math.Log(four / one) / Math.Log(4);
                    return new TableRow(
                        $"growth: {t.Size} and {4 * t.Size} {t.What}",
                        $"{one:0.00} s, {four:0.00} s",
                        $"exponent {exponent:0.00}",
                        "at most 1.1"
                    );
                }
            ),
        ];
    }

    /// <summary>Seconds of processor time, which a busy machine lengthens less than it does the clock's.</summary>
    private static Func<double> Time(GrowthScenario growth) =>
        () =>
        {
            var scenario = growth.Build();
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            new Engine(new FactorCatalogue(BuiltInKinds.All)).Run(scenario, new RunOptions { Threads = 2 });
            process.Refresh();
            return (process.TotalProcessorTime - before).TotalSeconds;
        };
}
