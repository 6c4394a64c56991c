using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Analysis.Findings;
using RiskEngine.Loading;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Acceptance.Tests;

/// <summary>The shipped scenario says all that the two articles say, and where each of its numbers comes from.</summary>
[TestFixture]
public sealed class ShippedScenarioTests
{
    private readonly Scenario scenario = Read();

    private Model Model => scenario.Base.Model;

    [Test]
    public void It_is_read_without_errors_or_warnings() =>
        Assert.That(scenario.Notices.Where(n => n.Severity != Severity.Notice), Is.Empty);

    [Test]
    public void Every_number_says_where_it_comes_from() =>
        Assert.That(scenario.Ledger.Where(a => a.Source is NotStated).Select(a => $"{a.File}:{a.Line} {a.Path}"), Is.Empty);

    [Test]
    public void Every_judgement_has_a_reason_and_every_article_figure_a_line()
    {
        var claims = Model.Theses.SelectMany(t => t.Claims.Select(c => (t.Id, c.Id, c.Line))).ToHashSet();
        Assert.That(scenario.Ledger.Select(a => a.Source).OfType<Judgement>().Where(j => j.Reason.English.Length < 10), Is.Empty);
        Assert.That(
            scenario
                .Ledger.Select(a => a.Source)
                .OfType<FromArticle>()
                .Where(f => !claims.Any(c => c.Item1 == f.Thesis && c.Item2 == f.Claim && c.Line > 0)),
            Is.Empty
        );
    }

    [Test]
    public void The_first_article_advises_for_all_three_horizons()
    {
        var advice = Thesis("inference-era").Recommendations;
        Assert.That(
            advice.GroupBy(r => r.Horizon.Value).ToDictionary(g => g.Key, g => g.Count()),
            Is.EquivalentTo(
                new Dictionary<string, int>
                {
                    ["short"] = 3,
                    ["medium"] = 3,
                    ["long"] = 3,
                }
            )
        );
        Assert.That(advice.Count(r => !r.IsTraded), Is.GreaterThan(0), "advice only to watch is reported, not traded");
    }

    [TestCase("technology-route")]
    [TestCase("customer-concentration")]
    [TestCase("supply-chain")]
    [TestCase("software-ecosystem")]
    [TestCase("valuation-bubble")]
    public void Each_of_the_five_named_risks_is_an_event_with_a_claim(string id)
    {
        var risk = Model.Risks.Single(r => r.Id.Value == id);
        Assert.That(risk.Probability, Is.InRange(0.01, 0.99));
        Assert.That(risk.Effects, Is.Not.Empty);
        Assert.That(risk.Claims.Select(c => c.Thesis.Value), Does.Contain("inference-era"));
    }

    // The article's tables, in billions of dollars: training and inference 2023, 2024, 2025, 2030; edge devices 2025 and 2030; NVIDIA's
    // share.
    [TestCase("training-market", new[] { 32.0, 48, 62, 120 })]
    [TestCase("inference-market", new[] { 21.0, 44, 68, 330 })]
    [TestCase("edge-phone", new[] { 8.5, 22 })]
    [TestCase("edge-pc", new[] { 3.5, 12 })]
    [TestCase("edge-auto", new[] { 4.5, 28 })]
    [TestCase("edge-iot", new[] { 2.5, 15 })]
    [TestCase("nvidia-share", new[] { 0.85, 0.82, 0.78, 0.55 })]
    public void Each_row_of_the_market_tables_is_a_factor_s_path(string id, double[] figures) =>
        Assert.That(Model.Factors.Single(f => f.Id.Value == id).Path.Select(p => p.Value), Is.EqualTo(figures));

    [Test]
    public void The_dated_predictions_are_there() =>
        Assert.That(Thesis("inference-era").Predictions.Select(p => p.Date.Year), Is.SupersetOf(new[] { 2026, 2027, 2028, 2030 }));

    [Test]
    public void Gainers_and_losers_move_with_signed_exposures()
    {
        var exposures = Thesis("inference-era").Exposures;
        Assert.That(exposures.Count(e => e.Gains), Is.GreaterThan(5));
        Assert.That(exposures.Count(e => !e.Gains), Is.GreaterThan(3));
    }

    [Test]
    public void The_four_indicators_have_levels_that_confirm_and_refute() =>
        Assert.That(
            Thesis("inference-era").Indicators.Count(i => i.Confirms is not null && i.Refutes is not null),
            Is.GreaterThanOrEqualTo(4)
        );

    [Test]
    public void The_second_article_s_deals_are_dated_events()
    {
        var deals = Thesis("agents-reshape").Deals;
        Assert.That(deals.Select(d => d.Amount), Is.SupersetOf(new double?[] { 10, 20 }));
        Assert.That(deals.Count(d => d.Event is not null), Is.GreaterThanOrEqualTo(4));
        Assert.That(deals.Count(d => d.Event?.Exit is not null), Is.GreaterThanOrEqualTo(2), "Groq and SambaNova are bought");
    }

    [Test]
    public void Contradictions_are_found_by_calculation()
    {
        var findings = Audit.Of(Model.Theses);
        var growth = findings.Single(f => f.Check.Arithmetic is { Kind: ArithmeticKind.Growth, Claimed: 0.85 });
        Assert.That(growth.Verdict, Is.EqualTo(Verdict.Contradicts));
        Assert.That(growth.Calculated, Is.EqualTo((680.0 / 440) - 1).Within(1e-9), "the table gives 54.5%, the text claims 85%");
        Assert.That(findings.Count(f => f.Verdict == Verdict.Agrees), Is.GreaterThan(4), "what fits is said too");
        Assert.That(findings.Count(f => f.Verdict == Verdict.Stated), Is.GreaterThan(1));
    }

    [Test]
    public void Universe_portfolios_and_cases_are_as_large_as_promised()
    {
        Assert.That(Model.Instruments, Has.Count.InRange(28, 45));
        Assert.That(
            Model.Instruments.Where(i => i.Kind == InstrumentKind.Private).Select(i => i.Id.Value),
            Is.SupersetOf(new[] { "groq", "cerebras", "sambanova", "d-matrix" })
        );
        Assert.That(Model.Portfolios, Has.Count.EqualTo(3));
        Assert.That(
            scenario.Cases.Select(c => c.Id.Value),
            Is.SupersetOf(
                new[] { "base", "bull", "bear", "technology-disruption", "supply-crunch", "valuation-bust", "split-supply-chains" }
            )
        );
    }

    [Test]
    public void Every_text_for_readers_is_there_in_both_languages()
    {
        var chinese = Model
            .Theses.SelectMany(t => t.Claims.Select(c => c.Says).Append(t.Summary))
            .Concat(Model.Recommendations.Select(r => r.Name))
            .Concat(Model.Risks.SelectMany(r => new[] { r.Name, r.Summary }))
            .Concat(Model.Predictions.Select(p => p.Name))
            .Concat(scenario.Cases.SelectMany(c => new[] { c.Name, c.Summary }))
            .Where(t => !t.Chinese.Any(c => c is >= '\u4e00' and <= '\u9fff'));
        Assert.That(chinese.Select(t => t.English), Is.Empty);
    }

    [Test]
    public void Sources_are_named() =>
        Assert.That(
            Thesis("agents-reshape").Article,
            Is.EqualTo(
                Thesis("agents-reshape").Article with
                {
                    Author = "Tony Lee",
                    Published = new DateOnly(2026, 2, 8),
                    Address = new Uri("https://tonylee.im/zh-CN/blog/ai-chip-war-2026-agents-reshape-semiconductor/"),
                }
            )
        );

    private static Scenario Read()
    {
        var read = ScenarioReader.Read(
            Repository.ShippedScenario,
            new ReadOptions { Kinds = new FactorCatalogue(BuiltInKinds.All), Measures = [.. MeasureKinds.All.Select(m => m.Id)] }
        );
        return read.Scenario ?? throw new InvalidOperationException(string.Join(Environment.NewLine, read.Diagnostics));
    }

    private Thesis Thesis(string id) => Model.Theses.Single(t => t.Id.Value == id);
}
