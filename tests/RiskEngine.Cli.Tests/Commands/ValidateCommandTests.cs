namespace RiskEngine.Cli.Tests.Commands;

public sealed class ValidateCommandTests
{
    [Test]
    public void A_valid_scenario_is_told_in_one_line()
    {
        using var folder = new TestFolder();
        TinyScenario.Write(folder);

        var answer = folder.Run("validate", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done), answer.Error);
        Assert.That(
            answer.Output,
            Does.StartWith("tiny is valid")
                .And.Contain("1 thesis, 1 claim, 1 recommendation, 0 predictions, 1 factor, 2 instruments, 1 risk, 1 portfolio, 2 cases")
        );
    }

    [Test]
    public void Every_error_of_every_file_has_file_line_and_column()
    {
        using var folder = new TestFolder();
        TinyScenario.Write(
            folder,
            "tiny",
            ("market: 1.5", "markt: 1.5"),
            ("verb: invest", "verb: invst"),
            ("asOf: 2026-02-06", "asOf: soon")
        );

        var answer = folder.Run("validate", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        var lines = answer.Error.TrimEnd('\n').Split('\n');
        Assert.That(lines[..^1], Has.All.Match(@"^tiny/[a-z.]+:\d+:\d+: (error|warning|notice): "));
        Assert.That(
            lines,
            Has.Some.Contains("(did you mean 'market'?)").And.Some.Contains("(did you mean 'invest'?)").And.Some.Contains("'soon'")
        );
        Assert.That(lines[^1], Does.Match(@"^\d errors; nothing was written$"));
    }

    [Test]
    public void Notices_do_not_make_a_scenario_invalid()
    {
        using var folder = new TestFolder();
        TinyScenario.Write(
            folder,
            "tiny",
            ("groups: { chips: { name: Chips } }", "groups: { chips: { name: Chips }, nobody: { name: Nobody } }")
        );

        var answer = folder.Run("validate", "tiny");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(answer.Error, Does.Contain("tiny/market.yaml:3:").And.Contain(": notice: ").And.Contain("'nobody'"));
        Assert.That(answer.Output, Does.StartWith("tiny is valid (1 notice): "));
    }
}
