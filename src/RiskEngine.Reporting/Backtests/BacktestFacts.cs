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
                        new Text("Portfolio", "组合"),
                        new Column(new("Weights", "权重"), Wide: true),
                        new Text("First forecast", "首次预测"),
                        new Text("Last forecast", "末次预测"),
                        new Column(new("Days without all prices", "缺价天数"), Numeric: true),
                    ],
                    [
                        .. results.Series.Select(series =>
                            (IReadOnlyList<Cell>)
                                [
                                    Text.Same(series.Name),
                                    CommonTexts.Join(
                                        series.Holdings.Select(h => Text.Same($"{h.Column} ") + FormattedFigure.Known(h.Weight)),
                                        CommonTexts.Comma
                                    ),
                                    CommonTexts.Date(series.First),
                                    CommonTexts.Date(series.Last),
                                    Text.Same(series.LeftOut.ToString("N0")),
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
                    new Text("The same prices, options and version give the same figures.", "相同的价格、选项与版本得到相同的数字。")
                ),
                new Listing(run.Command),
                new Table(
                    [new Text("Input file", "输入文件"), Text.Same("SHA-256")],
                    [.. results.Inputs.Select(input => (IReadOnlyList<Cell>)[Prose.Code(input.Path), Prose.Code(input.Sha256)])]
                ),
                new Paragraph(
                    new Text(
                        $"RiskEngine {results.EngineVersion}, run {run.RunId}. Every forecast with what happened stands in "
                            + $"forecasts.csv beside this report, every figure in results.json.",
                        $"RiskEngine {results.EngineVersion}，运行 {run.RunId}。全部预测与实际结果见本报告旁的 forecasts.csv，全部数字见 results.json。"
                    )
                ),
            ]
        );
}
