using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting.Backtests.Fans;

/// <summary>How to read the figures, how forecasts were made, and what it takes to make the same report again.</summary>
internal static class FanMethod
{
    public const string Id = "reading";

    public static Section Build(FanBacktestResults results) =>
        new(
            Id,
            new("How to read this", "阅读说明"),
            new("Reading guide", "阅读说明"),
            [
                new Bullets([
                    Sentence.Plain(
                        "At each origin the market was calibrated as 'riskengine calibrate' does, on prices until that day and none "
                            + "after it, and "
                            + "simulated on {paths} paths. The last one: {method}. Columns with fewer than two years of returns are not "
                            + "forecast. "
                            + "The risk-free rate is {rate} at all origins.",
                        "每个起点都按 riskengine calibrate 的方法、仅用当日及之前的价格校准市场，并模拟 {paths} 条路径。最后一次的方法：{method}。"
                            + "不足两年收益的列不作预测。各起点的无风险利率均为 {rate}。",
                        ("paths", $"{results.Settings.Paths:N0}"),
                        ("method", results.Method),
                        ("rate", FormattedFigure.Known(results.Settings.RiskFreeRate))
                    ),
                    new LocalText(
                        "A portfolio has its weights of today at each origin and holds from there. Names that are looked at today "
                            + "because they did "
                            + "well carry hindsight that no forecast could have: their outcomes lie high in the fans.",
                        "组合在每个起点取今天的权重，此后持有不动。因表现好而今天被关注的标的带有事后之明，任何预测都无从得知：其结果会偏在扇形图上方。"
                    ),
                    new LocalText(
                        "p-values allow for horizons that overlap and names that move together: outcomes are drawn from the models' own "
                            + "joint paths, "
                            + "a longer horizon as the sum of the periods that it shares with its neighbours, 999 times. They take the "
                            + "models' volatility "
                            + "as known from one origin to the next.",
                        "p 值考虑了期限重叠与标的联动：从各模型自身的联合路径抽取结果，较长期限为与相邻起点共享的各段之和，共抽 999 次。其中视各起点的模型波动率为已知。"
                    ),
                    new LocalText(
                        "CRPS is the distance of a forecast from what came, in points of the value at the origin (Gneiting and Raftery "
                            + "2007): lower is "
                            + "better. Skill is the part by which it is lower than that of a reference. Random walk: no drift, normal, "
                            + "the volatility of the "
                            + "same history. Historical simulation: all equally long spans of the same history. Intervals: block "
                            + "bootstrap over origins.",
                        "CRPS 为预测与实际的距离，以起点价值的百分点计（Gneiting 与 Raftery 2007），越低越好。技巧为其低于参照预测的比例。"
                            + "随机游走：无漂移、正态、波动率取自同一历史；历史模拟：同一历史中所有等长区间。区间由对起点的分块自助法得出。"
                    ),
                ]),
            ]
        );

    public static Section Reproduce(FanBacktestResults results, RunDescription run) =>
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
                            + "report, every "
                            + "figure in results.json.",
                        "RiskEngine {engineVersion}，运行 {runId}。全部预测与实际结果见本报告旁的 forecasts.csv，全部数字见 results.json。",
                        ("engineVersion", results.EngineVersion),
                        ("runId", run.RunId)
                    )
                ),
            ]
        );
}
