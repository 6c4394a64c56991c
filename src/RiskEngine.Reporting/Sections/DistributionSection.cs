using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>
/// How each portfolio may turn out in the base case: bands over time, a distribution, a short table; all measures and horizons folded.
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
        blocks.AddRange(portfolios.Select(p => CommonTexts.About(p.Portfolio, [.. Of(context, p)])));
        return new(
            "distribution",
            new("Profit and loss distribution: how it could turn out", "损益分布：可能的结果"),
            new("Distribution", "收益分布"),
            blocks
        );
    }

    private static IEnumerable<Block> Of(ReportContext context, PortfolioResult portfolio)
    {
        yield return new Subheading(portfolio.Portfolio.Name);
        var pictures = new[] { OutcomeFigures.Fan(context, portfolio), OutcomeFigures.Histogram(portfolio, context.Middle) }
            .OfType<Figure>()
            .ToList();
        if (pictures.Count > 0)
            yield return new Pairs(pictures);
        yield return Measures(context, portfolio, portfolio.IsChanged() ? inSight : inSight[..^1]);
        if (Others(context, portfolio) is { } others)
            yield return others;
        yield return new Fold(
            Sentence.Plain(
                "All {all} measures: {portfolio}",
                "全部 {all} 项指标：{portfolio}",
                ("all", $"{MeasureKinds.All.Length}"),
                ("portfolio", portfolio.Portfolio.Name)
            ),
            [Measures(context, portfolio, MeasureKinds.All)]
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

    /// <summary>The distributions at the other horizons, folded.</summary>
    private static Fold? Others(ReportContext context, PortfolioResult portfolio)
    {
        var others = Enumerable
            .Range(0, context.Scenario.Horizons.Count)
            .Where(h => h != context.Middle)
            .Select(h => (Horizon: h, Figure: OutcomeFigures.Histogram(portfolio, h)))
            .Where(f => f.Figure is not null)
            .ToList();
        if (others.Count == 0)
            return null;
        var spans = CommonTexts.Join(others.Select(f => CommonTexts.Span(context.Scenario.Horizons[f.Horizon].Tenor)), new(" and ", "与 "));
        return new(
            Sentence.Plain(
                "The distributions after {spans}: {portfolio}",
                "{spans}后的分布：{portfolio}",
                ("spans", spans),
                ("portfolio", portfolio.Portfolio.Name)
            ),
            [new Pairs([.. others.Select(f => f.Figure!)])]
        );
    }

    private static Table Measures(ReportContext context, PortfolioResult portfolio, IReadOnlyList<MeasureKind> kinds)
    {
        List<Column> columns = [new LocalText("Measure", "指标")];
        foreach (var horizon in context.Scenario.Horizons)
        {
            var span = CommonTexts.Span(horizon.Tenor);
            columns.Add(new(Sentence.Plain("{span}, as held", "{span}，维持现状", ("span", span)), Numeric: true));
            if (portfolio.IsChanged())
                columns.Add(new(Sentence.Plain("{span}, following all", "{span}，遵循全部", ("span", span)), Numeric: true));
        }

        var rows = kinds.Select(kind =>
        {
            List<Cell> row = [Name(kind, context.Scenario.LargeLoss)];
            for (var h = 0; h < context.Scenario.Horizons.Count; h++)
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
