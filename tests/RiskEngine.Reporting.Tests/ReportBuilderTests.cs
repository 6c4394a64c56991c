using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests;

internal sealed class ReportBuilderTests
{
    private static readonly ReportDocument report = ReportBuilder.Build(SampleAttribution.With(SampleResults.Make()), SampleResults.Run);

    private static Section Section(string id) => report.Sections.Single(s => s.Id == id);

    private static string English(Section section) =>
        Reporting
            .Markdown.MarkdownWriter.Write(new(LocalText.Same(""), Prose.Empty, [section], Prose.Empty), Language.English)
            .Replace("\\", "", StringComparison.Ordinal);

    [Test]
    public void The_answer_comes_first_and_every_part_has_its_section() =>
        Assert.That(
            report.Sections.Select(s => s.Id),
            Is.EqualTo(
                new[]
                {
                    "answer",
                    "limits",
                    "distribution",
                    "cases",
                    "contributions",
                    "recommendations",
                    "risks",
                    "predictions",
                    "reverse-stress",
                    "shapley",
                    "deals",
                    "views",
                    "model-risk",
                    "optimiser",
                    "forecasts",
                    "indicators",
                    "information-value",
                    "claims",
                    "sources",
                    "contradictions",
                    "exposures",
                    "instruments",
                    "ledger",
                    "notices",
                    "reading",
                    "reproduce",
                }
            )
        );

    [Test]
    public void Sections_with_nothing_to_say_are_left_out()
    {
        var bare = ReportBuilder.Build(SampleResults.Bare(), SampleResults.Run);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                bare.Sections.Select(s => s.Id),
                Is.EqualTo(new[] { "answer", "distribution", "instruments", "notices", "reading", "reproduce" })
            );
            Assert.That(English(bare.Sections[0]), Does.Contain("The base case was not simulated").And.Contain("in the case Bust"));
            Assert.That(English(bare.Sections[0]), Does.Contain("No recommendation changes this portfolio").And.Not.Contain("Following"));
            Assert.That(Texts.All(bare).Where(t => string.IsNullOrEmpty(t.Text.English) != string.IsNullOrEmpty(t.Text.Chinese)), Is.Empty);
        }
    }

    [Test]
    public void Every_text_is_written_in_both_languages()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var (text, place) in Texts.All(report))
            {
                Assert.That(
                    string.IsNullOrEmpty(text.English),
                    Is.EqualTo(string.IsNullOrEmpty(text.Chinese)),
                    $"{place}: '{text.English}' / '{text.Chinese}'"
                );
            }

            Assert.That(
                Texts.Names(report).Where(n => n.Text.English.Length == 0),
                Is.Empty,
                "headings, columns and descriptions are never empty"
            );
        }
    }

    [Test]
    public void Tables_are_rectangular()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var section in report.Sections)
            {
                foreach (var table in Texts.Flat(section.Blocks).OfType<Table>())
                    Assert.That(table.Rows.Select(r => r.Count), Has.All.EqualTo(table.Columns.Count), section.Id);
            }
        }
    }

    [Test]
    public void The_first_table_holds_every_portfolio_as_held_and_followed_in_per_cent_and_money()
    {
        // The money is the per cent of the portfolio's value, to three digits.
        var shown = Texts.Shown(Section("answer").Blocks).ToList();
        var table = shown.OfType<Table>().First();
        var value = SampleResults.Make().Base.Portfolios[0].Portfolio.Value;
        var median = SampleResults.Make().Base.Portfolios[0].AsHeld.Horizons[1].Measures.Median.Value;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(table.Rows, Has.Count.EqualTo(2));
            Assert.That(table.Rows[0][1].Content.Text.English, Is.EqualTo("+6.3%"));
            var money = double.Parse(table.Rows[0][1].Note!.Text.English.Split(' ')[0].Replace(",", "").TrimStart('+'));
            Assert.That(money, Is.EqualTo(value * median).Within(0.5).Percent);
            Assert.That(shown.OfType<Figure>().Single().Chart, Is.InstanceOf<Reporting.Charts.CasesChart>());
        }
    }

    [Test]
    public void The_answer_says_how_sure_it_is()
    {
        // Of the sample's four numbers one is judgement and one has no source; its two cases have one portfolio.
        var medians = SampleResults.Make().Cases.Select(c => 100 * c.Portfolios[0].FollowingAll.Horizons[1].Measures.Median.Value).ToList();
        Assert.That(
            English(Section("answer")),
            Does.Contain("2 of the 4 numbers behind it are judgement")
                .And.Contain(
                    "Over the 2 cases and all portfolios, advice followed, medians run from "
                        + $"−{-medians.Min():0.0}% to +{medians.Max():0.0}%"
                )
        );
    }

    [Test]
    public void Sections_for_specialists_are_folded_and_the_answer_is_not()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Section("answer").IsAppendix, Is.False);
            Assert.That(Section("optimiser").IsAppendix, Is.True);
            Assert.That(report.Sections.Count(s => !s.IsAppendix), Is.LessThan(10));
        }
    }

    [Test]
    public void The_answer_leads_with_one_sentence_that_compares_following_with_leaving()
    {
        // The sample's median is 6.31% with a standard error of 0.12 points; its 95% interval is 6.31 ± 1.96 x 0.12, shown to one decimal.
        var answer = Texts.Shown(Section("answer").Blocks).OfType<Answer>().Single();
        var said = answer.Headline.Text.English;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                said,
                Does.StartWith(
                    "Following the article's advice changes little: over 12 months the median profit is +6.3% (6.1 to 6.5) either way"
                )
            );
            Assert.That(
                said,
                Does.Contain(
                    "the mean profit rises by 0.5 percentage points, and the loss that 1 path in 20 exceeds is 42.8% (42.6 to 43.1) "
                        + "instead of 39.0%"
                )
            );
            Assert.That(said, Does.EndWith("it beats leaving the portfolio alone on 12.3% (12.1 to 12.5) of the paths."));
            Assert.That(answer.Points, Has.Count.InRange(1, 6));
        }
    }

    [Test]
    public void The_answer_names_the_sentence_risks_and_cases_that_count_and_leads_to_their_rows()
    {
        var words = English(Section("answer"));
        var anchors = Texts
            .Shown(Section("answer").Blocks)
            .OfType<Answer>()
            .Single()
            .Points.SelectMany(p => p.English)
            .Select(s => s.Anchor)
            .Where(a => a is not null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                words,
                Does.Contain(
                    "“The inference era”, line 98, in our words: The market reaches 330 bn in 2030. It changes the mean "
                        + "by **+0.5** percentage points."
                )
            );
            Assert.That(words, Does.Contain("Valuation bubble **−3.0**"));
            Assert.That(
                words,
                Does.Contain("in the worst of the 2 cases, Bust, a loss of **3.2%**").And.Contain("in the best, Base, a gain of **6.3%**")
            );
            Assert.That(
                anchors,
                Is.EqualTo(
                    new[]
                    {
                        "recommendation-buy-chips", // what the model implies for it
                        "event-valuation-bubble",
                        "event-supply-chain",
                        "event-closing",
                        "recommendation-buy-chips", // what it changes
                        "case-bust",
                        "case-base",
                    }
                )
            );
        }
    }

    [Test]
    public void A_scenario_without_portfolios_says_so()
    {
        var full = SampleResults.Make();
        var none = full with { Cases = [.. full.Cases.Select(c => c with { Portfolios = [] })], EventEffects = [], Limits = [] };
        var sections = ReportBuilder.Build(none, SampleResults.Run).Sections;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(English(sections[0]), Does.Contain("The scenario holds no portfolio"));
            Assert.That(sections.Select(s => s.Id), Has.None.EqualTo("distribution"));
        }
    }

    [Test]
    public void What_is_only_watched_says_so() =>
        Assert.That(English(Section("recommendations")), Does.Contain("Watch financing rounds").And.Contain("watch only"));

    [Test]
    public void A_breached_limit_comes_first() =>
        Assert.That(English(Section("limits")), Does.Match("(?s)At least one limit is breached.*breached.*Sharpe.*holds"));

    [Test]
    public void A_contradiction_shows_claim_and_calculation() =>
        Assert.That(
            English(Section("contradictions")),
            Does.Contain("does not fit").And.Contain("85%").And.Contain("54.5%").And.Contain("680 / 440 − 1")
        );

    [Test]
    public void The_ledger_folds_numbers_by_source_and_counts_them_those_without_a_source_first() =>
        Assert.That(
            Section("ledger").Blocks.OfType<Fold>().Select(f => f.Summary.English),
            Is.EqualTo(
                new[]
                {
                    "Not stated: 1 number",
                    "Judgement: 1 number",
                    "Calibrated on data: 1 number",
                    "From an article: 1 number",
                    "The calibrations: data, window, method",
                }
            )
        );

    [Test]
    public void What_stands_in_sight_of_a_distribution_is_the_middle_horizon_and_six_measures()
    {
        var blocks = Texts.Shown(Section("distribution").Blocks).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(blocks.OfType<Table>().Single().Rows, Has.Count.EqualTo(6));
            Assert.That(
                Texts.Shown(blocks.OfType<Pairs>().Single().Blocks).OfType<Figure>().Last().Caption.English,
                Does.StartWith("Profit after 12 months")
            );
            Assert.That(Texts.Flat(blocks).OfType<Table>().Last().Rows, Has.Count.EqualTo(Abstractions.Measures.MeasureKinds.All.Length));
        }
    }

    [Test]
    public void Every_section_belongs_to_a_part() => Assert.That(report.Sections.Select(s => s.Part.English), Has.All.Not.Empty);

    [Test]
    public void A_prediction_of_several_parts_gives_each_ones_share() =>
        Assert.That(English(Section("predictions")), Does.Contain("each by itself").And.Contain("40.0% (39.7 to 40.3)"));

    [Test]
    public void The_start_time_stands_nowhere_in_the_report() =>
        Assert.That(Texts.All(report).Select(t => t.Text.English), Has.None.Contains("2026-11-21"));
}
