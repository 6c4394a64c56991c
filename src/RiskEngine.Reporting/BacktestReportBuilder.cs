using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Backtests;
using RiskEngine.Reporting.Document;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting;

/// <summary>Makes the document of a backtest: whether limits held, where they broke, every test, and how to read it.</summary>
public static class BacktestReportBuilder
{
    /// <summary>The document.</summary>
    public static ReportDocument Build(BacktestResults results, RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(run);
        (LocalText Part, Section[] Sections)[] parts =
        [
            (new("In short", "摘要"), [BacktestAnswer.Build(results)]),
            (
                new("Evidence", "依据"),
                [
                    BreachSection.Build(results),
                    TestSection.Build(results),
                    ProbabilitySection.Build(results),
                    BacktestFacts.Holdings(results),
                ]
            ),
            (new("Method", "方法"), [BacktestMethod.Build(results), BacktestFacts.Reproduce(results, run)]),
        ];
        var sections = parts.SelectMany(p => p.Sections.Select(s => s with { Part = p.Part }));
        return new(new("Backtest of value at risk", "风险价值（VaR）回测"), Subtitle(results), [.. sections], Footer());
    }

    private static Prose Subtitle(BacktestResults results)
    {
        var (settings, first) = (results.Settings, results.Series[0]);
        return Sentence.Plain(
            "VaR and ES at {settings} · {settings2} ahead · {first} to {last} · window of {window} days",
            "VaR 与 ES，置信度 {settings} · {settings2} · {first} 至 {last} · 窗口 {window} 天",
            ("settings", BacktestTexts.Level(settings)),
            ("settings2", BacktestTexts.Span(settings)),
            ("first", $"{first.First:yyyy-MM-dd}"),
            ("last", $"{first.Last:yyyy-MM-dd}"),
            ("window", $"{settings.Window:N0}")
        );
    }

    private static Prose Footer() =>
        new LocalText(
            "This is no investment advice. It shows how rules for forecasting risk would have done on past prices; a rule that held "
                + "may fail tomorrow.",
            "本报告不构成投资建议。它展示风险预测规则在历史价格上的表现；过去守住的规则明天也可能失效。"
        );
}
