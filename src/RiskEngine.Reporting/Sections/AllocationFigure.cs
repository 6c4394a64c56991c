using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>A portfolio's weights before and after all advice.</summary>
internal static class AllocationFigure
{
    private const int MostDrawn = 14;
    private const double Visible = 0.005;

    /// <summary>The chart; null where the weights were not worked out, or where the advice moves none.</summary>
    public static ChoiceBlocks? Of(ReportContext context, Portfolio portfolio)
    {
        if (context.Results.Optimiser is not { } optimiser)
            return null;
        var found = optimiser.Portfolios.First(p => p.Portfolio.Id == portfolio.Id);
        var weights = optimiser
            .Instruments.Select(
                (i, at) => (Name: ReportContext.Name(i), Held: found.AsHeld.Weights[at], Followed: found.FollowingAll.Weights[at])
            )
            .Where(w => Math.Max(Math.Abs(w.Held), Math.Abs(w.Followed)) >= Visible)
            .OrderByDescending(w => Math.Abs(w.Followed - w.Held))
            .Take(MostDrawn)
            .ToList();
        if (weights.Count == 0 || weights[0].Held == weights[0].Followed)
            return null;
        var first = weights[0];
        return CommonTexts.About(
            portfolio,
            new Fold(
                Sentence.Plain(
                    "The advice changes {name} most: from {held} to {followed} of the portfolio",
                    "建议改变最大的是{name}：从组合的 {held} 到 {followed}",
                    ("name", first.Name),
                    ("held", FormattedFigure.Rounded(first.Held)),
                    ("followed", FormattedFigure.Rounded(first.Followed))
                ),
                [
                    new Figure(
                        new DumbbellChart(
                            AxisFormat.Percent,
                            [CommonTexts.Held, CommonTexts.Following],
                            [new("Part of the portfolio", "占组合")],
                            [
                                .. weights
                                    .OrderByDescending(w => w.Followed)
                                    .Select(w => new DumbbellRow(
                                        w.Name,
                                        [
                                            [Exact(w.Held), Exact(w.Followed)],
                                        ]
                                    )),
                            ]
                        ),
                        Sentence.Plain(
                            "{portfolio}: parts of the value today and once all advice is in place, whatever its dates; "
                                + "the {count} that change most.",
                            "{portfolio}：今日与全部建议到位之后（不论日期）的占比；变化最大的 {count} 项。",
                            ("portfolio", portfolio.Name),
                            ("count", $"{weights.Count}")
                        )
                    ),
                ]
            )
        );
    }

    private static Dot Exact(double weight) => new(weight, weight, weight);
}
