using System.Net;
using System.Text.Json;
using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;

namespace RiskEngine.Serving.Tests.Engines;

/// <summary>What a page is told is what a run of the command line gives: the same bits.</summary>
internal sealed class FiguresTests
{
    private const string Figures = "scenarios/tiny/engine/figures";

    private ServedFolder served = null!;

    [OneTimeSetUp]
    public async Task Start() => served = await ServedFolder.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await served.DisposeAsync();

    [TestCase("base", "core")]
    [TestCase("bust", "other")]
    public async Task Figures_are_those_of_a_run_with_the_values_set(string @case, string portfolio)
    {
        var (_, answer) = await served.AskAsync(
            Figures,
            new
            {
                @case,
                portfolio,
                set = new Dictionary<string, string> { ["instruments.beta.volatility"] = "0.3", ["riskFreeRate"] = "0.01" },
            }
        );
        var run = ServedFolder.Run(
            RiskScenario.Load(served.Tiny, "instruments.beta.volatility=0.3", "riskFreeRate=0.01"),
            portfolio,
            @case
        );

        Assert.That(answer.GetProperty("paths").GetInt32(), Is.EqualTo(ServedFolder.Paths));
        Assert.That(answer.GetProperty("case").GetString(), Is.EqualTo(@case));
        AssertSame(answer, run);
    }

    [Test]
    public async Task Weights_are_those_of_a_portfolio_that_holds_so_much()
    {
        var (_, answer) = await served.AskAsync(Figures, new { portfolio = "core", weights = new { core = new { alpha = 0.8 } } });
        var scenario = RiskScenario.Load(served.Tiny);
        // 2,000 in all: 1,600 of alpha at 100, 400 of beta at 50.
        Portfolio Held(Portfolio p) =>
            p with
            {
                Positions = [.. p.Positions.Select(o => o with { Quantity = o.Instrument.Value == "alpha" ? 16 : 8 })],
            };
        var model = scenario.Base.Model;
        var run = ServedFolder.Run(
            scenario with
            {
                Cases = [scenario.Base with { Model = model with { Portfolios = [Held(model.Portfolios[0])] } }],
            },
            "core"
        );

        Assert.That(Value(answer, "mean"), Is.EqualTo(run[MeasureKinds.Mean].Value).Within(1e-7)); // quantities differ in their last digits
        Assert.That(Value(answer, "es95"), Is.EqualTo(run[MeasureKinds.Es95].Value).Within(1e-7));
    }

    [Test]
    public async Task Beliefs_are_views_of_a_whole_run()
    {
        var (_, answer) = await served.AskAsync(Figures, new { portfolio = "core", beliefs = new { rise = 0.9 } });
        var scenario = RiskScenario.Load(served.Tiny);
        var view = new StatedView
        {
            Id = new("belief"),
            Name = new("belief", "信念"),
            Quantity = ViewQuantity.Probability,
            On = ["rise"],
            Horizon = scenario.HeadlineHorizon.Id,
            Bound = ViewBound.Is,
            Target = 0.9,
        };
        var options = new RunOptions { Paths = ServedFolder.Paths, Cases = [scenario.Base.Id] };
        var views = new Engine().Run(scenario with { Views = [view] }, options).Views!;
        var run = views
            .Portfolios.First(p =>
                p.Portfolio.Id.Value == "core" && p.Variant.Kind == VariantKind.AsHeld && p.Horizon.Id == scenario.HeadlineHorizon.Id
            )
            .Posterior;

        AssertSame(answer, run);
        Assert.That(Value(answer, "mean"), Is.GreaterThan(ServedFolder.Run(scenario, "core")[MeasureKinds.Mean].Value));
    }

    [Test]
    public async Task A_value_that_does_not_fit_is_told_at_its_path()
    {
        var (code, answer) = await served.AskAsync(
            Figures,
            new { set = new Dictionary<string, string> { ["risks.crash.probability"] = "2", ["risks.crsh.probability"] = "0.1" } }
        );
        var problems = answer.GetProperty("problems").EnumerateArray().ToDictionary(p => Text(p, "path"), p => Text(p, "message"));

        Assert.That(code, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(problems["risks.crash.probability"], Does.Contain("found '2'"));
        Assert.That(problems["risks.crsh.probability"], Does.Contain("did you mean 'crash'"));
    }

    [TestCase("{\"case\":\"bul\"}", "no case 'bul'")]
    [TestCase("{\"portfolio\":\"cor\"}", "no portfolio 'cor'")]
    [TestCase("{\"weights\":{\"core\":{\"alpha\":1.5}}}", "leave room")]
    [TestCase("{\"beliefs\":{\"fall\":0.5}}", "no prediction 'fall'")]
    [TestCase("{\"what\":1}", "expected a question")]
    [TestCase("[]", "expected a question")]
    public async Task What_is_no_question_is_refused(string question, string expected)
    {
        var (code, answer) = await served.AskAsync(Figures, JsonDocument.Parse(question).RootElement);

        Assert.That(code, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(Text(answer.GetProperty("problems")[0], "message"), Does.Contain(expected));
    }

    [Test]
    public async Task Keys_come_with_their_units_and_ranges()
    {
        using var response = await served.GetAsync("scenarios/tiny/engine/keys");
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        var key = answer.RootElement.GetProperty("keys").EnumerateArray().Single(k => Text(k, "path") == "riskFreeRate");

        Assert.That(Text(key, "value"), Is.EqualTo("0.03"));
        Assert.That(Text(key, "unit"), Is.EqualTo("a year"));
        Assert.That(Text(key, "accepted"), Is.EqualTo("-0.05 to 0.5"));
        Assert.That(answer.RootElement.GetProperty("cases")[1].GetProperty("sets")[0].GetString(), Is.EqualTo("risks.crash.probability"));
    }

    private static void AssertSame(JsonElement answer, MeasureSet run) =>
        Assert.That(
            new[] { "median", "mean", "es95", "loss" }.Select(m => Value(answer, m)),
            Is.EqualTo(
                new[] { MeasureKinds.Median, MeasureKinds.Mean, MeasureKinds.Es95, MeasureKinds.LossProbability }.Select(k => run[k].Value)
            )
        );

    /// <summary>A figure as held at the headline horizon.</summary>
    private static double Value(JsonElement answer, string measure) =>
        answer
            .GetProperty("rows")
            .EnumerateArray()
            .Single(r => Text(r, "variant") == "held" && Text(r, "horizon") == "medium")
            .GetProperty("figures")
            .GetProperty(measure)[0]
            .GetDouble();

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
