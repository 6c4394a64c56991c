using System.Text.Json;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Markdown;
using RiskEngine.Reporting.Tests.Samples;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Tests.Backtests;

internal sealed class BacktestReportTests
{
    private static readonly BacktestResults results = SampleBacktest.Make();
    private static readonly ReportDocument report = BacktestReportBuilder.Build(results, SampleBacktest.Run);

    [Test]
    public void The_answer_comes_first_and_every_part_has_its_section() =>
        Assert.That(
            report.Sections.Select(s => s.Id),
            Is.EqualTo(new[] { "answer", "breaches", "tests", "forecasts", "portfolios", "reading", "reproduce" })
        );

    [Test]
    public void Every_text_is_written_in_both_languages()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (
                var (text, place) in Texts
                    .All(report)
                    .Concat(Texts.All(BacktestReportBuilder.Build(SampleBacktest.Make(5), SampleBacktest.Run)))
            )
            {
                Assert.That(
                    string.IsNullOrEmpty(text.English),
                    Is.EqualTo(string.IsNullOrEmpty(text.Chinese)),
                    $"{place}: '{text.English}' / '{text.Chinese}'"
                );
            }

            Assert.That(Texts.Names(report).Where(n => n.Text.English.Length == 0), Is.Empty);
        }
    }

    [Test]
    public void Tables_are_rectangular()
    {
        foreach (var table in report.Sections.SelectMany(s => Texts.Flat(s.Blocks)).OfType<Table>())
            Assert.That(table.Rows.Select(r => r.Count), Has.All.EqualTo(table.Columns.Count));
    }

    /// <summary>The dots of a chart are the breaches of the results, and each lies below its limit.</summary>
    [Test]
    public void Every_model_has_its_breaches_on_a_chart()
    {
        var charts = report
            .Sections.SelectMany(s => Texts.Flat(s.Blocks))
            .OfType<Figure>()
            .Select(f => f.Chart)
            .OfType<BreachChart>()
            .ToArray();
        var models = results.Series.SelectMany(s => s.Models).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(charts.Select(c => c.Breaches.Count).Order(), Is.EqualTo(models.Select(m => m.Breaches).Order()));
            Assert.That(models.Sum(m => m.Breaches), Is.GreaterThan(0));
            foreach (var chart in charts)
            {
                Assert.That(chart.Breaches.Select(i => chart.Returns[i] <= chart.Limits[i]), Is.All.True);
                Assert.That(chart.Days, Is.Ordered.Ascending.And.Count.EqualTo(299).And.None.LessThan(0));
            }
        }
    }

    [Test]
    public void What_does_not_overlap_and_what_that_costs_is_said()
    {
        var words = MarkdownWriter.Write(BacktestReportBuilder.Build(SampleBacktest.Make(5), SampleBacktest.Run), Language.English);
        Assert.That(
            words,
            Does.Contain("The periods do not overlap")
                .And.Contain("tested on periods that do not overlap")
                .And.Contain("breaches are expected in so few forecasts")
        );
    }

    [Test]
    public async Task A_backtest_leaves_all_its_files()
    {
        var parent = Directory.CreateTempSubdirectory("riskengine-").FullName;
        try
        {
            var folder = Path.Combine(parent, "run");
            await BacktestReportWriter.WriteAsync(SampleBacktest.Make(name: SampleResults.Hostile), SampleBacktest.Run, folder);
            using var figures = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "results.json")));
            var model = figures.RootElement.GetProperty("series")[0].GetProperty("models")[4];
            var page = await File.ReadAllTextAsync(Path.Combine(folder, "report.html"));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    Directory.EnumerateFiles(folder).Select(Path.GetFileName),
                    Is.EquivalentTo(
                        new[] { "report.html", "report.md", "report.zh-CN.md", "results.json", "forecasts.csv", "manifest.json" }
                    )
                );
                Assert.That(
                    await File.ReadAllLinesAsync(Path.Combine(folder, "forecasts.csv")),
                    Has.Exactly(5 * 299).StartsWith("B,").And.Some.Contains(",filtered-historical,")
                );
                Assert.That(model.GetProperty("model").GetString(), Is.EqualTo("filtered-historical"));
                Assert.That(model.GetProperty("breaches").GetInt32(), Is.EqualTo(results.Series[0].Models[4].Breaches).Within(10));
                Assert.That(model.GetProperty("kupiecPof").GetProperty("criticalValue").ValueKind, Is.EqualTo(JsonValueKind.Null));
                Assert.That(Pages.Markup(page), Does.Not.Contain(SampleResults.Hostile), "a portfolio's name is no markup");
            }
        }
        finally
        {
            Directory.Delete(parent, recursive: true);
        }
    }
}
