using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Each named risk: how likely, and what it costs each portfolio.</summary>
internal static class RiskSection
{
    public static Section? Build(ReportContext context)
    {
        var risks = context.Model.Risks;
        if (risks.Count == 0)
            return null;
        List<Block> blocks = [];
        if (At(context, risks, context.Middle).Any())
        {
            blocks.Add(
                new Paragraph(
                    new LocalText(
                        "What a risk costs is the mean profit of the run with it, less that of the run without it, on the same random "
                            + "numbers: its damage times how often it occurs.",
                        "风险的代价＝含该风险的模拟的平均收益减去不含该风险的模拟（同一组随机数）：即损害程度与发生频率的乘积。"
                    )
                )
            );
        }

        blocks.AddRange(context.Results.Base.Portfolios.Select(p => RiskRanking.Of(context, p, risks)).OfType<Block>());
        blocks.Add(
            new Fold(new("The risks: what each is, and how often it occurs", "各项风险：内容与发生频率"), [.. Events(context, risks)])
        );
        return new("risks", new("Risk events: what each one costs", "风险事件：每项的代价"), new("Risks", "风险"), blocks)
        {
            Unmoved = [Choice.Case],
        };
    }

    /// <summary>What the events are and how often they occurred; what they do is folded.</summary>
    internal static IEnumerable<Block> Events(ReportContext context, IReadOnlyList<RiskEvent> events)
    {
        List<Column> columns =
        [
            new LocalText("Event", "事件"),
            new Column(new("What it is", "说明"), Wide: true),
            new Column(new("Assumed probability", "假设概率"), Numeric: true),
        ];
        columns.AddRange(
            context.Scenario.Horizons.Select(h => new Column(
                Sentence.Plain("Paths on which it occurs within {span}", "{span}内发生的路径", ("span", CommonTexts.Span(h.Tenor))),
                Numeric: true
            ))
        );
        var rows = events.Select(occurrence =>
        {
            List<Cell> row =
            [
                new(occurrence.Name) { Anchor = ReportContext.Anchor(occurrence) },
                Description(context, occurrence),
                EventTexts.Probability(context, occurrence),
            ];
            var occurred = context.Results.Base.Events.FirstOrDefault(e => e.Event.Id == occurrence.Id);
            row.AddRange(
                context.Scenario.Horizons.Select(
                    (_, h) => occurred is null ? Cell.Empty : FormattedFigure.Percent(occurred.Probability[h]).AsCell()
                )
            );
            return (IReadOnlyList<Cell>)row;
        });
        yield return new Table(columns, [.. rows]);
        yield return new Fold(
            new("What happens when one occurs, in the simulation", "发生时的影响（模拟中的设定）"),
            [
                new Table(
                    [new LocalText("Event", "事件"), new Column(new("What it does", "影响"), Wide: true)],
                    [.. events.Select(e => (IReadOnlyList<Cell>)[e.Name, EventTexts.Effects(context, e)])]
                ),
            ]
        );
    }

    /// <summary>For each portfolio a small table as held; the one following all is folded.</summary>
    internal static IEnumerable<Block> Effects(ReportContext context, IReadOnlyList<RiskEvent> events)
    {
        var effects = At(context, events, context.Middle).ToList();
        if (effects.Count == 0)
            yield break;
        var middle = CommonTexts.Span(context.MiddleHorizon.Tenor);
        foreach (var about in effects.GroupBy(e => e.Portfolio.Id))
            yield return CommonTexts.About(about.First().Portfolio, [.. Of([.. about], middle)]);
    }

    private static IEnumerable<Block> Of(IReadOnlyList<EventEffectResult> effects, LocalText middle)
    {
        yield return new Subheading(
            Sentence.Plain(
                "Effect after {middle} in percentage points: {portfolio} as held",
                "{middle}后的影响（百分点）：{portfolio}，维持现状",
                ("middle", middle),
                ("portfolio", effects[0].Portfolio.Name)
            )
        );
        foreach (var table in Tables(effects, VariantKind.AsHeld))
            yield return table;
        List<Block> following = [.. Tables(effects, VariantKind.FollowingAll)];
        if (following.Count > 0)
            yield return new Fold(new LocalText("The same when all recommendations are followed", "遵循全部建议时的影响"), following);
    }

    private static IEnumerable<Block> Tables(IReadOnlyList<EventEffectResult> effects, VariantKind kind) =>
        effects
            .Where(e => e.Variant.Kind == kind)
            .GroupBy(e => e.Portfolio.Id)
            .Select(group => new Table(
                [
                    group.First().Portfolio.Name,
                    new Column(new("Mean profit", "平均收益"), Numeric: true),
                    new Column(new("ES 95%", "95% ES"), Numeric: true),
                    new Column(new("Probability of loss", "亏损概率"), Numeric: true),
                ],
                [
                    .. group.Select(e =>
                        (IReadOnlyList<Cell>)
                            [
                                e.Event.Name,
                                FormattedFigure.Points(e.Effect.Mean).AsCell(),
                                FormattedFigure.Points(e.Effect.Es95).AsCell(),
                                FormattedFigure.Points(e.Effect.LossProbability).AsCell(),
                            ]
                    ),
                ]
            ));

    /// <summary>The summary, unless it only repeats the name, and where the articles speak of it.</summary>
    private static LocalText Description(ReportContext context, RiskEvent occurrence)
    {
        var places = context.Places(occurrence.Claims);
        if (occurrence.Summary == occurrence.Name)
            return places;
        return occurrence.Claims.Count > 0
            ? Sentence.Plain("{summary} ({places})", "{summary}（{places}）", ("summary", occurrence.Summary), ("places", places))
            : occurrence.Summary;
    }

    /// <summary>What some events do at a horizon, by portfolio and variant.</summary>
    internal static IEnumerable<EventEffectResult> At(ReportContext context, IReadOnlyList<RiskEvent> events, int horizon)
    {
        var ids = events.Select(e => e.Id).ToHashSet();
        return context.Results.EventEffects.Where(e => e.Horizon == context.Scenario.Horizons[horizon] && ids.Contains(e.Event.Id));
    }
}
