using RiskEngine.Abstractions.Factors;
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
                new Text("Indicator", "指标"),
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
        return new("indicators", new("What to watch", "值得关注的指标"), new("Indicators", "观察指标"), [table]);
    }

    private static IReadOnlyList<Cell> Row(ReportContext context, IndicatorResult result)
    {
        var indicator = result.Indicator;
        var found = context.Factor(indicator.Factor);
        var factor = context.Name(indicator.Factor) + FactorTexts.Unit(found);
        return
        [
            new(CommonTexts.Of(indicator.Name), (Prose)(new Text("shows in: ", "体现于：") + factor)),
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
        threshold is null
            ? Text.Same("–")
            : (threshold.Side == Side.Above ? new Text("above ", "高于 ") : new Text("below ", "低于 "))
                + FactorTexts.Bare(factor, threshold.Level);

    private static Cell Probability(Estimate? probability) =>
        probability is { } found ? FormattedFigure.Percent(found).AsCell() : Text.Same("–");
}
