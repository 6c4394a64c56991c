using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Backtests;

/// <summary>Where outcomes fell in their forecasts: probability integral transforms, a histogram a model.</summary>
internal static class ProbabilitySection
{
    public static Section Build(BacktestResults results)
    {
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "Not only the limit can be tested but the whole forecast: ask of each outcome which share of the forecast lies "
                        + "below it. Under a right model a tenth of the outcomes fall in each tenth. "
                        + "Bars higher in the middle: the model sees more risk than there was. Higher at the ends: it sees too little; "
                        + "high on the left alone, losses are worse than forecast.",
                    "不仅限额可以检验，整个预测分布也可以：每个结果在预测分布中处于什么位置？模型正确时，每十分之一的区间应含十分之一的结果。"
                        + "中间偏高：模型高估风险；两端偏高：低估风险；仅左端偏高：亏损比预测更重。"
                )
            ),
        ];
        foreach (var series in results.Series)
        {
            var pictures = new Pairs([.. series.Models.Select(Histogram)]);
            if (results.Series.Count == 1)
                blocks.Add(pictures);
            else
                blocks.Add(new Fold(LocalText.Same(series.Name), [pictures]));
        }

        return new("forecasts", new("Were the whole forecasts right?", "整个预测分布是否正确？"), new("Forecasts", "预测分布"), blocks);
    }

    private static Figure Histogram(ModelBacktest model)
    {
        var counts = model.ProbabilityCounts;
        var total = (double)counts.Sum();
        var name = BacktestTexts.Name(model.Model);
        var chart = new HistogramChart(
            AxisFormat.Percent,
            [
                new Distribution(name, 0, 1.0 / counts.Count, [.. counts.Select(count => count / total)], []),
                new Distribution(new("a right model", "正确的模型"), 0, 1, [1], []),
            ]
        );
        var (low, high) = (FormattedFigure.Rounded(counts[0] / total), FormattedFigure.Rounded(counts[^1] / total));
        return new Figure(
            chart,
            Sentence.Plain(
                "{name}: {low} of the outcomes fell in the lowest tenth of their forecasts and {high} in the highest; 10% each "
                    + "are expected.",
                "{name}：{low} 的结果落在预测的最低十分之一，{high} 落在最高十分之一；预期各为 10%。",
                ("name", name),
                ("low", low),
                ("high", high)
            )
        );
    }
}
