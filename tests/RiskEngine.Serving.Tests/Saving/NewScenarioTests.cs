using System.Net;
using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Serving.Tests.Saving;

internal sealed class NewScenarioTests
{
    private const string Save = "scenarios/tiny/engine/save";

    private ServedFolder served = null!;

    [SetUp]
    public async Task Start() => served = await ServedFolder.StartAsync();

    [TearDown]
    public async Task Stop() => await served.DisposeAsync();

    [Test]
    public async Task A_saved_scenario_runs_as_the_one_that_was_tried()
    {
        var (code, answer) = await served.AskAsync(
            Save,
            new
            {
                name = "tiny-calm",
                set = new Dictionary<string, string> { ["risks.crash.probability"] = "0.05" },
                weights = new { core = new { alpha = 0.2 } },
                beliefs = new { rise = 0.6 },
            }
        );
        Assert.That(code, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        var (_, tried) = await served.AskAsync(
            "scenarios/tiny/engine/figures",
            new
            {
                portfolio = "core",
                set = new Dictionary<string, string> { ["risks.crash.probability"] = "0.05" },
                weights = new { core = new { alpha = 0.2 } },
            }
        );
        var saved = RiskScenario.Load(Path.Combine(served.Scenarios, "tiny-calm"));

        Assert.That(answer.GetProperty("folder").GetString(), Is.EqualTo(Path.Combine("scenarios", "tiny-calm")));
        Assert.That(saved.Id.Value, Is.EqualTo("tiny-calm"));
        Assert.That(saved.Views.Single().Target, Is.EqualTo(0.6));
        Assert.That(
            ServedFolder.Run(saved, "core")[MeasureKinds.Es95].Value,
            Is.EqualTo(tried.GetProperty("rows")[1].GetProperty("figures").GetProperty("es95")[0].GetDouble())
        );
        Assert.That(
            await File.ReadAllTextAsync(Path.Combine(served.Scenarios, "tiny-calm", "scenario.yaml")),
            Does.StartWith("# the author's")
        );
    }

    [Test]
    public async Task Code_that_a_scenario_brings_goes_along_to_be_allowed_anew()
    {
        Directory.CreateDirectory(Path.Combine(served.Tiny, "factors"));
        await File.WriteAllTextAsync(Path.Combine(served.Tiny, "factors", "mine.cs"), "// mine");
        var (code, answer) = await served.AskAsync(Save, new { name = "other" });

        Assert.That(code, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(await File.ReadAllTextAsync(Path.Combine(served.Scenarios, "other", "factors", "mine.cs")), Is.EqualTo("// mine"));
    }

    [Test]
    public async Task One_that_is_there_is_never_written_over()
    {
        var before = Contents();
        var (code, answer) = await served.AskAsync(Save, new { name = "tiny" });

        Assert.That(code, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer.GetProperty("problems")[0].GetProperty("message").GetString(), Does.Contain("there already"));
        Assert.That(Contents(), Is.EqualTo(before));
    }

    [TestCase("../out")]
    [TestCase("a/b")]
    [TestCase("..")]
    [TestCase(".hidden")]
    [TestCase("")]
    [TestCase("Über")]
    public async Task A_name_that_is_no_plain_one_is_refused(string name)
    {
        var before = Contents();
        var (code, _) = await served.AskAsync(Save, new { name });

        Assert.That(code, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Contents(), Is.EqualTo(before));
    }

    [Test]
    public async Task Values_that_do_not_fit_leave_nothing()
    {
        var before = Contents();
        var (code, answer) = await served.AskAsync(
            Save,
            new { name = "wrong", set = new Dictionary<string, string> { ["risks.crash.within"] = "2 moons" } }
        );

        Assert.That(code, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(answer.GetProperty("problems")[0].GetProperty("path").GetString(), Is.EqualTo("risks.crash.within"));
        Assert.That(Contents(), Is.EqualTo(before));
    }

    private Dictionary<string, string> Contents() =>
        Directory
            .EnumerateFiles(Path.GetDirectoryName(served.Scenarios)!, "*", SearchOption.AllDirectories)
            .ToDictionary(f => f, File.ReadAllText);
}
