using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Plans;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>Hundreds of risks and recommendations: shared on fewer paths, or not at all, and always said.</summary>
public sealed class ManyRisksTests
{
    private const int Paths = 2_000;

    [Test]
    public void Seventy_risks_and_recommendations_share_their_effects_with_intervals()
    {
        var results = new Engine().Run(Build(70, 70), new RunOptions { Threads = 2 });
        var shares = results.Attribution!.Shapley;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shares.Where(s => s.Over == ShapleyOver.Risks).Select(s => s.Shares.Count), Is.All.EqualTo(70));
            Assert.That(shares.Where(s => s.Over == ShapleyOver.Recommendations).Select(s => s.Shares.Count), Is.All.EqualTo(70));
            Assert.That(shares.SelectMany(s => s.Shares).Select(s => s.Share.Mean.StandardError), Is.All.Positive);
            Assert.That(results.EventEffects.Select(e => e.Event.Id).Distinct().Count(), Is.EqualTo(70));
            Assert.That(
                results.Notices.Select(n => n.Message),
                Has.One.Contains("70 risks and deals: what each one does is measured on the first 2,000 paths")
            );
        }
    }

    [Test]
    public void Shares_of_advice_add_up_to_what_all_of_it_does()
    {
        // Shapley's values are efficient, and gains of overlays add: mean profit following all less that as held.
        var results = new Engine().Run(Build(1, 70), new RunOptions { Threads = 2 });
        var shares = results.Attribution!.Shapley.Single(s => s.Over == ShapleyOver.Recommendations);
        var portfolio = results.Base.Portfolios[0];
        var headline = results.Base.Portfolios[0].AsHeld.Horizons.Count - 1;
        var all = portfolio.Variants.Single(v => v.Variant.Kind == Abstractions.Portfolios.VariantKind.FollowingAll).Horizons[headline];
        Assert.That(
            shares.Shares.Sum(s => s.Share.Mean.Value),
            Is.EqualTo(all.Measures.Mean.Value - portfolio.AsHeld.Horizons[headline].Measures.Mean.Value).Within(1e-5)
        );
    }

    [Test]
    public void Beyond_three_hundred_and_twenty_nothing_is_shared_and_a_notice_says_so()
    {
        var results = new Engine().Run(Build(1, 321), new RunOptions { Threads = 2 });
        Assert.That(results.Attribution!.Shapley.Select(s => s.Over), Has.None.EqualTo(ShapleyOver.Recommendations));
        Assert.That(results.Notices.Select(n => n.Message), Has.One.Contains("321 recommendations: their joint effect is not shared"));
    }

    [TestCase(20, Paths)]
    [TestCase(21, Paths)]
    [TestCase(80, Paths)]
    public void On_few_paths_none_are_left_out(int risks, int expected) =>
        Assert.That(PathsWithoutOne(Build(risks, 0)), Is.All.EqualTo(expected));

    // 100,000 x 20 / 40 and 100,000 x 20 / 80 in whole blocks of 256; 8,192 at least.
    [TestCase(20, 100_000)]
    [TestCase(40, 49_920)]
    [TestCase(80, 24_832)]
    [TestCase(400, 8_192)]
    public void What_each_of_many_does_is_measured_on_fewer_paths(int risks, int expected) =>
        Assert.That(PathsWithoutOne(Build(risks, 0, 100_000)), Is.All.EqualTo(expected));

    private static IEnumerable<int> PathsWithoutOne(Scenario scenario)
    {
        var engine = new Engine();
        return engine
            .Prepare(scenario, new RunOptions())
            .Steps.OfType<SimulateStep>()
            .Where(s => s.Stage.StartsWith("base without r", StringComparison.Ordinal))
            .Select(s => s.Paths.Count);
    }

    private static Scenario Build(int risks, int advice, int paths = Paths)
    {
        var scenario = SmallScenario
            .New()
            .RiskFree(0.03)
            .Until("3m")
            .With(Factors.Brownian("m", 0.2, 0.05))
            .With(Instruments.Equity("a", 0.3, ("m", 1)), Instruments.Equity("b", 0.2, ("m", 0.5)), Instruments.Cash("cash"))
            .Hold("p", ("a", 60), ("b", 40));
        for (var i = 0; i < risks; i++)
            scenario = scenario.With(Events.Of($"r{i}", 0.3, "0d", "3m", Effects.Hits(-0.02, i % 2 == 0 ? "a" : "b")));
        for (var i = 0; i < advice; i++)
            scenario = scenario.With(Advice.Buy($"x{i}", 0.002, "0d", "3m", (i % 2 == 0 ? "a" : "b", 1)));
        return scenario.Build(paths, seed: 7);
    }
}
