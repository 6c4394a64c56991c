using System.Diagnostics;

namespace RiskEngine.Acceptance.Tests.Packaging;

/// <summary>The program as one file that needs nothing else: made as README says, and run where there is no .NET on the path.</summary>
public sealed class SingleFileTests
{
    [Test]
    [Explicit("compiles the program for a minute: dotnet test tests/RiskEngine.Acceptance.Tests --filter Name~One_file")]
    public void One_file_runs_scenarios_own_code_and_priced_instruments_without_an_installed_framework()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Ignore("the file for linux-x64 runs on Linux");
        var folder = Directory.CreateTempSubdirectory("riskengine").FullName;
        try
        {
            var made = Path.Combine(folder, "made");
            var publish = "publish src/RiskEngine.Cli -c Release -r linux-x64 -p:SingleFile=true -o";
            Assert.That(Run("dotnet", [.. publish.Split(' '), made], folder).Exit, Is.Zero, "publish");
            Assert.That(Directory.GetFileSystemEntries(made).Select(Path.GetFileName), Is.EqualTo(new[] { "riskengine" }));
            Assert.That(new FileInfo(Path.Combine(made, "riskengine")).Length, Is.LessThan(100_000_000));

            foreach (var scenario in (string[])["custom-factors", "bonds-options-fx"])
            {
                var report = Path.Combine(folder, "reports");
                string[] args = ["run", $"scenarios/{scenario}", "--allow-code", "--paths", "1000", "--out", report];
                var (exit, output) = Run(Path.Combine(made, "riskengine"), args, folder, "/usr/bin:/bin");
                Assert.That(exit, Is.Zero, output);
                Assert.That(output, Does.Contain("report.html"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Exit, string Output) Run(string file, IEnumerable<string> args, string home, string? path = null)
    {
        var start = new ProcessStartInfo(file, args)
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        if (path is not null)
        {
            start.Environment.Clear();
            (start.Environment["PATH"], start.Environment["HOME"]) = (path, home);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
