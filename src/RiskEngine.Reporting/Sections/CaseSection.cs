using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The cases side by side at the middle horizon.</summary>
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
                    "A case changes some assumptions. Prices know only the base case, so what a case changes comes as a surprise. All "
                        + "cases use the same random numbers.",
                    "情景改变部分假设。价格只知道基准情景，因此情景的变化对市场是意外。所有情景使用同一组随机数。"
                )
            ),
            new Fold(new("What each case stands for", "各情景的含义"), [Stories(cases)]),
        ];
        var portfolios = context.Results.Base.Portfolios.Select(p => p.Portfolio).ToList();
        blocks.AddRange(
            portfolios.Select(p =>
                CommonTexts.About(
                    p,
                    Chart(context, p),
                    new Fold(
                        Sentence.Plain("The figures: {portfolio}", "具体数字：{portfolio}", ("portfolio", p.Name)),
                        [Measures(context, p)]
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

    /// <summary>Mean, median, and the tail as a profit, so that right is better for all three.</summary>
    private static Figure Chart(ReportContext context, Portfolio portfolio)
    {
        var rows = context.Results.Cases.Select(c =>
        {
            var measures = Find(c, portfolio).FollowingAll.Horizons[context.Middle].Measures;
            return new DotRow(
                c.Case.Name,
                [
                    FormattedFigure.AsDot(measures.Mean),
                    FormattedFigure.AsDot(measures.Median),
                    FormattedFigure.AsDot(measures.Es95.Negate()),
                ]
            );
        });
        var isChanged = Find(context.Results.Base, portfolio).IsChanged();
        return new(
            new CasesChart(
                AxisFormat.Percent,
                [new("Mean profit", "平均收益"), new("Median profit", "收益中位数"), new("Mean of the worst 5%", "最差 5% 的平均收益")],
                [.. rows]
            ),
            Sentence.Plain(
                "{portfolio}: profit after {span} in each case, with 95% intervals; right is better. The mean of the "
                    + "worst 5% of the paths is minus ES 95%.",
                "{portfolio}：各情景下 {span}后的收益，附 95% 区间；越靠右越好。最差 5% 路径的平均收益即负的 95% ES。",
                (
                    "portfolio",
                    isChanged
                        ? Sentence.Plain("{name}, following all recommendations", "{name}（遵循全部建议）", ("name", portfolio.Name))
                        : portfolio.Name
                ),
                ("span", CommonTexts.Span(context.MiddleHorizon.Tenor))
            )
        );
    }

    private static Table Measures(ReportContext context, Portfolio portfolio)
    {
        MeasureKind[] kinds = [MeasureKinds.Mean, MeasureKinds.Median, MeasureKinds.Es95, MeasureKinds.LossProbability];
        var isChanged = Find(context.Results.Base, portfolio).IsChanged();
        List<Column> columns = [Sentence.Plain("Case ({span})", "情景（{span}）", ("span", CommonTexts.Span(context.MiddleHorizon.Tenor)))];
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
            var (held, following) = (found.AsHeld.Horizons[context.Middle].Measures, found.FollowingAll.Horizons[context.Middle].Measures);
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
