using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>
/// The one ranking of a portfolio's risks: what removing each one changes, the costliest first; the other ways of counting stand beside it.
/// </summary>
internal static class RiskRanking
{
    /// <summary>The ranking at every horizon, as held and followed; null where no risk's effect was simulated.</summary>
    public static ChoiceBlocks? Of(ReportContext context, PortfolioResult portfolio, IReadOnlyList<RiskEvent> risks)
    {
        var blocks = context.ByHorizon(h => context.ByVariant(portfolio, v => Ranking(context, portfolio, risks, h, v)));
        return RiskSection.At(context, risks, context.Middle).Any(e => e.Portfolio.Id == portfolio.Portfolio.Id)
            ? CommonTexts.About(portfolio.Portfolio, blocks)
            : null;
    }

    private static List<Block> Ranking(
        ReportContext context,
        PortfolioResult portfolio,
        IReadOnlyList<RiskEvent> risks,
        int horizon,
        VariantKind variant
    )
    {
        var effects = RiskSection
            .At(context, risks, horizon)
            .Where(e => e.Portfolio.Id == portfolio.Portfolio.Id && e.Variant.Kind == variant)
            .OrderBy(e => e.Effect.Mean.Value)
            .ToList();
        if (effects.Count == 0)
            return [];
        List<Block> blocks = [Chart(context, portfolio, effects, horizon, variant), Table(context, portfolio, effects, horizon, variant)];
        if (horizon == context.Middle && Shares(context, portfolio, variant) is not null)
        {
            blocks.Add(
                new Paragraph(
                    Sentence.Of(
                        "The first three columns answer: what if this risk did not exist? They rank the risks. Where several risks fall "
                            + "on the same paths, taking one away leaves the others' damage; the {share} shares out the damage of all, and "
                            + "the {contribution} is what the event itself loses on the worst 5% of the paths. The three need not agree.",
                        "前三列回答“若没有这项风险会怎样”，并据此排序。几项风险落在同样的路径上时，去掉一项，其余的损害仍在；“{share}”把总损害分摊给各项，"
                            + "“{contribution}”是该事件本身在最差 5% 路径上的损失。三者不必一致。",
                        ("share", Prose.Within(new("fair share", "公平份额"), "shapley")),
                        ("contribution", Prose.Within(new("contribution", "贡献"), "contributions"))
                    )
                )
            );
        }

        return blocks;
    }

    private static Figure Chart(
        ReportContext context,
        PortfolioResult portfolio,
        List<EventEffectResult> effects,
        int horizon,
        VariantKind variant
    )
    {
        var worst = effects[0];
        return new(
            new BarsChart(
                AxisFormat.Points,
                [new("Change of the mean profit", "平均收益的变化")],
                [.. effects.Select(e => new DotRow(e.Event.Name, [FormattedFigure.AsDot(e.Effect.Mean)]))]
            ),
            Sentence.Plain(
                "What each risk changes in the mean profit of {portfolio} ({variant}) after {span}, in percentage points, with 95% "
                    + "intervals. Left of zero is a cost.",
                "各风险使{portfolio}（{variant}）{span}后的平均收益改变多少（百分点），附 95% 区间。零线左侧为代价。",
                ("portfolio", portfolio.Portfolio.Name),
                ("variant", variant == VariantKind.AsHeld ? CommonTexts.Held : CommonTexts.Following),
                ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))
            )
        )
        {
            Title =
                worst.Effect.Mean.High < 0
                    ? Sentence.Plain(
                        "The costliest risk is {risk}: {mean} points of mean profit",
                        "代价最大的风险是{risk}：平均收益 {mean} 个百分点",
                        ("risk", worst.Event.Name),
                        ("mean", FormattedFigure.BriefPoints(worst.Effect.Mean).Value)
                    )
                    : new LocalText("No risk costs more than the sampling error", "没有任何风险的代价超出抽样误差"),
        };
    }

    private static Table Table(
        ReportContext context,
        PortfolioResult portfolio,
        List<EventEffectResult> effects,
        int horizon,
        VariantKind variant
    )
    {
        // The other two ways of counting are worked out at the headline horizon alone.
        var shares = horizon == context.Middle ? Shares(context, portfolio, variant) : null;
        var contributions = horizon == context.Middle ? Contributions(context, portfolio, variant) : null;
        List<Column> columns =
        [
            new LocalText("Risk: with it less without it, in percentage points", "风险：含与不含之差（百分点）"),
            new Column(new("Mean profit", "平均收益"), Numeric: true),
            new Column(MeasureKinds.Es95.Name, Numeric: true),
            new Column(MeasureKinds.LossProbability.Name, Numeric: true),
        ];
        if (shares is not null)
            columns.Add(new(new("ES 95%: fair share", "95% ES：公平份额"), Numeric: true));
        if (contributions is not null)
            columns.Add(new(new("ES 95%: contribution", "95% ES：贡献"), Numeric: true));
        return new(columns, [.. effects.Select(Row)]);

        IReadOnlyList<Cell> Row(EventEffectResult e)
        {
            List<Cell> row =
            [
                Prose.Within(e.Event.Name, ReportContext.Anchor(e.Event)),
                FormattedFigure.Points(e.Effect.Mean).AsCell(),
                FormattedFigure.Points(e.Effect.Es95).AsCell(),
                FormattedFigure.Points(e.Effect.LossProbability).AsCell(),
            ];
            if (shares is not null)
                row.Add(Cell(shares.FirstOrDefault(s => s.Id == e.Event.Id.Value)?.Share.Es95));
            if (contributions is not null)
                row.Add(Cell(contributions.FirstOrDefault(c => c.Id == e.Event.Id.Value)?.Es95));
            return row;
        }
    }

    private static Cell Cell(Estimate? figure) => figure is { } known ? FormattedFigure.Points(known).AsCell() : Document.Cell.Empty;

    private static IReadOnlyList<ShapleyShare>? Shares(ReportContext context, PortfolioResult portfolio, VariantKind variant) =>
        context
            .Results.Attribution?.Shapley.FirstOrDefault(s =>
                s.Over == ShapleyOver.Risks && s.Portfolio.Id == portfolio.Portfolio.Id && s.Variant.Kind == variant
            )
            ?.Shares;

    private static List<RiskPart>? Contributions(ReportContext context, PortfolioResult portfolio, VariantKind variant) =>
        context
            .Results.Attribution?.Contributions.FirstOrDefault(c => c.Portfolio.Id == portfolio.Portfolio.Id && c.Variant.Kind == variant)
            ?.Factors.Where(p => p.Kind == RiskPartKind.Event)
            .ToList();
}
