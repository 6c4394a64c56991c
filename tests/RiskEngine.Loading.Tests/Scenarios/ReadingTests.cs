using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>Other ways to read a recommendation.</summary>
internal sealed class ReadingTests : BadInputs
{
    private const string Plain = "targets: { alpha: 0.6, beta: 0.4 } }";

    [Test]
    public void A_reading_overrides_what_it_names_and_keeps_the_rest()
    {
        var scenario = With(
            "[{ because: or short, weight: 0.2, horizon: short }, { because: or watch, weight: 0.1, verb: watch }, "
                + "{ because: or more, weight: 0.1, verb: bet }]"
        );
        var stands = scenario.Read().Scenario!.Base.Model.Recommendations.First();
        var (sooner, watch, more) = (stands.Readings[0].Meant, stands.Readings[1].Meant, stands.Readings[2].Meant);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sooner, Is.EqualTo(stands with { Horizon = sooner.Horizon, Until = new(2026, 5, 6), Readings = sooner.Readings }));
            Assert.That(sooner.Horizon.Value, Is.EqualTo("short"));
            Assert.That(sooner.Readings, Is.Empty);
            Assert.That((watch.IsTraded, watch.Until), Is.EqualTo((false, stands.Until)));
            Assert.That((more.Size, more.Conviction.Verb), Is.EqualTo((0.06, "bet")));
            Assert.That(stands.Readings.Select(r => r.Weight), Is.EqualTo(new[] { 0.2, 0.1, 0.1 }));
        }
    }

    [Test]
    public void Its_weight_is_a_number_of_the_ledger_and_can_be_set()
    {
        var scenario = With("[{ because: or short, weight: 0.2, horizon: short }]");
        var read = scenario.Read("recommendations.buy-alpha.readings.0.weight=0.4").Scenario!;

        Assert.That(read.Base.Model.Recommendations.First().Readings[0].Weight, Is.EqualTo(0.4));
        Assert.That(read.Ledger.Single(a => a.Path == "recommendations.buy-alpha.readings.0.weight").Source, Is.InstanceOf<Judgement>());
    }

    [TestCase("{ because: a, weight: 0.6, horizon: short }, { because: b, weight: 0.4, size: 0.1 }", "add to less than 1")]
    [TestCase("{ because: a, weight: 0, horizon: short }", "above 0")]
    [TestCase("{ because: a, weight: 0.5 }", "expected horizon, verb or size")]
    [TestCase("{ because: a, weight: 0.5, horizon: shrt }", "unknown horizon 'shrt' (did you mean 'short'?)")]
    [TestCase("{ because: a, weight: 0.5, verb: watch, size: 0.1 }", "'watch' only watches")]
    [TestCase("{ weight: 0.5, size: 0.1 }", "because")]
    [TestCase("{ because: a, weight: 0.5, size: 0.1, until: 3m }", "unknown key 'until'")]
    public void A_bad_reading_is_told_at_its_place(string readings, string expected)
    {
        var scenario = With($"[{readings}]");
        var errors = scenario.Read().Errors.ToList();

        Assert.That(errors.Select(e => $"{e}"), Has.Some.Contain(expected));
        Assert.That(errors, Has.All.Matches<Diagnostic>(e => e.Location.File == "theses/chips.yaml"));
    }

    [Test]
    public void A_check_says_what_the_scenario_would_be_if_the_other_statement_were_right()
    {
        var read = tiny.With(
                T,
                "growth: [100, 200], claimed: 0.85 }",
                "growth: [100, 200], claimed: 0.85, set: { factors.growth.path.2026-12-31: 185 } }"
            )
            .Read()
            .Scenario!;
        var otherwise = read.CheckReadings.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(otherwise.Check.Value, Is.EqualTo("sum"));
            Assert.That(otherwise.Changes.Select(c => (c.From, c.To)), Is.EqualTo(new[] { ("200", "185") }));
            Assert.That(
                otherwise.Model.Factors.First(f => f.Id.Value == "growth"),
                Is.Not.EqualTo(read.Base.Model.Factors.First(f => f.Id.Value == "growth"))
            );
        }
    }

    [TestCase("{ factors.grwth.path.2026-12-31: 185 }", "'factors' has no 'grwth'")]
    [TestCase("{ factors.growth.path.2026-12-31: -1 }", "above 0")]
    [TestCase("{ simulation.paths: 5 }", "'simulation' cannot be set")]
    public void A_bad_setting_of_a_check_is_told_at_its_place(string set, string expected)
    {
        var errors = tiny.With(T, "claimed: 0.85 }", $"claimed: 0.85, set: {set} }}").Read().Errors.ToList();

        Assert.That(errors.Select(e => $"{e}"), Has.Some.Contain(expected));
        Assert.That(errors, Has.All.Matches<Diagnostic>(e => e.Location.File == T));
    }

    private TinyScenario With(string readings) => tiny.With(T, Plain, $"{Plain[..^2]}, readings: {readings} }}");
}
