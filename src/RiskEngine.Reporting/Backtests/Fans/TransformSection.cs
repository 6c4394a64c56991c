using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Reporting.Backtests.Fans;

/// <summary>Where outcomes fell in their forecasts: histograms of probability integral transforms.</summary>
internal static class TransformSection
{
    public static Section Build(FanBacktestResults results)
    {
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "Ask of each outcome which share of its forecast lies below it. Of sound forecasts a tenth of the outcomes fall in "
                        + "each tenth. "
                        + "Bars higher in the middle: bands too wide. Higher at both ends: too narrow. Higher on the right: more was "
                        + "earned than "
                        + "forecast.",
                    "每个结果在其预测分布中处于什么位置？预测可靠时，每十分之一的区间应含十分之一的结果。"
                        + "中间偏高：区间过宽；两端偏高：区间过窄；右端偏高：实际收益高于预测。"
                )
            ),
            new Subheading(new("All columns together", "全部列合计")),
            new Pairs([.. results.Instruments.Select(Histogram)]),
        ];
        blocks.AddRange(
            results
                .Series.Where(s => s.IsPortfolio)
                .Select(series => new Fold(LocalText.Same(series.Name), [new Pairs([.. series.Scores.Select(Histogram)])]))
        );
        return new("transforms", new("Were the whole forecasts right?", "整个预测分布是否正确？"), new("Histograms", "直方图"), blocks);
    }

    private static Figure Histogram(FanScore score)
    {
        var counts = score.TransformCounts;
        var total = (double)counts.Sum();
        var horizon = CommonTexts.Span(score.Horizon);
        return new Figure(
            new HistogramChart(
                AxisFormat.Percent,
                [
                    new Distribution(horizon, 0, 1.0 / counts.Count, [.. counts.Select(count => count / total)], []),
                    new Distribution(new("sound forecasts", "可靠的预测"), 0, 1, [1], []),
                ]
            ),
            Sentence.Plain(
                "{horizon} ahead: {low} of the outcomes fell in the lowest tenth of their forecasts and {high} in the highest; 10% each "
                    + "are "
                    + "expected.",
                "期限 {horizon}：{low} 的结果落在预测的最低十分之一，{high} 落在最高十分之一；预期各为 10%。",
                ("horizon", horizon),
                ("low", FormattedFigure.Rounded(counts[0] / total)),
                ("high", FormattedFigure.Rounded(counts[^1] / total))
            )
        );
    }
}
