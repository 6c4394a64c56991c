using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Backtests;

/// <summary>What was tested, and what it takes to make the same report again.</summary>
internal static class BacktestFacts
{
    public static Section Holdings(BacktestResults results) =>
        new(
            "portfolios",
            new("What was tested", "检验对象"),
            new("Portfolios", "组合"),
            [
                new Table(
                    [
                        new LocalText("Portfolio", "组合"),
                        new Column(new("Weights", "权重"), Wide: true),
                        new LocalText("First forecast", "首次预测"),
                        new LocalText("Last forecast", "末次预测"),
                        new Column(new("Days without all prices", "缺价天数"), Numeric: true),
                    ],
                    [
                        .. results.Series.Select(series =>
                            (IReadOnlyList<Cell>)
                                [
                                    LocalText.Same(series.Name),
                                    CommonTexts.Join(
                                        series.Holdings.Select(h =>
                                            Sentence.Plain(
                                                "{column} {weight}",
                                                "{column} {weight}",
                                                ("column", h.Column),
                                                ("weight", FormattedFigure.Known(h.Weight))
                                            )
                                        ),
                                        CommonTexts.Comma
                                    ),
                                    CommonTexts.Date(series.First),
                                    CommonTexts.Date(series.Last),
                                    LocalText.Same(series.LeftOut.ToString("N0")),
                                ]
                        ),
                    ]
                ),
            ]
        );

    public static Section Reproduce(BacktestResults results, RunDescription run) =>
        new(
            "reproduce",
            new("How to reproduce this", "如何重现"),
            new("Reproduce", "重现"),
            [
                new Paragraph(
                    new LocalText("The same prices, options and version give the same figures.", "相同的价格、选项与版本得到相同的数字。")
                ),
                new Listing(run.Command),
                new Table(
                    [new LocalText("Input file", "输入文件"), LocalText.Same("SHA-256")],
                    [.. results.Inputs.Select(input => (IReadOnlyList<Cell>)[Prose.Code(input.Path), Prose.Code(input.Sha256)])]
                ),
                new Paragraph(
                    Sentence.Plain(
                        "RiskEngine {engineVersion}, run {runId}. Every forecast with what happened stands in forecasts.csv beside this "
                            + "report, every figure in results.json.",
                        "RiskEngine {engineVersion}，运行 {runId}。全部预测与实际结果见本报告旁的 forecasts.csv，全部数字见 results.json。",
                        ("engineVersion", results.EngineVersion),
                        ("runId", run.RunId)
                    )
                ),
            ]
        );
}
