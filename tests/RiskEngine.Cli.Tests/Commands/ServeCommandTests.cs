using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli.Commands;
using RiskEngine.Cli.Runs;
using Spectre.Console;

namespace RiskEngine.Cli.Tests.Commands;

public sealed partial class ServeCommandTests
{
    private TestFolder folder = null!;

    [SetUp]
    public void Make()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder, "scenarios/tiny");
    }

    [TearDown]
    public void CleanUp() => folder.Dispose();

    [Test]
    public void It_prints_an_address_of_this_machine_with_its_token_and_ends_when_it_is_told_to()
    {
        using var cancel = new CancellationTokenSource();
        folder.OnError = line =>
        {
            if (line.Contains("Ctrl-C", StringComparison.Ordinal))
                cancel.Cancel();
        };
        var answer = folder.Run(["serve"], cancel.Token);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Cancelled), answer.Error);
        Assert.That(Address().IsMatch(answer.Output), Is.True, answer.Output);
    }

    [TestCase("elsewhere", "found no folder 'elsewhere'")]
    [TestCase("scenarios/tiny", "name the folder that it lies in")]
    public void What_is_no_folder_of_scenarios_is_refused(string given, string expected)
    {
        var answer = folder.Run("serve", given);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain(expected));
    }

    [Test]
    public void Code_that_a_scenario_brings_runs_only_when_that_is_allowed()
    {
        folder.Write("scenarios/tiny/factors/mine.cs", "throw new System.InvalidOperationException();");
        var environment = new CommandEnvironment(AnsiConsole.Console, TextWriter.Null, TimeProvider.System, folder.PathOf("."));
        var found = new DiagnosticBag();
        var reading = ServeCommand.Reading(CodeSettings.None, environment)!;

        Assert.That(reading(folder.PathOf("scenarios/tiny"), found), Is.Null);
        Assert.That(found.Sorted().Single().Message, Does.Contain("--allow-code"));
    }

    [GeneratedRegex(@"^http://127\.0\.0\.1:\d+/[0-9a-f]{48}/\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address();
}
