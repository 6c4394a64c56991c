using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.WhatIf;

namespace RiskEngine.Reporting.Sections;

/// <summary>What the figures become when a number of the scenario is another one, worked out on the page.</summary>
internal static class WhatIfSection
{
    /// <summary>What stands for the sliders where there are none.</summary>
    public static LocalText OnThePage { get; } = new("The sliders are in report.html.", "滑块见 report.html。");

    public static Section? Build(ReportContext context)
    {
        if (context.Results.WhatIf is not { } paths)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                Sentence.Plain(
                    "Figures in {span}, {base}, from {few} of the {all} paths of the run, which this page carries. Probabilities of "
                        + "risks and beliefs in predictions weigh these paths anew, by likelihood ratios and by the least change that "
                        + "makes the belief hold; sizes, weights and what is priced in value them anew. Each figure has its own error; "
                        + "where too few paths carry an answer, none is given.",
                    "{span}后的数字（{base}），取自本页所含的 {few} 条路径（模拟共 {all} 条）。风险概率与对预判的信念按似然比和最小改动对这些路径"
                        + "重新加权；规模、权重与已反映部分则重新估值。每个数字都有各自的误差；能说明问题的路径太少时不作回答。",
                    ("span", CommonTexts.Span(context.MiddleHorizon.Tenor)),
                    ("base", context.InTheCase),
                    ("few", $"{paths.Paths:N0}"),
                    ("all", $"{paths.RunPaths:N0}")
                )
            ),
            new Paragraph(
                new LocalText(
                    "What the sliders do not do: the market does not react. Prices still know the same forecasts, and volatilities and "
                        + "correlations stay; a trade does not move a price. The other positions make room for a weight that is changed, "
                        + "in proportion.",
                    "滑块不做的事：市场不作反应。价格所知的预测、波动率与相关性均不变，交易不影响价格。某一权重改变时，其余持仓按比例调整。"
                )
            ),
            new WhatIfPanel(WhatIfPacking.Of(context, paths)),
        ];
        return new("what-if", new("What if: change a number and see", "假设分析：改一个数看结果"), new("What if", "假设分析"), blocks);
    }
}
