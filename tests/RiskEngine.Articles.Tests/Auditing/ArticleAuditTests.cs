using RiskEngine.Articles.Auditing;

namespace RiskEngine.Articles.Tests.Auditing;

/// <summary>Twenty contradictions that were planted in articles of our own; each sum is done by hand beside it.</summary>
public sealed class ArticleAuditTests
{
    private const string Table = """

        ## Market

        | Shipments (units) | 2024 | 2025 | 2026E | CAGR |
        |---|---|---|---|---|
        | Humanoid robots | 10000 | 16000 | 24000 | 55% |
        | Industrial robots | 500000 | 590000 | 640000 | 13% |
        | Total | 510000 | 606000 | 664000 | 14% |

        """;

    private const string Storage = """

        ## 市场数据

        | 指标 | 2024年 | 2025年 | 2026E |
        |---|---|---|---|
        | 全球储能装机(GWh) | 200 | 300 | 420 |
        | 户用储能装机(GWh) | 40 | 60 | 80 |
        | 中国储能市占率 | 52% | 50% | 49% |

        """;

    // 24000 / 10000 over two years is 54.9% a year; industrial robots 13.1%; the total 14.1%: all agree.
    private static readonly TestCaseData[] planted =
    [
        new("annual-growth", Table.Replace("55%", "85%", StringComparison.Ordinal))
        {
            TestName = "A_CAGR_column_that_its_figures_do_not_give",
        },
        new("sum", Table.Replace("606000", "656000", StringComparison.Ordinal)) { TestName = "A_total_that_is_not_the_sum_of_its_parts" },
        // 16000 / 10000 is 60%, not 85%.
        new("growth", Table + "Humanoid robots grew 85% in 2025.") { TestName = "A_growth_that_the_table_does_not_give" },
        new("quotes", Table + "Shipments of humanoid robots reached 19,000 units in 2025.")
        {
            TestName = "A_figure_that_the_table_has_otherwise",
        },
        new("prediction", Table + "We expect humanoid robots to reach 40,000 units in 2026.")
        {
            TestName = "A_prediction_that_the_table_has_otherwise",
        },
        // 590000 / 16000 is 36.9 times.
        new(
            "multiple",
            Table + "In 2025 industrial robots outsold humanoid robots ten times over; industrial robots were 10 times humanoid robots."
        )
        {
            TestName = "A_multiple_of_two_rows",
        },
        // 640 / 590 is 8.5% and 16000 to 24000 is 50%.
        new("fastest", Table + "Industrial robots are the fastest-growing part of the market.") { TestName = "The_fastest_that_is_not" },
        new("growth", "Revenue rose 50% from $10bn to $12bn in 2025.") { TestName = "A_growth_beside_both_its_ends" },
        new("multiple", "Revenue tripled from $10bn to $18bn in 2025.") { TestName = "A_tripling_that_is_less_than_double" },
        new("annual-growth", "Revenue will grow at a CAGR of 30% from $10bn in 2025 to $20bn in 2030.")
        {
            TestName = "An_annual_growth_beside_both_its_ends",
        },
        new("share", "In 2025 sales were $68bn, 60% of the total of $130bn.") { TestName = "A_share_of_a_total" },
        new("unit", "Its market share reached 130% in 2025.") { TestName = "A_share_above_all" },
        new("unit", "Orders fell by 120% in 2025.") { TestName = "A_fall_by_more_than_all" },
        new("date", "The results come on 31 June 2026.") { TestName = "A_day_that_is_not" },
        new("growth", Storage + "2025年全球储能装机同比增长75%。") { TestName = "Chinese_growth_that_the_table_does_not_give" },
        new("quotes", Storage + "2025年全球储能装机达到360GWh。") { TestName = "A_Chinese_figure_that_the_table_has_otherwise" },
        new("multiple", Storage + "2025年全球储能装机是户用储能装机的近三倍。") { TestName = "Nearly_three_times_that_is_five" },
        new("quotes", "2025年公司营收为68亿美元。\n\n正如前文所说，2025年公司营收为86亿美元。")
        {
            TestName = "Two_sentences_on_one_figure",
        },
        new("company", "云岭储能以24亿元收购铜雀传动。\n\n## 投资建议\n\n- 投资初创公司铜雀传动\n")
        {
            TestName = "A_start_up_that_is_bought_elsewhere",
        },
        new("advice", "## Recommendations\n\n### Short term\n\n- Buy Halden Grid\n- Sell Voltara and Halden Grid\n")
        {
            TestName = "Advice_for_and_against",
        },
    ];

    [Test]
    public void Of_twenty_planted_contradictions_eighteen_are_found()
    {
        var missed = planted
            .Where(p => !Find((string)p.Arguments[1]!).Any(f => f.Kind == (string)p.Arguments[0]!))
            .Select(p => p.TestName)
            .ToList();

        Assert.That(planted, Has.Length.EqualTo(20));
        Assert.That(missed, Has.Count.LessThanOrEqualTo(2), string.Join(", ", missed));
    }

    [TestCase(Table)]
    [TestCase(Storage)]
    [TestCase(Table + "Humanoid robots grew 60% in 2025. We expect humanoid robots to reach 24,000 units in 2026.")]
    [TestCase(Storage + "2025年全球储能装机同比增长50%，达到300GWh。2025年全球储能装机是户用储能装机的五倍。")]
    [TestCase("Revenue rose 20% from $10bn to $12bn in 2025.")]
    public void What_fits_together_is_no_finding(string text) => Assert.That(Find(text), Is.Empty);

    [TestCaseSource(typeof(TestArticles), nameof(TestArticles.Names))]
    public void An_article_without_planted_contradictions_has_at_most_one_false_alarm(string name)
    {
        var findings = ArticleAudit.Find([TestArticles.Read(name)]);

        Assert.That(findings, Has.Count.LessThanOrEqualTo(1), string.Join("\n", findings.Select(f => f.Says.English)));
    }

    [Test]
    public void A_finding_names_both_places_the_sum_and_the_claims_it_touches()
    {
        var finding = Find(Table + "Humanoid robots grew 85% in 2025.").Single(f => f.Kind == "growth");

        Assert.That(finding.Computation, Does.Contain("60.0%"));
        Assert.That(finding.Places.Select(p => p.Evidence.Quote), Has.Some.Contains("85%").And.Some.Contains("16000"));
        Assert.That(finding.Claims, Is.EqualTo(new[] { "article.md/series-humanoid-robots" }));
    }

    [Test]
    public void What_a_finding_says_in_Chinese_has_the_figures_that_it_has_in_English()
    {
        foreach (var finding in planted.SelectMany(p => Find((string)p.Arguments[1]!)))
        {
            var figures = finding.Says.English.Split(' ', ';').Where(w => w.EndsWith('%')).ToList();

            Assert.That(finding.Says.Chinese.Any(c => c is >= '\u4E00' and <= '\u9FFF'), Is.True, finding.Says.Chinese);
            Assert.That(figures.TrueForAll(f => finding.Says.Chinese.Contains(f, StringComparison.Ordinal)), Is.True, finding.Says.Chinese);
        }

        // 86e8 and 68e8 dollars.
        Assert.That(
            Find((string)planted.Single(p => p.TestName == "Two_sentences_on_one_figure").Arguments[1]!).Select(f => f.Says.Chinese),
            Has.Some.Contains("68 亿美元").And.Some.Contains("86 亿美元")
        );
    }

    /// <summary>Each figure against the next that stands otherwise: n figures of one thing that all differ are n - 1 findings.</summary>
    [TestCase(2)]
    [TestCase(30)]
    public void Figures_of_one_thing_that_all_differ_are_not_told_in_all_pairs(int count)
    {
        var sentences = Enumerable.Range(1, count).Select(i => $"In 2025 company revenue was ${100 * i} million.");

        Assert.That(Find(string.Join("\n\n", sentences)), Has.Count.EqualTo(count - 1));
    }

    /// <summary>Work that grew with the square of an article's length would allocate four times as much for twice the article.</summary>
    [Test]
    public void An_article_of_twice_the_length_takes_about_twice_the_work()
    {
        Allocated(50);
        var (once, twice) = (Allocated(300), Allocated(600));

        Assert.That((double)twice / once, Is.LessThan(2.6));
    }

    /// <summary>Bytes that the audit of so many rows and sentences allocates, half of which do not fit together.</summary>
    private static long Allocated(int count)
    {
        var rows = Enumerable.Range(0, count).Select(i => $"| Product{i}x | {100 + i} | {200 + i} |");
        var sentences = Enumerable.Range(0, count).Select(i => $"In 2025 Product{i}x sold {200 + i + i % 2 * 50} units.");
        var reading = TestArticles.ReadText(
            $"# Note\n\n| Sales (units) | 2024 | 2025 |\n|---|---|---|\n{string.Join('\n', rows)}\n\n{string.Join("\n\n", sentences)}\n"
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        var findings = ArticleAudit.Find([reading]);
        var after = GC.GetAllocatedBytesForCurrentThread();
        Assert.That(findings, Has.Count.EqualTo(count / 2));
        return after - before;
    }

    private static IReadOnlyList<AuditFinding> Find(string text) => ArticleAudit.Find([TestArticles.ReadText("# Note\n\n" + text)]);
}
