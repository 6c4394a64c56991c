using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>How to read the figures: conventions that a reader must know to compare them with others.</summary>
internal static class MethodSection
{
    public const string Id = "reading";

    public static Section Build(ReportContext context)
    {
        var large = FormattedFigure.Known(context.Scenario.LargeLoss);
        List<Prose> points =
        [
            new LocalText(
                "Profit is value at the horizon by today's value, less one; nothing is annualised unless it says so. Time is counted "
                    + "in actual days by 365.",
                "收益＝期末价值除以今日价值减一；除非注明，均不年化。时间按实际天数除以 365 计。"
            ),
            new LocalText(
                "A path is one possible course of the whole market, drawn at random; a share of the paths is a probability. Mean and "
                    + "median are taken over all paths: half of them end below the median, "
                    + "and few very good ones lift the mean above it.",
                "一条路径是随机抽取的一种整体市场走势；路径所占比例即概率。均值与中位数取自全部路径：半数路径低于中位数，少数极好的路径把均值抬到其上。"
            ),
            new LocalText(
                "As held: nothing is traded. Following all: every recommendation that trades is followed, each as an overlay, a dated "
                    + "trade on top of the portfolio.",
                "维持现状：不作任何交易。遵循全部建议：执行所有可交易的建议，每条为叠加在组合之上的一笔有日期的交易。"
            ),
            new LocalText(
                "“Changes little” and “about the same” mean: less than one percentage point of mean profit, and less than a tenth of "
                    + "ES 95% as held (or than one point). “Risk” there means ES 95%.",
                "“变化不大”与“相近”指：平均收益变化不足一个百分点，95% ES 的变化不足维持现状时的十分之一（或不足一个百分点）。其中“风险”指 95% ES。"
            ),
            new LocalText(
                "VaR 95% is the loss that the worst 5% of the paths reach or exceed; ES 95% is the average loss over those paths. "
                    + "Losses are positive. Quantiles are order statistics "
                    + "(Hyndman and Fan 1996, type 1).",
                "95% VaR 为最差 5% 路径达到或超过的损失；95% ES 为这些路径的平均损失。损失为正。分位数取次序统计量（Hyndman 与 Fan 1996，第 1 类）。"
            ),
            Sentence.Plain(
                "A large loss is one of more than {large} of today's value.",
                "“大额亏损”指超过今日价值的 {large}。",
                ("large", large)
            ),
            new LocalText(
                "Maximum drawdown is the deepest fall from an earlier peak of the same path, as looks at every "
                    + "day see it (within a step by the "
                    + "extremes of a Brownian bridge); CDaR 95% averages the deepest 5% of them.",
                "最大回撤为同一路径从先前高点的最大跌幅，按每日观察计（步长之内用布朗桥的极值）；95% CDaR 为其中最深 5% 的平均。"
            ),
            new LocalText(
                "Sharpe and Sortino ratios are a year: mean profit above the risk-free return by the standard deviation, or by the "
                    + "deviation below that return.",
                "夏普与索提诺比率为年化：超过无风险收益的平均收益除以标准差，或除以低于该收益的偏差。"
            ),
            new LocalText(
                "PERT, triangular, uniform and beta are distributions of an uncertain number between the two ends that are given: PERT "
                    + "leans to its most likely value, uniform prefers none.",
                "PERT、三角、均匀与贝塔均为不确定数字在所给两端之间的分布：PERT 偏向最可能值，均匀分布则无偏好。"
            ),
            new LocalText(
                "Intervals hold with 95% confidence against sampling error; tables give them in square brackets. Figures "
                    + "are shown to the first significant digit of the "
                    + "interval's half-width (to the second where the first is 1), "
                    + "percentages to two decimals at most, in the answer to one.",
                "区间为抽样误差的 95% 置信区间，表格中以方括号给出。数字显示到区间半宽的首位有效数字（首位为 1 时多一位），百分比至多两位小数，结论中至多一位。"
            ),
            .. DependenceTexts.Of(context),
            new LocalText(
                "Differences (recommendations, risks, cases) compare runs path by path on the same random numbers.",
                "差异（建议、风险、情景）均以同一组随机数逐路径比较。"
            ),
        ];
        if (context.Results.Views is not null || context.Results.Uncertainty is not null)
        {
            points.Add(
                new LocalText(
                    "Relative entropy says how far other probabilities of the paths lie from the model's: 0 where they are the same, "
                        + "half of k squared where they move the mean of a normal distribution by k standard deviations.",
                    "相对熵衡量路径的另一组概率与模型概率的距离：相同为 0；若使正态分布的均值移动 k 个标准差，则为 k 的平方的一半。"
                )
            );
        }

        return new(Id, new("How to read the figures", "如何阅读这些数字"), new("Reading guide", "阅读说明"), [new Bullets(points)]);
    }
}
