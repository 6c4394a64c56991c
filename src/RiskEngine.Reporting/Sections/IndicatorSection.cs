using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What to watch: the level that would confirm or refute a thesis, and how likely each is.</summary>
internal static class IndicatorSection
{
    public static Section? Build(ReportContext context)
    {
        var indicators = context.Results.Base.Indicators;
        if (indicators.Count == 0)
            return null;
        var table = new Table(
            [
                new LocalText("Indicator", "指标"),
                new Column(new("In the article", "文章出处"), Wide: true),
                new Column(new("Read on", "读取日"), Numeric: true),
                new Column(new("Simulated median", "模拟中位数"), Numeric: true),
                new Column(new("Confirms the thesis", "证实的水平"), Numeric: true),
                new Column(new("Probability", "概率"), Numeric: true),
                new Column(new("Refutes it", "证伪的水平"), Numeric: true),
                new Column(new("Probability", "概率"), Numeric: true),
            ],
            [.. indicators.Select(i => Row(context, i))]
        );
        return new("indicators", new("Indicators: what to watch", "观察指标：值得关注什么"), new("Indicators", "观察指标"), [table]);
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, IndicatorResult result)
    {
        var indicator = result.Indicator;
        var found = context.Factor(indicator.Factor);
        var factor = Sentence.Plain(
            "{factor}{found}",
            "{factor}{found}",
            ("factor", context.Name(indicator.Factor)),
            ("found", FactorTexts.Unit(found))
        );
        return
        [
            new(indicator.Name, (Prose)(Sentence.Plain("shows in: {factor}", "体现于：{factor}", ("factor", factor)))),
            context.Quote(indicator.Claim),
            CommonTexts.Date(indicator.Date),
            FactorTexts.Estimated(found, result.Median).AsCell(),
            Level(found, indicator.Confirms),
            Probability(result.Confirms),
            Level(found, indicator.Refutes),
            Probability(result.Refutes),
        ];
    }

    private static Cell Level(RiskFactor? factor, Threshold? threshold) =>
        threshold is null ? LocalText.Same("–")
        : threshold.Side == Side.Above
            ? Sentence.Plain("above {level}", "高于 {level}", ("level", FactorTexts.Bare(factor, threshold.Level)))
        : Sentence.Plain("below {level}", "低于 {level}", ("level", FactorTexts.Bare(factor, threshold.Level)));

    private static Cell Probability(Estimate? probability) =>
        probability is { } found ? FormattedFigure.Percent(found).AsCell() : LocalText.Same("–");
}
