using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>How to read the figures: conventions that a reader must know to compare them with others.</summary>
internal static class MethodSection
{
    public static Section Build(ReportContext context)
    {
        var large = Shown.Known(context.Scenario.LargeLoss);
        List<Prose> points =
        [
            new Text("Profit is value at the horizon by today's value, less one; nothing is annualised unless it says so. Time is counted in actual days by 365.",
                "收益＝期末价值除以今日价值减一；除非注明，均不年化。时间按实际天数除以 365 计。"),
            new Text("VaR 95% is the loss that the worst 5% of the paths reach or exceed; ES 95% is the average loss over those paths. Losses are positive. Quantiles are order statistics "
                + "(Hyndman and Fan 1996, type 1).",
                "95% VaR 为最差 5% 路径达到或超过的损失；95% ES 为这些路径的平均损失。损失为正。分位数取次序统计量（Hyndman 与 Fan 1996，第 1 类）。"),
            new Text($"A large loss is one of more than {large.English} of today's value.", $"「大额亏损」指超过今日价值的 {large.Chinese}。"),
            new Text("Maximum drawdown is the deepest fall from an earlier peak of the same path; CDaR 95% averages the deepest 5% of them.",
                "最大回撤为同一路径从先前高点的最大跌幅；95% CDaR 为其中最深 5% 的平均。"),
            new Text("Sharpe and Sortino ratios are a year: mean profit above the risk-free return by the standard deviation, or by the deviation below that return.",
                "夏普与索提诺比率为年化：超过无风险收益的平均收益除以标准差，或除以低于该收益的偏差。"),
            new Text("Intervals hold with 95% confidence against sampling error, and their two significant digits decide how many digits of a figure are shown.",
                "区间为抽样误差的 95% 置信区间；误差的两位有效数字决定所显示的位数。"),
            new Text("Differences (recommendations, risks, cases) compare runs path by path on the same random numbers.",
                "差异（建议、风险、情景）均以同一组随机数逐路径比较。"),
        ];
        return new("reading", new("How to read the figures", "如何阅读这些数字"), new("Reading guide", "阅读说明"), [new Bullets(points)]);
    }
}
