using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>
/// How the mean profit of a followed portfolio comes from that of the base case to that of the worst one: what is held, then each
/// recommendation. A recommendation is a position on top of what is held, so that their mean gains add up to the whole.
/// </summary>
internal static class CaseWaterfall
{
    private const int MostDrawn = 5;

    // Half of what the last shown digit of a percentage tells.
    private const double Smallest = 0.0005;

    /// <summary>The picture; null where no advice is followed, or no case has a lower mean than the base case.</summary>
    public static Figure? Build(ReportContext context, Portfolio portfolio, int horizon)
    {
        PortfolioResult Of(CaseResult result) => result.Portfolios.First(p => p.Portfolio.Id == portfolio.Id);
        double Mean(VariantResult variant) => variant.Horizons[horizon].Measures[MeasureKinds.Mean].Value;
        var worst = context.Results.Cases.MinBy(c => Mean(Of(c).FollowingAll))!;
        var (from, to) = (Of(context.Results.Base), Of(worst));
        if (!from.IsChanged() || ReferenceEquals(from, to))
            return null;
        var held = Mean(to.AsHeld) - Mean(from.AsHeld);
        var all = Mean(to.FollowingAll) - Mean(from.FollowingAll);
        var id = context.Scenario.Horizons[horizon].Id;
        var before = from.RecommendationEffects.Where(e => e.Horizon.Id == id).ToDictionary(e => e.Recommendation.Id, e => e.Alone.Mean);
        var drawn = to
            .RecommendationEffects.Where(e => e.Horizon.Id == id && before.ContainsKey(e.Recommendation.Id))
            .Select(e => new WaterfallStep(e.Recommendation.Name, e.Alone.Mean.Value - before[e.Recommendation.Id].Value))
            .OrderByDescending(s => Math.Abs(s.Value))
            .Take(MostDrawn)
            .OrderBy(s => s.Value)
            .ToList();
        var rest = all - held - drawn.Sum(s => s.Value);
        List<WaterfallStep> steps =
        [
            new(context.Results.Base.Case.Name, Mean(from.FollowingAll), IsTotal: true),
            new(new("What is held", "现有持仓"), held),
            .. drawn,
        ];
        if (Math.Abs(rest) >= Smallest)
            steps.Add(new(new("All other advice", "其余建议"), rest));
        steps.Add(new(worst.Case.Name, Mean(to.FollowingAll), IsTotal: true));
        return new(
            new WaterfallChart(AxisFormat.Percent, steps),
            Sentence.Plain(
                "{portfolio}: mean profit after {span} with the advice followed, from one case to the other. Each bar begins where the one "
                    + "above ends: what the case changes of the mean gain of what is held, and of each recommendation.",
                "{portfolio}：遵循建议、{span}后的平均收益，从一个情景到另一个情景。每根条从上一根的末端开始：该情景使现有持仓及各项建议的平均收益改变多少。",
                ("portfolio", portfolio.Name),
                ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))
            )
        )
        {
            Title = Title(context, worst, held, all - held),
        };
    }

    private static LocalText Title(ReportContext context, CaseResult worst, double held, double advice)
    {
        static string Points(double value) => Digits.Write(100 * Math.Abs(value), 1);
        (string Name, TextHole Value)[] holes =
        [
            ("base", context.Results.Base.Case.Name),
            ("worst", worst.Case.Name),
            ("held", LocalText.Same(Points(held))),
            ("advice", LocalText.Same(Points(advice))),
        ];
        return (held < 0, advice < 0) switch
        {
            (true, true) => Sentence.Plain(
                "From {base} to {worst}, what is held loses {held} points of mean profit and the advice {advice} more",
                "从{base}到{worst}，现有持仓的平均收益减少 {held} 个百分点，建议再减少 {advice} 个",
                holes
            ),
            (true, false) => Sentence.Plain(
                "From {base} to {worst}, what is held loses {held} points of mean profit and the advice gives {advice} back",
                "从{base}到{worst}，现有持仓的平均收益减少 {held} 个百分点，建议抵回 {advice} 个",
                holes
            ),
            _ => Sentence.Plain(
                "From {base} to {worst}, the advice loses {advice} points of mean profit and what is held gives {held} back",
                "从{base}到{worst}，建议使平均收益减少 {advice} 个百分点，现有持仓抵回 {held} 个",
                holes
            ),
        };
    }
}
