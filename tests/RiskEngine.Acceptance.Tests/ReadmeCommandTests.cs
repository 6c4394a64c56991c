using RiskEngine.Cli;
using Spectre.Console;

namespace RiskEngine.Acceptance.Tests;

/// <summary>The commands that README.md shows: read from it, understood by the program, and those on shipped scenarios done.</summary>
[TestFixture]
public sealed class ReadmeCommandTests
{
    private static readonly string[] starts = ["dotnet run -c Release --project src/RiskEngine.Cli -- ", "riskengine "];

    private static IEnumerable<string> Commands =>
        File.ReadLines(Path.Combine(Repository.Root, "README.md"))
            .Where(line => line.StartsWith("    ", StringComparison.Ordinal))
            .Select(line => line.Trim())
            .SelectMany(line =>
                starts.Where(start => line.StartsWith(start, StringComparison.Ordinal)).Select(start => line[start.Length..])
            )
            .Select(command => command.Split(" #")[0].Trim())
            .Distinct();

    [Test]
    public void The_readme_shows_commands_of_all_kinds() =>
        Assert.That(
            Commands.Select(command => command.Split(' ')[0]).Distinct(),
            Is.SupersetOf(new[] { "run", "explain", "validate", "backtest", "new" })
        );

    [TestCaseSource(nameof(Commands))]
    public void Every_command_of_the_readme_is_understood(string command)
    {
        var environment = new CommandEnvironment(AnsiConsole.Console, TextWriter.Null, TimeProvider.System, Repository.Root);
        var parsed = CommandLine.Parse(command.Split(' '), environment);

        Assert.That(parsed.Errors.Select(error => error.Message), Is.Empty);
    }

    // With few paths; the whole run is another test's.
    [TestCaseSource(nameof(OnShippedScenarios))]
    public void Every_command_of_the_readme_on_a_shipped_scenario_is_done(string command)
    {
        var reports = Directory.CreateTempSubdirectory("riskengine-readme-").FullName;
        try
        {
            string[] small = command.Split(' ')[0] switch
            {
                "run" when command.Contains("--on local", StringComparison.Ordinal) =>
                [
                    "--paths",
                    "1000",
                    "--out",
                    reports,
                    "--case", // each process compiles all that it simulates
                    "base",
                    "--measures-only",
                ],
                "run" => ["--paths", "1000", "--out", reports],
                "explain" => ["--paths", "1000"],
                _ => [],
            };
            var run = CommandLineRun.Of([.. command.Split(' '), .. small]);

            Assert.That(run.Exit, Is.Zero.Or.EqualTo(3), run.Error);
            Assert.That(run.Output, Is.Not.Empty);
        }
        finally
        {
            Directory.Delete(reports, recursive: true);
        }
    }

    private static IEnumerable<string> OnShippedScenarios =>
        Commands.Where(command =>
            !command.Contains("--on slurm", StringComparison.Ordinal) // on a Slurm of its own, a test of the command line does so
            && command.Split(' ') is ["run" or "explain" or "validate", var scenario, ..]
            && Directory.Exists(Path.Combine(Repository.Root, scenario))
        );
}
