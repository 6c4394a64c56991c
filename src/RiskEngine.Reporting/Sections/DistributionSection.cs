using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>
/// How each portfolio may turn out in a case: bands over time, a distribution at a horizon, a short table; in the base case all measures,
/// folded.
/// </summary>
internal static class DistributionSection
{
    private static readonly MeasureKind[] inSight =
    [
        MeasureKinds.Mean,
        MeasureKinds.Median,
        MeasureKinds.Var95,
        MeasureKinds.Es95,
        MeasureKinds.LossProbability,
        MeasureKinds.BeatUnchangedProbability,
    ];

    public static Section? Build(ReportContext context)
    {
        var portfolios = context.Results.Base.Portfolios;
        if (portfolios.Count == 0)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                Sentence.Of(
                    "VaR 95% is the loss that 1 path in 20 exceeds, ES 95% the average loss of these worst 5%: see the {link}.",
                    "95% VaR：每 20 条路径中有 1 条的亏损超过它；95% ES：这最差 5% 路径的平均亏损。参见{link}。",
                    ("link", Prose.Within(new("reading guide", "阅读说明"), MethodSection.Id))
                )
            ),
        ];
        blocks.AddRange(portfolios.Select(p => CommonTexts.About(p.Portfolio, context.ByCase(c => [.. Of(context, c, p.In(c))]))));
        return new(
            "distribution",
            new("Profit and loss distribution: how it could turn out", "损益分布：可能的结果"),
            new("Distribution", "收益分布"),
            blocks
        );
    }

    private static IEnumerable<Block> Of(ReportContext context, CaseResult @case, PortfolioResult portfolio)
    {
        yield return new Subheading(portfolio.Portfolio.Name);
        List<Block> pictures =
        [
            .. OutcomeFigures.Fan(context, portfolio) is { } fan ? new[] { fan } : [],
            .. context.ByHorizon(h => OutcomeFigures.Histogram(portfolio, h) is { } histogram ? [histogram] : []),
        ];
        if (pictures.Count > 0)
            yield return new Pairs(pictures);
        foreach (var table in context.ByHorizon(h => [Measures(context, portfolio, portfolio.IsChanged() ? inSight : inSight[..^1], [h])]))
            yield return table;
        // The other cases' figures stand in measures.csv: all of them here would double the page.
        if (!ReferenceEquals(@case, context.Results.Base))
            yield break;
        yield return new Fold(
            Sentence.Plain(
                "All {all} measures: {portfolio}",
                "全部 {all} 项指标：{portfolio}",
                ("all", $"{MeasureKinds.All.Length}"),
                ("portfolio", portfolio.Portfolio.Name)
            ),
            [Measures(context, portfolio, MeasureKinds.All, [.. Enumerable.Range(0, context.Scenario.Horizons.Count)])]
        );
        if (portfolio.AsHeld.Paths.Count > 0)
            yield return Paths(context, portfolio);
    }

    /// <summary>What whole paths tell, folded.</summary>
    private static Fold Paths(ReportContext context, PortfolioResult portfolio)
    {
        List<Column> columns = [new LocalText("Measure", "指标"), new Column(CommonTexts.Held, Numeric: true)];
        if (portfolio.IsChanged())
            columns.Add(new(CommonTexts.Following, Numeric: true));
        return new(
            Sentence.Plain(
                "Falls along the path, to {span}: {portfolio}",
                "{span}内路径上的下跌：{portfolio}",
                ("span", CommonTexts.Span(context.MiddleHorizon.Tenor)),
                ("portfolio", portfolio.Portfolio.Name)
            ),
            [
                .. OutcomeFigures.Drawdowns(context, portfolio) is { } drawdowns ? new Block[] { drawdowns } : [],
                new Table(
                    columns,
                    [
                        .. PathKinds.All.Select(kind =>
                            (IReadOnlyList<Cell>)
                                [
                                    kind.Title,
                                    FormattedFigure.Measure(kind, portfolio.AsHeld.Paths[kind]).AsCell(),
                                    .. portfolio.IsChanged()
                                        ? [FormattedFigure.Measure(kind, portfolio.FollowingAll.Paths[kind]).AsCell()]
                                        : Array.Empty<Cell>(),
                                ]
                        ),
                    ]
                ),
                new Paragraph(
                    new LocalText(
                        "Indices are means over paths and time of how far the value is below its last peak, at the dates of the steps; "
                            + "ratios are the median path's.",
                        "指数为各路径在各步日期上低于此前高点幅度的平均；比率取中位路径。"
                    )
                ),
            ]
        );
    }

    private static Table Measures(
        ReportContext context,
        PortfolioResult portfolio,
        IReadOnlyList<MeasureKind> kinds,
        IReadOnlyList<int> horizons
    )
    {
        List<Column> columns = [new LocalText("Measure", "指标")];
        foreach (var h in horizons)
        {
            var span = CommonTexts.Span(context.Scenario.Horizons[h].Tenor);
            columns.Add(new(Sentence.Plain("{span}, as held", "{span}，维持现状", ("span", span)), Numeric: true));
            if (portfolio.IsChanged())
                columns.Add(new(Sentence.Plain("{span}, following all", "{span}，遵循全部", ("span", span)), Numeric: true));
        }

        var rows = kinds.Select(kind =>
        {
            List<Cell> row = [Name(kind, context.Scenario.LargeLoss)];
            foreach (var h in horizons)
            {
                row.Add(FormattedFigure.Measure(kind, portfolio.AsHeld.Horizons[h].Measures[kind]).AsCell());
                if (portfolio.IsChanged())
                    row.Add(FormattedFigure.Measure(kind, portfolio.FollowingAll.Horizons[h].Measures[kind]).AsCell());
            }

            return (IReadOnlyList<Cell>)row;
        });
        return new(columns, [.. rows]);
    }

    private static LocalText Name(MeasureKind kind, double largeLoss)
    {
        var name = kind.Title;
        return kind == MeasureKinds.LargeLossProbability
            ? Sentence.Plain(
                "{name} (more than {largeLoss})",
                "{name}（超过 {largeLoss}）",
                ("name", name),
                ("largeLoss", FormattedFigure.Known(largeLoss))
            )
            : name;
    }
}
