using System.Diagnostics;
using RiskEngine.Benchmarks.Tables;

namespace RiskEngine.Benchmarks.Shipped;

/// <summary>The most memory that the shipped scenario's base case with one portfolio takes, in a process of its own.</summary>
internal static class MemoryBenchmark
{
    private const int Paths = 10_000_000;

    public static IReadOnlyList<TableRow> Run()
    {
        Console.Error.WriteLine($"memory: {Paths:N0} paths of the shipped base case");
        using var process = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "RiskEngine.Benchmarks.dll"), "memory-alone", $"{Paths}"]
            )
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            }
        )!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return
        [
            new($"memory, shipped base case, one portfolio, {Paths:N0} paths", process.ExitCode == 0 ? output : "failed", "", "under 1 GB"),
        ];
    }

    /// <summary>What the process of its own does: runs, and prints its peak.</summary>
    public static int RunAlone(int paths)
    {
        var scenario = ShippedRun.Read();
        var model = scenario.Base.Model with { Portfolios = [scenario.Base.Model.Portfolios[0]] };
        var one = scenario with { Cases = [scenario.Base with { Model = model }], Limits = [] };
        var watch = Stopwatch.StartNew();
        new Engine(ShippedRun.Kinds).Run(one, new RunOptions { Paths = paths });
        using var self = Process.GetCurrentProcess();
        Console.WriteLine($"{self.PeakWorkingSet64 / 1e9:0.00} GB, {watch.Elapsed.TotalSeconds:0} s");
        return 0;
    }
}
