using RiskEngine.Cli.Runs;
using RiskEngine.Plans;
using Spectre.Console;

namespace RiskEngine.Cli.Tests.Runs;

/// <summary>
/// A run that is to take less memory passes over its paths more often. That figures do not depend on the passes is the engine's own test.
/// </summary>
public sealed class MemoryLimitTests
{
    private const long Beside = 250_000_000;
    private const long Allowed = 550_000_000;

    private TestFolder folder = null!;

    [SetUp]
    public void MakeFolder()
    {
        folder = new TestFolder();
        TinyScenario.Write(folder);
    }

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public void The_plan_fits_into_what_is_allowed_by_more_passes_which_are_told()
    {
        const string advice = "  buy-alpha: { name: Buy alpha, claims: [size], horizon: medium, verb: invest, targets: { alpha: 1 } }\n";
        // What each of five recommendations does by itself is measured in passes of its own, where there is no room for all at once.
        var five = string.Concat(
            Enumerable.Range(1, 5).Select(i => advice.Replace("buy-alpha", $"buy-{i}").Replace("Buy alpha", $"Buy {i}"))
        );
        folder.Write("tiny/thesis.yaml", folder.Read("tiny/thesis.yaml").Replace(advice, five));
        var (free, _) = Plan(memory: null);
        Assert.That(free.PeakBytes + Beside, Is.GreaterThan(Allowed));

        var (small, said) = Plan(Allowed);

        Assert.That(small.PeakBytes + Beside, Is.LessThanOrEqualTo(Allowed));
        Assert.That(Passes(small), Is.GreaterThan(Passes(free)));
        Assert.That(
            said,
            Is.EqualTo(
                $"tiny: simulated in {Passes(small)} passes instead of {Passes(free)}, to stay within --memory; figures are the same"
            )
        );
    }

    [Test]
    public void What_cannot_fit_is_refused_before_anything_is_simulated()
    {
        var answer = folder.Run("run", "tiny", "--paths", "100000000", "--memory", "0.5GB");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Match(@"100,000,000 paths need [\d.]+ GB of memory, found 0\.2 GB"));
        Assert.That(folder.Has("reports"), Is.False);
    }

    [TestCase("2")]
    [TestCase("100MB")]
    [TestCase("-1GB")]
    [TestCase("many")]
    public void What_is_no_size_is_refused(string given) =>
        Assert.That(
            folder.Run("run", "tiny", "--memory", given).Error,
            Does.Contain($"--memory: expected 400MB or more, such as 2GB, found '{given}'")
        );

    private (RunPlan Plan, string Said) Plan(long? memory)
    {
        using var error = new StringWriter();
        var environment = new CommandEnvironment(AnsiConsole.Console, error, TimeProvider.System, folder.PathOf("."))
        {
            Memory = long.MaxValue,
        };
        var settings = new RunSettings
        {
            Scenarios = ["tiny"],
            Cases = [],
            Set = [],
            Out = "reports",
            Paths = 3_000_000,
            Threads = 1,
            Memory = memory,
            MeasuresOnly = true,
        };
        var loaded = new ScenarioLoader(settings.Code, environment).Load(["tiny"], [], []);
        Assert.That(loaded, Is.Not.Null, error.ToString());
        return (MemoryLimit.Prepare(loaded!.Single(), settings, environment), error.ToString().Trim());
    }

    private static int Passes(RunPlan plan) => plan.Steps.OfType<SimulateStep>().Count();
}
