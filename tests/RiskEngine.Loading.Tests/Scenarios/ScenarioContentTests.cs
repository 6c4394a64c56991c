using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>The hash of a scenario's content changes with whatever reaches its measures, and with nothing that does not.</summary>
internal sealed class ScenarioContentTests
{
    private static readonly ReadOptions options = new()
    {
        Kinds = TestKind.Catalogue,
        Pricing = TestPricing.Catalogue,
        Measures = [.. MeasureKinds.All.Select(m => m.Id)],
    };

    private TinyScenario tiny = null!;

    [SetUp]
    public void Make() => tiny = new TinyScenario();

    [TearDown]
    public void Clear() => tiny.Dispose();

    private string Hash(string[]? settings = null, string @case = "base", string[]? portfolios = null)
    {
        tiny.Read(); // writes the files
        var source = new ScenarioSource(tiny.Folder);
        var read = ScenarioReader.Read(source, options);
        Assert.That(read.Errors, Is.Empty);
        return ScenarioContent.Of(source, options, read.Scenario!.Inputs)!.HashOf(settings ?? [], @case, portfolios)!;
    }

    [TestCase("riskFreeRate=0.05")]
    [TestCase("largeLoss=0.3")]
    [TestCase("horizons.short=4m")]
    [TestCase("factors.market.volatility=0.2")]
    [TestCase("correlations.mood.market=0.1")]
    [TestCase("instruments.alpha.volatility=0.7")]
    [TestCase("risks.crash.probability=0.11")]
    [TestCase("convictions.invest.size=0.01")]
    public void A_setting_changes_it(string setting) => Assert.That(Hash([setting]), Is.Not.EqualTo(Hash()));

    [Test]
    public void A_setting_that_says_what_the_file_says_does_not_change_it() => Assert.That(Hash(["riskFreeRate=0.04"]), Is.EqualTo(Hash()));

    [Test]
    public void A_setting_that_does_not_fit_has_none()
    {
        tiny.Read(); // writes the files
        var source = new ScenarioSource(tiny.Folder);
        var inputs = ScenarioReader.Read(source, options).Scenario!.Inputs;

        Assert.That(ScenarioContent.Of(source, options, inputs)!.HashOf(["factors.nobody.volatility=1"], "base", null), Is.Null);
    }

    [TestCase("scenario.yaml", "below: 0.5", "below: 0.6")]
    [TestCase("scenario.yaml", "zh-CN: \"小\"", "zh-CN: \"大\"")]
    [TestCase("scenario.yaml", "judgement: a guess", "judgement: an estimate")]
    [TestCase("market.yaml", "name: Mood", "name: Temper")]
    [TestCase("scenario.yaml", "risks.crash.probability: 0.6", "risks.crash.probability: 0.7")]
    public void What_does_not_reach_the_base_case_does_not_change_it(string file, string before, string after)
    {
        var hash = Hash();
        tiny.With(file, before, after);

        Assert.That(Hash(), Is.EqualTo(hash));
    }

    [TestCase("market.yaml", "volatility: 0.16", "volatility: 0.17")]
    [TestCase("market.yaml", "market: { mood: 0.4 }", "market: { mood: 0.3 }")]
    [TestCase("scenario.yaml", "asOf: 2026-02-06", "asOf: 2026-02-07")]
    public void What_reaches_it_does(string file, string before, string after)
    {
        var hash = Hash();
        tiny.With(file, before, after);

        Assert.That(Hash(), Is.Not.EqualTo(hash));
    }

    [Test]
    public void A_value_that_a_setting_replaces_does_not_count()
    {
        var hash = Hash(["factors.market.volatility=0.2"]);
        tiny.With("market.yaml", "volatility: 0.16", "volatility: 0.17");

        Assert.That(Hash(["factors.market.volatility=0.2"]), Is.EqualTo(hash));
    }

    [Test]
    public void A_case_is_what_it_sets_and_a_change_of_that_reaches_it_alone()
    {
        var (plain, bust) = (Hash(), Hash(@case: "bust"));
        tiny.With("scenario.yaml", "risks.crash.probability: 0.6", "risks.crash.probability: 0.7");

        Assert.That(bust, Is.Not.EqualTo(plain));
        Assert.That(Hash(@case: "bust"), Is.Not.EqualTo(bust));
        Assert.That(Hash(), Is.EqualTo(plain));
    }

    [Test]
    public void Portfolios_that_are_not_meant_do_not_count()
    {
        var (core, both) = (Hash(portfolios: ["core"]), Hash());
        tiny.With("portfolios/wide.csv", "cash;1;500", "cash;2;500");

        Assert.That(Hash(portfolios: ["core"]), Is.EqualTo(core));
        Assert.That(Hash(), Is.Not.EqualTo(both));
    }
}
