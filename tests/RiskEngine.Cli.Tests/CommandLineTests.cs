namespace RiskEngine.Cli.Tests;

public sealed class CommandLineTests
{
    [TestCase("run --pahts 3 x", "unknown option '--pahts' (did you mean '--paths'?); options are: --case, --paths, ")]
    [TestCase(
        "runn",
        "unknown command 'runn' (did you mean 'run'?); commands are: run, validate, explain, factors, instruments, calibrate"
    )]
    [TestCase("", "expected a command; commands are: run, validate, explain, factors, instruments, calibrate")]
    [TestCase("run", "expected scenario, found nothing")]
    [TestCase("run x --paths", "--paths: expected N after it, found nothing")]
    [TestCase("run x --paths 999", "--paths: expected a whole number from 1,000 to 100,000,000, found '999'")]
    [TestCase("run x --paths 1e5", "--paths: expected a whole number from 1,000 to 100,000,000, found '1e5'")]
    [TestCase("run x --threads 0", "--threads: expected a whole number from 1 to 1,024, found '0'")]
    [TestCase("run x --seed -1", "--seed: expected a whole number from 0 to 18,446,744,073,709,551,615, found '-1'")]
    [TestCase("run x --outcomes tsv", "--outcomes: expected one of npy, csv, parquet, none, found 'tsv'")]
    [TestCase("explain a b", "'explain' takes no further argument; found 'b'")]
    [TestCase("calibrate p.csv --from 2026-13-01", "--from: expected a date such as 2026-02-06, found '2026-13-01'")]
    [TestCase("factors fixd", "unknown kind 'fixd' (did you mean 'fixed'?); kinds are: ")]
    public void A_wrong_command_line_is_one_clear_sentence_with_what_would_be_right(string line, string expected)
    {
        using var folder = new TestFolder();

        var answer = folder.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.StartWith($"riskengine: error: {expected}"));
        Assert.That(answer.Output, Is.Empty);
    }

    [Test]
    public void Every_error_of_a_command_line_is_listed()
    {
        using var folder = new TestFolder();

        var answer = folder.Run("run", "x", "--paths", "abc", "--seed", "def");

        Assert.That(answer.Error.Split('\n'), Has.Exactly(2).StartsWith("riskengine: error: --"));
        Assert.That(answer.Error, Does.EndWith("See riskengine run --help\n"));
    }

    [TestCase("--help")]
    [TestCase("run", "--help")]
    [TestCase("--version")]
    public void Asking_for_help_is_no_error(params string[] args)
    {
        using var folder = new TestFolder();

        var answer = folder.Run(args);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(answer.Output, Is.Not.Empty);
        Assert.That(answer.Error, Is.Empty);
    }
}
