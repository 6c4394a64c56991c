using System.Diagnostics;
using RiskEngine.Benchmarks.Tables;

namespace RiskEngine.Benchmarks.Shipped;

/// <summary>
/// From the start of the command line program's process to the first simulated paths: until its log says how much is done, which it does
/// when the first block of paths is.
/// </summary>
internal static class StartUpBenchmark
{
    private const string FirstPaths = "% done";

    public static IReadOnlyList<TableRow> Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("riskengine-startup-");
        try
        {
            var busy = 0.0;
            var medians = Rounds.Medians(rounds, ("start-up", () => Time(folder.FullName, out busy)));
            return
            [
                new(
                    "start of the process to the first paths, shipped scenario",
                    $"{medians[0]:0.00} s",
                    "",
                    "under 0.5 s",
                    $"{busy:0.00} s of processor time"
                ),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Time(string folder, out double busy)
    {
        string[] arguments = [Repository.Built("RiskEngine.Cli"), "run", Repository.ShippedScenario, "--verbose", "--out", folder];
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(
            new ProcessStartInfo("dotnet", arguments)
            {
                UseShellExecute = false,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            }
        )!;
        while (process.StandardError.ReadLine() is { } line)
        {
            if (!line.Contains(FirstPaths, StringComparison.Ordinal))
                continue;
            var seconds = watch.Elapsed.TotalSeconds;
            busy = process.TotalProcessorTime.TotalSeconds;
            process.Kill();
            process.WaitForExit();
            return seconds;
        }

        throw new InvalidOperationException(
            $"Expected a line with '{FirstPaths}' in the log of '{string.Join(' ', arguments)}', found its end."
        );
    }
}
