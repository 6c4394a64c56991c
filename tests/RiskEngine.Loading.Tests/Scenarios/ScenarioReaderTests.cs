using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Loading.Tests.Scenarios;

internal sealed class ScenarioReaderTests
{
    private readonly TinyScenario tiny = new();
    private Scenario scenario = null!;

    private Model Model => scenario.Base.Model;

    [OneTimeSetUp]
    public void Read()
    {
        var result = tiny.Read();
        Assert.That(result.Errors, Is.Empty);
        scenario = result.Scenario!;
    }

    [OneTimeTearDown]
    public void Clear() => tiny.Dispose();

    [Test]
    public void The_scenarios_own_keys_are_read()
    {
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Id.Value, Is.EqualTo("tiny"));
            Assert.That(scenario.Name, Is.EqualTo(new LocalText("Tiny", "小")));
            Assert.That(
                scenario.Horizons.Select(h => (h.Id.Value, h.Date, h.Name.Chinese)),
                Is.EqualTo([("short", new DateOnly(2026, 5, 6), "short"), ("medium", new DateOnly(2027, 2, 6), "一年")])
            );
            Assert.That(scenario.Simulation, Is.EqualTo(new SimulationOptions(2000, new Tenor(1, TenorUnit.Month), ulong.MaxValue)));
            Assert.That(scenario.LargeLoss, Is.EqualTo(0.2));
            Assert.That(scenario.ReverseStress, Is.EqualTo(ReverseStress.Default));
            Assert.That(
                scenario.Limits,
                Is.EqualTo([new Limit("es95", new("medium"), new("core"), HeadlineVariant.FollowingAll, new("base"), 0.5, null)])
            );
        });
    }

    [TestCase("{ loss: 0.3, horizon: short, variant: all }", 0.3, 0.01, "short", HeadlineVariant.FollowingAll)]
    [TestCase("{ worst: 0.05 }", null, 0.05, null, HeadlineVariant.AsHeld)]
    public void Which_losses_are_looked_at_backwards_is_read(
        string written,
        double? loss,
        double worst,
        string? horizon,
        HeadlineVariant variant
    )
    {
        using var changed = new TinyScenario().With("scenario.yaml", "currency: USD", $"currency: USD\nreverseStress: {written}");
        var expected = new ReverseStress(loss, worst, horizon is null ? null : new Id<Horizon>(horizon), variant);
        Assert.That(changed.Read().Scenario!.ReverseStress, Is.EqualTo(expected));
    }

    [Test]
    public void Factors_of_markets_and_theses_stand_together_with_their_defaults()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Model.Factors.Select(f => f.Id.Value), Is.EqualTo(["market", "mood", "growth"]));
            Assert.That(Model.Factors[0].Parameter("start"), Is.EqualTo(new Constant(1)));
            Assert.That(Model.Factors[2].Path[1].Value, Is.EqualTo(200));
            Assert.That(Model.Correlations, Is.EqualTo([new Correlation(new("market"), new("mood"), 0.4)]));
        });
    }

    [Test]
    public void Markup_in_names_stays_text() => Assert.That(Model.Instruments[0].Name.English, Is.EqualTo("Alpha <b>&</b> Co"));

    [Test]
    public void An_exits_probability_becomes_a_hazard()
    {
        // 1 - exp(-rate * 730 / 365) = 0.3: two years from 2026-02-06 have 730 days.
        var listing = Model.Instruments[3].Exits[0];
        Assert.That(1 - Math.Exp(-listing.Rate * 2), Is.EqualTo(0.3).Within(1e-15));
        Assert.That(listing.Multiple, Is.EqualTo(new Pert(1, 2, 5)));
    }

    [Test]
    public void Recommendations_take_verb_dates_and_costs()
    {
        var (buy, cut, look) = (Model.Recommendations.First(), Model.Recommendations.ElementAt(1), Model.Recommendations.Last());
        Assert.Multiple(() =>
        {
            Assert.That(buy.Size, Is.EqualTo(0.1));
            Assert.That(buy.Conviction.Direction, Is.EqualTo(Direction.Buy));
            Assert.That((buy.From, buy.Until, buy.Cost), Is.EqualTo((new DateOnly(2026, 2, 6), new DateOnly(2027, 2, 6), 0.001)));
            Assert.That(buy.Targets, Is.EqualTo([new Target(new("alpha"), 0.6), new Target(new("beta"), 0.4)]));
            Assert.That((cut.From, cut.Size, cut.Funding, cut.Cost), Is.EqualTo((new DateOnly(2026, 3, 6), 0.5, Funding.Cash, 0.01)));
            Assert.That(look.IsTraded, Is.False);
        });
    }

    [Test]
    public void Groups_are_spelled_out()
    {
        var makers = Model.Theses[0].Exposures.Single();
        var crash = Model.Risks.Single().Effects[0];
        Assert.Multiple(() =>
        {
            Assert.That(makers.Who.Select(w => w.Value), Is.EqualTo(["alpha", "start-up"]));
            Assert.That(makers.Group, Is.EqualTo(new Id<InstrumentGroup>("chips")));
            Assert.That(crash.Instruments.Select(i => i.Value), Is.EqualTo(["beta", "alpha", "start-up"]));
            Assert.That(crash.Factors.Single().Value, Is.EqualTo("market"));
        });
    }

    [Test]
    public void Predictions_indicators_deals_and_checks_are_read()
    {
        var thesis = Model.Theses[0];
        Assert.Multiple(() =>
        {
            Assert.That(thesis.Predictions[0].Condition, Is.EqualTo(new FactorCondition(new("growth"), Side.Above, 200)));
            Assert.That(((AllCondition)thesis.Predictions[1].Condition).Parts[1], Is.EqualTo(new ListingsCondition(new("chips"), 1)));
            Assert.That(thesis.Indicators[0].Date, Is.EqualTo(new DateOnly(2027, 2, 6)));
            Assert.That(thesis.Deals[0].Event!.Exit!.Route, Is.EqualTo(ExitRoute.Sale));
            Assert.That(
                (thesis.Deals[0].Event!.From, thesis.Deals[0].Event!.Until),
                Is.EqualTo((new DateOnly(2026, 6, 29), new DateOnly(2026, 6, 30)))
            );
            Assert.That(thesis.Deals[1].Event, Is.Null);
            Assert.That(thesis.Checks[0].Arithmetic!.Kind, Is.EqualTo(ArithmeticKind.Growth));
            Assert.That(thesis.Checks[1].Arithmetic, Is.Null);
            Assert.That(thesis.Checks[1].Claims[1], Is.EqualTo(new ClaimRef(new("chips"), new("advice"))));
        });
    }

    [Test]
    public void Events_recover_and_trigger()
    {
        var crash = Model.Risks.Single();
        Assert.Multiple(() =>
        {
            Assert.That(crash.Recurs, Is.True);
            Assert.That(crash.Effects[1].Channel, Is.EqualTo(EffectChannel.Correlation));
            Assert.That(crash.Effects[1].RecoveryShare, Is.EqualTo(1));
            Assert.That(crash.Triggers.Single(), Is.EqualTo(new Trigger(new("purchase"), 0.5, new Tenor(6, TenorUnit.Month))));
        });
    }

    [Test]
    public void Portfolios_are_named_after_their_files()
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                Model.Portfolios.Select(p => (p.Id.Value, p.Name.English, p.Value)),
                Is.EqualTo([("core", "core", 1100.0), ("wide", "Wide", 50_500.0)])
            );
            Assert.That(Model.Portfolios[0].Positions[0], Is.EqualTo(new Position(new("alpha"), 10, 100)));
        });
    }

    [Test]
    public void A_case_changes_what_it_sets_and_nothing_else()
    {
        var bust = scenario.Cases[1];
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Cases.Select(c => c.Id.Value), Is.EqualTo(["base", "bust"]));
            Assert.That(bust.Model.Risks.Single().Probability, Is.EqualTo(0.6));
            Assert.That(Model.Risks.Single().Probability, Is.EqualTo(0.3));
            Assert.That(
                bust.Model.Correlations,
                Is.EquivalentTo([new Correlation(new("market"), new("mood"), 0.4), new Correlation(new("market"), new("growth"), 0.5)])
            );
            Assert.That(
                bust.Overrides,
                Is.EqualTo([
                    new Override("risks.crash.probability", "0.3", "0.6"),
                    new Override("correlations.market.growth", "", "0.5"),
                    new Override("convictions.bet.size", "0.06", "0.2"),
                ])
            );
            Assert.That(bust.Model.Instruments[0].Volatility, Is.EqualTo(Model.Instruments[0].Volatility));
        });
    }

    [TestCase("riskFreeRate", "0.04", "Judgement { Reason = bill yield }", "scenario.yaml", 6)]
    [TestCase("convictions.invest.size", "0.1", "Judgement { Reason = half the default twice }", "scenario.yaml", 8)]
    [TestCase("factors.market.volatility", "0.16", "Calibrated { Calibration = daily, StandardError =  }", "market.yaml", 7)]
    [TestCase("factors.market.premium", "0.045", "Judgement { Reason = surveys }", "market.yaml", 8)]
    [TestCase("factors.mood.halfLife", "1", "NotStated { }", "market.yaml", 10)]
    [TestCase("factors.growth.path.2026-12-31", "200", "FromArticle { Thesis = chips, Claim = size }", "theses/chips.yaml", 11)]
    [TestCase("factors.growth.pricedIn", "0.8", "Judgement { Reason = usual errors }", "theses/chips.yaml", 13)]
    [TestCase("correlations.market.mood", "0.4", "Calibrated { Calibration = daily, StandardError =  }", "market.yaml", 12)]
    [TestCase("instruments.alpha.exposures.market", "1.4", "Calibrated { Calibration = daily, StandardError =  }", "market.yaml", 24)]
    [TestCase("instruments.alpha.exposures.mood", "0.2", "Judgement { Reason = felt }", "market.yaml", 24)]
    [TestCase("instruments.start-up.exits.listing.multiple", "pert 1, 2, 5", "NotStated { }", "market.yaml", 34)]
    [TestCase("risks.crash.effects.0.size", "uniform -0.5, -0.2", "Judgement { Reason = history }", "risks.yaml", 10)]
    [TestCase("risks.crash.within", "2y", "FromArticle { Thesis = chips, Claim = size }", "risks.yaml", 7)]
    [TestCase("exposures.makers.size", "0.3", "Judgement { Reason = margins }", "theses/chips.yaml", 16)]
    [TestCase("predictions.double.when.above", "200", "FromArticle { Thesis = chips, Claim = size }", "theses/chips.yaml", 23)]
    [TestCase("recommendations.buy-alpha.targets.alpha", "0.6", "NotStated { }", "theses/chips.yaml", 18)]
    public void The_ledger_has_every_number_with_its_source(string path, string value, string source, string file, int line)
    {
        var entry = scenario.Ledger.Single(a => a.Path == path);
        Assert.That((entry.Value, entry.Source.ToString(), entry.File, entry.Line), Is.EqualTo((value, source, file, line)));
    }

    [Test]
    public void The_ledger_names_no_number_twice_and_no_word() =>
        Assert.Multiple(() =>
        {
            Assert.That(scenario.Ledger.Select(a => a.Path), Is.Unique);
            Assert.That(
                scenario.Ledger.Select(a => a.Path.Split('.')[^1]),
                Has.None.EqualTo("name").And.None.EqualTo("symbol").And.None.EqualTo("claims")
            );
            Assert.That(
                scenario.Ledger.Select(a => a.Source).OfType<Calibrated>().Select(c => c.Calibration).Distinct(),
                Is.SubsetOf(scenario.Calibrations.Select(c => c.Id))
            );
        });

    [Test]
    public void Every_file_is_recorded() =>
        Assert.That(
            scenario.Inputs.Select(i => i.Path),
            Is.EqualTo(["market.yaml", "portfolios/core.csv", "portfolios/wide.csv", "risks.yaml", "scenario.yaml", "theses/chips.yaml"])
        );

    [Test]
    public void Notices_tell_what_was_read_in_some_way_or_moves_nothing() =>
        Assert.That(
            scenario.Notices.Select(n => n.ToString()),
            Is.EqualTo([
                "market.yaml:16:3: notice: group 'empty': no instrument belongs to it, so nothing moves with it",
                "portfolios/wide.csv:2:6: notice: quantity: '1'000' was read as 1000",
            ])
        );

    [Test]
    public void The_command_line_changes_the_scenario_itself()
    {
        var result = tiny.Read("risks.crash.probability=0.7", "simulation.paths=5000", "instruments.beta.exposures.mood=0.1");
        var changed = result.Scenario!;
        Assert.Multiple(() =>
        {
            Assert.That(changed.Base.Model.Risks.Single().Probability, Is.EqualTo(0.7));
            Assert.That(changed.Cases[1].Model.Risks.Single().Probability, Is.EqualTo(0.6));
            Assert.That(changed.Simulation.Paths, Is.EqualTo(5000));
            Assert.That(changed.Base.Model.Instruments[1].Exposures, Has.Count.EqualTo(2));
            Assert.That(
                changed.Ledger.Single(a => a.Path == "risks.crash.probability").Source.ToString(),
                Does.Contain("set on the command line")
            );
            Assert.That(
                result.Diagnostics.Where(d => d.Severity == Severity.Notice).Select(d => d.ToString()),
                Has.Member("--set risks.crash.probability: notice: 0.3 became 0.7")
            );
        });
    }

    [Test]
    public void The_file_may_be_named_in_place_of_the_folder()
    {
        var result = ScenarioReader.Read(Path.Combine(tiny.Folder, "scenario.yaml"), new ReadOptions { Kinds = TestKind.Catalogue });
        Assert.That(result.Scenario!.Id.Value, Is.EqualTo("tiny"));
    }
}
