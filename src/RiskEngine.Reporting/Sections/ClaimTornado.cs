using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The tornado of sentences: what the mean profit and ES become if one of them is false, the largest change first.</summary>
internal static class ClaimTornado
{
    private const int MostDrawn = 10;

    public static Figure Mean(ReportContext context, IReadOnlyList<ClaimResult> claims) =>
        Of(
            context,
            claims,
            effect => effect.Mean,
            Sentence.Plain(
                "What changes in the mean profit after {span} if the claim is false, all recommendations followed, in percentage "
                    + "points, with 95% intervals. The ten that change most.",
                "若主张不成立，{span}后的平均收益改变多少（遵循全部建议，百分点），附 95% 区间。影响最大的十条。",
                ("span", CommonTexts.Span(context.MiddleHorizon.Tenor))
            )
        );

    public static Figure Es95(ReportContext context, IReadOnlyList<ClaimResult> claims) =>
        Of(
            context,
            claims,
            effect => effect.Es95,
            Sentence.Plain(
                "What changes in ES 95% after {span} if the claim is false, all recommendations followed, in percentage points, with "
                    + "95% intervals; above zero is a larger loss. The ten that change most.",
                "若主张不成立，{span}后的 95% ES 改变多少（遵循全部建议，百分点），附 95% 区间；大于零表示亏损更大。影响最大的十条。",
                ("span", CommonTexts.Span(context.MiddleHorizon.Tenor))
            )
        );

    private static Figure Of(ReportContext context, IReadOnlyList<ClaimResult> claims, Func<Effect, Estimate> measure, LocalText caption)
    {
        var portfolios = context.Results.Base.Portfolios.Select(p => p.Portfolio).ToList();
        var largest = claims.OrderByDescending(c =>
            portfolios.Max(p => ClaimSection.Following(c, p.Id.Value) is { } e ? Math.Abs(measure(e.Change).Value) : 0)
        );
        var first = largest.First();
        var most = portfolios
            .Select(p => (Portfolio: p, Effect: ClaimSection.Following(first, p.Id.Value)))
            .Where(p => p.Effect is not null)
            .MaxBy(p => Math.Abs(measure(p.Effect!.Change).Value));
        return new(
            new EffectsChart(
                AxisFormat.Points,
                [.. portfolios.Select(p => p.Name)],
                [
                    .. largest
                        .Take(MostDrawn)
                        .Select(c => new DotRow(
                            Sentence.Plain(
                                "{claim} ({spot})",
                                "{claim}（{spot}）",
                                ("claim", ClaimSection.Short(c)),
                                ("spot", ReportContext.Spot(c.Claim))
                            ),
                            [
                                .. portfolios.Select(p =>
                                    ClaimSection.Following(c, p.Id.Value) is { } e ? FormattedFigure.AsDot(measure(e.Change)) : null
                                ),
                            ]
                        )),
                ]
            ),
            caption
        )
        {
            Title = most.Effect is null
                ? null
                : Sentence.Plain(
                    "If one claim is false, “{claim}” changes most: {points} points for {portfolio}",
                    "若有一条主张不成立，影响最大的是“{claim}”：{portfolio} {points} 个百分点",
                    ("claim", ClaimSection.Short(first)),
                    ("points", FormattedFigure.BriefPoints(measure(most.Effect.Change)).Value),
                    ("portfolio", most.Portfolio.Name)
                ),
        };
    }
}
