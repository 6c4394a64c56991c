using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The cases side by side.</summary>
internal static class CaseSection
{
    public static Section? Build(ReportContext context)
    {
        var cases = context.Results.Cases;
        if (cases.Count < 2)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "A case changes some assumptions. Today's prices expect the base case, "
                        + "so what another case changes hits them as a surprise. All cases use the same random numbers.",
                    "情景改变部分假设。当前价格以基准情景为预期，其他情景的变化对其是意外。所有情景使用同一组随机数。"
                )
            ),
            new Fold(new("What each case stands for", "各情景的含义"), [Stories(cases)]),
        ];
        var portfolios = context.Results.Base.Portfolios.Select(p => p.Portfolio).ToList();
        blocks.AddRange(
            portfolios.Select(p =>
                CommonTexts.About(
                    p,
                    context.ByHorizon(h =>
                        [
                            Chart(context, p, h),
                            Pictures(context, p, h),
                            new Fold(
                                Sentence.Plain("The figures: {portfolio}", "具体数字：{portfolio}", ("portfolio", p.Name)),
                                [Measures(context, p, h)]
                            ),
                        ]
                    )
                )
            )
        );
        if (cases.Any(c => c.Case.Overrides.Count > 0))
            blocks.Add(new Fold(new("What each case changes, number by number", "各情景改变的数字"), [Overrides(cases)]));
        return new("cases", new("Comparison of cases", "情景对比"), new("Cases", "情景"), blocks);
    }

    private static Table Stories(IReadOnlyList<CaseResult> cases) =>
        new(
            [new LocalText("Case", "情景"), new Column(new("Description", "说明"), Wide: true)],
            [
                .. cases.Select(c =>
                    (IReadOnlyList<Cell>)[new Cell(Prose.Strong(c.Case.Name)) { Anchor = ReportContext.Anchor(c.Case) }, c.Case.Summary]
                ),
            ]
        );

    private static Table Overrides(IReadOnlyList<CaseResult> cases) =>
        new(
            [new LocalText("Case", "情景"), new Column(new("What it changes", "改变的假设"), Wide: true)],
            [
                .. cases.Select(c =>
                    (IReadOnlyList<Cell>)
                        [
                            c.Case.Name,
                            c.Case.Overrides.Count == 0
                                ? new LocalText("nothing: the market that prices know", "无：价格所知的市场")
                                : CommonTexts.Lines(
                                    c.Case.Overrides.Select(o =>
                                        Sentence.Of(
                                            "{path} {from}→ {to}",
                                            "{path} {from}→ {to}",
                                            ("path", Prose.Code(o.Path)),
                                            ("from", o.From.Length == 0 ? "" : o.From + " "),
                                            ("to", o.To)
                                        )
                                    )
                                ),
                        ]
                ),
            ]
        );

    private static PortfolioResult Find(CaseResult result, Portfolio portfolio) =>
        result.Portfolios.First(p => p.Portfolio.Id == portfolio.Id);

    /// <summary>Median and tail, as held and followed: the tail as a profit, so that right is better for all.</summary>
    private static Figure Chart(ReportContext context, Portfolio portfolio, int horizon)
    {
        var isChanged = Find(context.Results.Base, portfolio).IsChanged();
        MeasureSet At(CaseResult result, bool following)
        {
            var found = Find(result, portfolio);
            return (following ? found.FollowingAll : found.AsHeld).Horizons[horizon].Measures;
        }

        DumbbellRow Row(CaseResult result)
        {
            IReadOnlyList<MeasureSet> sets = isChanged ? [At(result, false), At(result, true)] : [At(result, false)];
            return new(
                result.Case.Name,
                [
                    [.. sets.Select(m => FormattedFigure.AsDot(m.Es95.Negate()))],
                    [.. sets.Select(m => FormattedFigure.AsDot(m.Median))],
                ]
            );
        }

        var worst = context.Results.Cases.MaxBy(c => At(c, following: isChanged).Es95.Value)!;
        return new(
            new DumbbellChart(
                AxisFormat.Percent,
                isChanged ? [CommonTexts.Held, CommonTexts.Following] : [CommonTexts.Held],
                [new("Mean of the worst 5%", "最差 5% 的平均"), MeasureKinds.Median.Title],
                [.. context.Results.Cases.Select(Row)]
            ),
            Sentence.Plain(
                "{portfolio}: profit after {span} in each case, on one scale, with 95% intervals; right is better. "
                    + "The mean of the worst 5% "
                    + "of the paths is minus ES 95%.",
                "{portfolio}：各情景下 {span}后的收益（同一刻度），附 95% 区间；越靠右越好。最差 5% 路径的平均收益即负的 95% ES。",
                ("portfolio", portfolio.Name),
                ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))
            )
        )
        {
            Title = Sentence.Plain(
                "The case {worst} has the heaviest losses: the worst 5% of its paths lose {es95} on average{variant}",
                "情景“{worst}”损失最重：最差 5% 的路径平均亏损 {es95}{variant}",
                ("worst", worst.Case.Name),
                ("es95", FormattedFigure.BriefPercent(At(worst, following: isChanged).Es95).Value),
                ("variant", isChanged ? new LocalText(" with the advice followed", "（遵循建议）") : new LocalText("", ""))
            ),
        };
    }

    /// <summary>The distribution in each case, and how the worst one comes about.</summary>
    private static Pairs Pictures(ReportContext context, Portfolio portfolio, int horizon)
    {
        var result = Find(context.Results.Base, portfolio);
        IReadOnlyList<Block> distributions = context.ByVariant(result, v => [Distributions(context, portfolio, horizon, v)]);
        // One horizon alone: the page stays small.
        return horizon == context.Middle && CaseWaterfall.Build(context, portfolio, horizon) is { } waterfall
            ? new([.. distributions, waterfall])
            : new(distributions);
    }

    /// <summary>The distribution in each case; the bar holds half of the paths, the line 90% of them.</summary>
    private static Figure Distributions(ReportContext context, Portfolio portfolio, int horizon, VariantKind variant)
    {
        var items = context
            .Results.Cases.Select(c =>
            {
                var found = Find(c, portfolio);
                var m = (variant == VariantKind.AsHeld ? found.AsHeld : found.FollowingAll).Horizons[horizon].Measures;
                return new Box(
                    c.Case.Name,
                    m[MeasureKinds.Q05].Value,
                    m[MeasureKinds.Q25].Value,
                    m.Median.Value,
                    m[MeasureKinds.Q75].Value,
                    m[MeasureKinds.Q95].Value
                );
            })
            .ToList();
        return new(
            new BoxesChart(AxisFormat.Percent, items),
            Sentence.Plain(
                "{portfolio} ({variant}): profits after {span} in each case. The line holds 90% of the paths, the "
                    + "bar half of them, the mark is "
                    + "the median.",
                "{portfolio}（{variant}）：各情景下 {span}后的收益。细线含 90% 的路径，粗条含一半，标记为中位数。",
                ("portfolio", portfolio.Name),
                ("variant", variant == VariantKind.AsHeld ? CommonTexts.Held : CommonTexts.Following),
                ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))
            )
        )
        {
            Title = Sentence.Plain(
                "In {losing} of the {cases} cases more than half of the paths end with a loss",
                "{cases} 个情景中有 {losing} 个，过半路径以亏损告终",
                ("losing", $"{items.Count(i => i.Q50 < 0)}"),
                ("cases", $"{items.Count}")
            ),
        };
    }

    private static Table Measures(ReportContext context, Portfolio portfolio, int horizon)
    {
        MeasureKind[] kinds = [MeasureKinds.Mean, MeasureKinds.Median, MeasureKinds.Es95, MeasureKinds.LossProbability];
        var isChanged = Find(context.Results.Base, portfolio).IsChanged();
        List<Column> columns =
        [
            Sentence.Plain("Case ({span})", "情景（{span}）", ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))),
        ];
        foreach (var kind in kinds)
        {
            columns.Add(new(Sentence.Plain("{measure}, as held", "{measure}，维持现状", ("measure", kind.Name)), Numeric: true));
            if (isChanged)
                columns.Add(new(new LocalText("following all", "遵循全部"), Numeric: true));
        }

        if (isChanged)
            columns.Add(new(new("beats as held", "优于维持现状"), Numeric: true));
        var rows = context.Results.Cases.Select(c =>
        {
            var found = Find(c, portfolio);
            var (held, following) = (found.AsHeld.Horizons[horizon].Measures, found.FollowingAll.Horizons[horizon].Measures);
            List<Cell> row = [c.Case.Name];
            foreach (var kind in kinds)
            {
                row.Add(FormattedFigure.Measure(kind, held[kind]).AsCell());
                if (isChanged)
                    row.Add(FormattedFigure.Measure(kind, following[kind]).AsCell());
            }

            if (isChanged)
                row.Add(FormattedFigure.Percent(following[MeasureKinds.BeatUnchangedProbability]).AsCell());
            return (IReadOnlyList<Cell>)row;
        });
        return new(columns, [.. rows]);
    }
}
