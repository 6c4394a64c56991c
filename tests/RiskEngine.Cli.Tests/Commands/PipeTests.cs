using System.Diagnostics;

namespace RiskEngine.Cli.Tests.Commands;

/// <summary>No command waits for a pipe, whichever of its files is one.</summary>
public sealed class PipeTests
{
    private static readonly string[][] commands =
    [
        ["calibrate", "pipe"],
        ["backtest", "pipe"],
        ["backtest", "prices.csv", "--portfolio", "pipe"],
        ["import", "positions", "pipe"],
        ["import", "positions", "positions.csv", "--formats", "formats"],
        ["import", "positions", "positions.csv", "--prices", "pipe"],
        ["import", "prices", "pipe"],
        ["audit", "pipe"],
        ["ingest", "pipe", "--out", "new"],
        ["claims", "claimed"],
        ["fit", "pipe", "--as-of", "2026-02-06"],
        ["quick", "pipe", "--as-of", "2026-02-06"],
        ["new", "scenario", "mine", "--as-of", "2026-02-06", "--securities", "pipe"],
        ["validate", "tiny"],
        ["validate", "tiny", "--allow-code"],
        ["validate", "other", "--plugin", "pipe"],
    ];

    [TestCaseSource(nameof(commands))]
    public void A_pipe_is_bad_input_at_once(string[] command)
    {
        if (OperatingSystem.IsWindows())
            Assert.Ignore("pipes as POSIX has them");
        using var folder = new TestFolder();
        folder.Write("prices.csv", "date,A\n2026-01-01,1\n2026-01-02,2\n2026-01-03,3\n");
        folder.Write("positions.csv", "symbol,quantity,price,currency\nNVDA,1,180,USD\n");
        TinyScenario.Write(folder);
        TinyScenario.Write(folder, "other");
        foreach (var pipe in new[] { "pipe", "formats/mine.yaml", "claimed/claims.json", "tiny/factors/Own.cs" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.PathOf(pipe))!);
            using var made = Process.Start("mkfifo", folder.PathOf(pipe));
            made.WaitForExit();
        }

        var answer = folder.Run(command);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput), answer.Error);
        Assert.That(answer.Error, Does.Contain("is a pipe: expected a regular file"));
    }
}
