using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>From sentence to effect: for each piece of advice the sentence, its verb, the size, the trade and what it changes.</summary>
internal static class AdviceChain
{
    /// <summary>One line a recommendation, which can be opened.</summary>
    /// <param name="context">The results.</param>
    /// <param name="portfolios">The portfolios with effects; at least one.</param>
    /// <param name="trade">What a recommendation trades, in words.</param>
    public static Fold Build(ReportContext context, IReadOnlyList<PortfolioResult> portfolios, Func<Recommendation, Cell> trade) =>
        new(
            new("From sentence to effect, one line each", "由原句到影响：每条一行"),
            [
                .. context
                    .Model.Recommendations.Where(r => r.IsTraded)
                    .Select(r => new Fold(Line(context, r, portfolios), [new Bullets(Steps(context, r, portfolios, trade(r)))])),
            ]
        );

    private static LocalText Line(ReportContext context, Recommendation r, IReadOnlyList<PortfolioResult> portfolios) =>
        Sentence.Plain(
            "{name}: {spot} → “{verb}” → {size} of the portfolio → {effect} points of mean profit ({portfolio})",
            "{name}：{spot} → “{verb}” → 占组合 {size} → 平均收益 {effect} 个百分点（{portfolio}）",
            ("name", r.Name),
            ("spot", context.Find(r.Claims[0]) is { } claim ? ReportContext.Spot(claim) : CommonTexts.NotAvailable),
            ("verb", r.Conviction.Verb),
            ("size", FormattedFigure.Known(r.Size)),
            (
                "effect",
                Effect(context, r, portfolios[0]) is { } e ? FormattedFigure.BriefPoints(e.Last.Mean).Value : CommonTexts.NotAvailable
            ),
            ("portfolio", portfolios[0].Portfolio.Name)
        );

    private static IReadOnlyList<Prose> Steps(
        ReportContext context,
        Recommendation r,
        IReadOnlyList<PortfolioResult> portfolios,
        Cell trade
    ) =>
        [
            Sentence.Of(
                "Sentence: {quotes}",
                "原句：{quotes}",
                ("quotes", CommonTexts.Join(r.Claims.Select(context.Quote), CommonTexts.Semicolon))
            ),
            Sentence.Of(
                "Verb: “{verb}”, a row of the scenario's table of convictions",
                "动词：“{verb}”，按情景的动词表（convictions）取规模",
                ("verb", r.Conviction.Verb)
            ),
            Sentence.Of(
                "Size: {size} of the portfolio. {reason}",
                "规模：占组合 {size}。{reason}",
                ("size", FormattedFigure.Known(r.Size)),
                ("reason", Reason(context, r))
            ),
            Sentence.Of("Trade: {trade}", "交易：{trade}", ("trade", trade.Content)),
            .. portfolios.Select(p =>
                Effect(context, r, p) is { } e
                    ? Sentence.Of(
                        "Effect on {portfolio}, as the last one followed: mean profit {mean} points, ES 95% {es} points",
                        "对{portfolio}的影响（作为最后一条遵循）：平均收益 {mean} 个百分点，95% ES {es} 个百分点",
                        ("portfolio", p.Portfolio.Name),
                        ("mean", FormattedFigure.Points(e.Last.Mean).Inline()),
                        ("es", FormattedFigure.Points(e.Last.Es95).Inline())
                    )
                    : Prose.Empty
            ),
        ];

    private static RecommendationEffect? Effect(ReportContext context, Recommendation r, PortfolioResult portfolio) =>
        portfolio.RecommendationEffects.FirstOrDefault(e => e.Recommendation.Id == r.Id && e.Horizon == context.MiddleHorizon);

    /// <summary>Where the size comes from: the recommendation's own, else that of its verb.</summary>
    private static LocalText Reason(ReportContext context, Recommendation r) =>
        (context.Source($"recommendations.{r.Id}.size") ?? context.Source($"convictions.{r.Conviction.Verb}.size")) switch
        {
            Judgement judgement => Sentence.Plain("Judgement: {reason}", "判断：{reason}", ("reason", judgement.Reason)),
            FromArticle => new("From the article.", "来自文章。"),
            Calibrated => new("Calibrated on data.", "由数据校准。"),
            // Without a table of the scenario's own the verbs have the sizes of the program's table, which are a judgement.
            _ when Conviction.Defaults.Contains(r.Conviction) && r.Size == r.Conviction.Size => new(
                "Judgement: the usual size for this verb, as neither the article nor the scenario gives one.",
                "判断：该动词的通常规模，文章与情景均未给出。"
            ),
            _ => new("Nobody says why.", "未说明来源。"),
        };
}
