using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Backtests.Fans;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting;

/// <summary>Makes the document of a backtest of fans: whether bands held, how they looked, every name, and how to read it.</summary>
public static class FanBacktestReportBuilder
{
    /// <summary>The document.</summary>
    public static ReportDocument Build(FanBacktestResults results, RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(run);
        (LocalText Part, Section[] Sections)[] parts =
        [
            (new("In short", "摘要"), [CoverageAnswer.Build(results)]),
            (new("Evidence", "依据"), [FanPictureSection.Build(results), TransformSection.Build(results), FanSeriesSection.Build(results)]),
            (new("Method", "方法"), [FanMethod.Build(results), FanMethod.Reproduce(results, run)]),
        ];
        var sections = parts.SelectMany(p => p.Sections.Select(s => s with { Part = p.Part }));
        return new(new("Backtest of forecast distributions", "预测分布回测"), Subtitle(results), [.. sections], Footer());
    }

    private static Prose Subtitle(FanBacktestResults results) =>
        Sentence.Plain(
            "{origins} origins, {first} to {last} · {horizons} ahead · {paths} paths each",
            "{origins} 个起点，{first} 至 {last} · 期限 {horizons} · 每次 {paths} 条路径",
            ("origins", $"{results.Origins.Count:N0}"),
            ("first", CommonTexts.Date(results.Origins[0])),
            ("last", CommonTexts.Date(results.Origins[^1])),
            ("horizons", CommonTexts.Join(results.Settings.Horizons.Select(CommonTexts.Span), CommonTexts.Comma)),
            ("paths", $"{results.Settings.Paths:N0}")
        );

    private static Prose Footer() =>
        new LocalText(
            "This is no investment advice. It shows how forecasts of the calibrated engine would have done on past prices; what held may "
                + "fail "
                + "tomorrow.",
            "本报告不构成投资建议。它展示经校准的引擎在历史价格上的预测表现；过去成立的明天也可能失效。"
        );
}
