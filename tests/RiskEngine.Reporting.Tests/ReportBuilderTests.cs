using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests;

internal sealed class ReportBuilderTests
{
    private static readonly ReportDocument report = ReportBuilder.Build(SampleResults.Make(), SampleResults.Run);

    private static Section Section(string id) => report.Sections.Single(s => s.Id == id);

    private static string Words(Section section) => Reporting.Markdown.MarkdownWriter.Write(
        new(Text.Same(""), Prose.Empty, [section], Prose.Empty), Language.English).Replace("\\", "", StringComparison.Ordinal);

    [Test]
    public void The_answer_comes_first_and_every_part_has_its_section() =>
        Assert.That(
            report.Sections.Select(s => s.Id),
            Is.EqualTo(new[]
            {
                "answer", "limits", "distribution", "recommendations", "risks", "predictions", "forecasts", "indicators", "cases", "deals", "exposures",
                "contradictions", "instruments", "sources", "reading", "notices", "ledger", "reproduce",
            }));

    [Test]
    public void Sections_with_nothing_to_say_are_left_out()
    {
        var bare = ReportBuilder.Build(SampleResults.Bare(), SampleResults.Run);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(bare.Sections.Select(s => s.Id), Is.EqualTo(new[] { "answer", "distribution", "instruments", "reading", "notices", "reproduce" }));
            Assert.That(Words(bare.Sections[0]), Does.Contain("The base case was not simulated").And.Contain("in the case Bust"));
            Assert.That(Words(bare.Sections[0]), Does.Contain("which no recommendation changes").And.Not.Contain("Left as it is"));
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
                Assert.That(string.IsNullOrEmpty(text.English), Is.EqualTo(string.IsNullOrEmpty(text.Chinese)), $"{place}: '{text.English}' / '{text.Chinese}'");
            }

            Assert.That(Texts.Names(report).Where(n => n.Text.English.Length == 0), Is.Empty, "headings, columns and descriptions are never empty");
        }
    }

    [Test]
    public void Tables_are_rectangular()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var section in report.Sections)
            {
                foreach (var table in section.Blocks.OfType<Table>())
                    Assert.That(table.Rows.Select(r => r.Count), Has.All.EqualTo(table.Columns.Count), section.Id);
            }
        }
    }

    [Test]
    public void The_answer_says_median_tail_comparison_and_what_carries_it()
    {
        // The sample's median is 6.31% with a standard error of 0.12 points; its 95% interval is 6.31 ± 1.96 x 0.12.
        var words = Words(Section("answer"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(words, Does.Contain("a median profit of **+6.31%** (6.07 to 6.55)"));
            Assert.That(words, Does.Contain("1 in 20 chance of losing more than"));
            Assert.That(words, Does.Contain("Following beats leaving it alone in **12.30%**"));
            Assert.That(words, Does.Contain("Buy chip makers (inference-era, line 98) **+0.500** (0.461 to 0.539)"));
            Assert.That(words, Does.Contain("Valuation bubble **−3.000**"));
            Assert.That(words, Does.Contain("(Bust)").And.Contain("(Base)"));
        }
    }

    [Test]
    public void What_is_only_watched_says_so() =>
        Assert.That(Words(Section("recommendations")), Does.Contain("Watch financing rounds").And.Contain("watch only"));

    [Test]
    public void A_breached_limit_comes_first() =>
        Assert.That(Words(Section("limits")), Does.Match("(?s)At least one limit is breached.*breached.*Sharpe.*holds"));

    [Test]
    public void A_contradiction_shows_claim_and_calculation() =>
        Assert.That(Words(Section("contradictions")), Does.Contain("does not fit").And.Contain("85%").And.Contain("54.5%").And.Contain("680 / 440 − 1"));

    [Test]
    public void The_ledger_lists_numbers_without_a_source_first()
    {
        var rows = Section("ledger").Blocks.OfType<Table>().First().Rows;
        Assert.That(rows.Select(r => r[2].Content.Spans[0].Text.English), Is.EqualTo(new[] { "not stated", "judgement", "calibrated", "article" }));
    }

    [Test]
    public void A_prediction_of_several_parts_gives_each_ones_share() =>
        Assert.That(Words(Section("predictions")), Does.Contain("each by itself").And.Contain("40.00% (39.71 to 40.29)"));

    [Test]
    public void The_start_time_stands_nowhere_in_the_report() =>
        Assert.That(Texts.All(report).Select(t => t.Text.English), Has.None.Contains("2026-11-21"));
}
