using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Markdown;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Markdown;

internal sealed class MarkdownWriterTests
{
    private static string Write(params Block[] blocks) =>
        MarkdownWriter.Write(
            new(LocalText.Same("t"), Prose.Empty, [new("id", LocalText.Same("s"), LocalText.Same("s"), blocks)], Prose.Empty),
            Language.English
        );

    [TestCase("<b>a</b>", @"\<b\>a\</b\>")]
    [TestCase("a|b", @"a\|b")]
    [TestCase("[x](javascript:alert(1))", @"\[x\](javascript:alert(1))")]
    [TestCase("two\nlines\r\n# more", @"two lines  \# more")]
    [TestCase("see https://example.org", @"see https\://example.org")]
    [TestCase("- no list", @"\- no list")]
    [TestCase("1. no list", @"1\. no list")]
    [TestCase("2026-02-06", "2026-02-06")]
    [TestCase("&lt;", @"\&lt;")]
    [TestCase("*stress* _it_ `code` \\", @"\*stress\* \_it\_ \`code\` \\")]
    public void Words_show_as_they_are(string words, string expected) =>
        Assert.That(Write(new Paragraph(LocalText.Same(words))), Does.Contain("\n" + expected + "\n"));

    [Test]
    public void A_cell_of_a_table_stays_one_cell()
    {
        var text = Write(
            new Table(
                [LocalText.Same("a"), LocalText.Same("b")],
                [
                    [LocalText.Same("1|2\n3"), Prose.Code("x|`y")],
                ]
            )
        );
        Assert.That(text, Does.Contain(@"| 1\|2 3 | `` x\|`y `` |"));
    }

    [Test]
    public void Only_web_addresses_become_links()
    {
        var text = Write(
            new Paragraph(Prose.Linked(LocalText.Same("good"), "https://example.org/a b")),
            new Paragraph(Prose.Linked(LocalText.Same("bad"), "javascript:alert(1)"))
        );
        Assert.That(text, Does.Contain("[good](<https://example.org/a%20b>)").And.Contain("\nbad\n"));
    }

    [Test]
    public void What_is_folded_or_paired_on_the_page_stands_in_line()
    {
        var text = Write(
            new Fold(
                LocalText.Same("More"),
                [new Pairs([new Paragraph(LocalText.Same("one")), new Paragraph(Prose.Within(LocalText.Same("two"), "row"))])]
            )
        );
        Assert.That(text, Does.Contain("#### More\n\none\n\ntwo\n"));
    }

    [Test]
    public void A_chart_is_drawn_in_bars_to_scale_from_zero()
    {
        Dot At(double value) => new(value, value, value);
        var text = Write(
            new Figure(
                new BarsChart(
                    AxisFormat.Percent,
                    [LocalText.Same("held")],
                    [new(LocalText.Same("gain|x"), [At(0.2)]), new(LocalText.Same("loss"), [At(-0.1)]), new(LocalText.Same("none"), [null])]
                ),
                LocalText.Same("What it shows")
            )
        );

        Assert.That(text, Does.Contain("|  |  |  |\n| --- | ---: | --- |\n"));
        Assert.That(
            text,
            Does.Contain($"| gain\\|x | 20.0% | {new string('█', 32)} |\n| loss | −10.0% | {new string('░', 16)} |\n\n> What")
        );
    }

    [Test]
    public void A_fan_is_drawn_by_its_quantiles_on_one_scale()
    {
        var bands = new Bands(LocalText.Same("held"), [0, -1], [0, 0], [0, 0.5], [0, 1], [0, 2.5]);
        var fan = new FanChart(AxisFormat.Percent, [new(2026, 2, 6), new(2027, 2, 6)], [bands], []);

        var text = Write(new Figure(fan, LocalText.Same("What it shows")));

        Assert.That(text, Does.Contain("| held · 95% | 250.0% | ▃█ |\n| held · 50% | 50.0% | ▃▄ |\n| held · 5% | −100.0% | ▃▁ |"));
    }

    [TestCase(Language.English, "The answer")]
    [TestCase(Language.Chinese, "结论")]
    public void Each_language_is_a_file_of_its_own(Language language, string heading)
    {
        var text = MarkdownWriter.Write(ReportBuilder.Build(SampleResults.Make(), SampleResults.Run), language);
        Assert.That(text, Does.Contain("## " + heading));
    }

    [Test]
    public void Markup_in_names_takes_no_effect()
    {
        var report = ReportBuilder.Build(SampleResults.Make(LocalText.Same(SampleResults.Hostile)), SampleResults.Run);
        var text = MarkdownWriter.Write(report, Language.English);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Not.Contain("<script>").And.Not.Contain("</script>").And.Not.Contain("[y](java"));
            Assert.That(
                text.Split('\n').Where(line => line.StartsWith('#')).Select(line => line.TrimStart('#')),
                Has.None.StartsWith(" \"q\"")
            );
        }
    }
}
