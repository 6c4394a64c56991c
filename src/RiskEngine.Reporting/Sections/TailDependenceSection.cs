using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>How the instruments that weigh most, and the factors that matter most, reach their ends together.</summary>
internal static class TailDependenceSection
{
    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { TailDependence.Count: > 0 } attribution)
            return null;
        return new(
            "tail-dependence",
            new("Tail dependence: what falls together", "尾部相依：哪些会同时大跌"),
            new("Tail dependence", "尾部相依"),
            [
                new Paragraph(
                    Sentence.Plain(
                        "On the worst 5% (1%) of paths of one instrument after {span}, how often is the other among its own worst 5% (1%)? "
                            + "5% (1%) would be chance, 100% always. A correlation alone says little of it: jumps, fat-tailed shocks "
                            + "that are shared and risk events tie tails more closely (McNeil, Frey and Embrechts 2015).",
                        "在一个标的 {span}后最差 5%（1%）的路径上，另一标的有多少比例也处于自身最差的 5%（1%）？5%（1%）为偶然，100% 为总是如此。仅凭相关系数所知不多："
                            + "跳跃、共同的厚尾冲击与风险事件会使尾部更紧密相连（McNeil、Frey 与 Embrechts，2015）。",
                        ("span", CommonTexts.Span(context.MiddleHorizon.Tenor))
                    )
                ),
                .. Correlations(attribution) is { } map ? new Block[] { map } : [],
                Pairs(new("Instrument", "标的"), attribution.TailDependence, i => i.Name),
                .. Factors(attribution),
            ]
        )
        {
            IsAppendix = true,
        };
    }

    /// <summary>The factors' pairs; none where fewer than two factors move.</summary>
    private static IEnumerable<Block> Factors(AttributionResults attribution) =>
        attribution.FactorTailDependence.Count == 0
            ? []
            :
            [
                new Paragraph(
                    new LocalText(
                        "The same of the factors that carry most of the expected shortfall; worst is lowest here, whether that is bad or "
                            + "not, and factors that move against each other never meet there.",
                        "对预期尾部损失影响最大的因子同样列出；此处“最差”即最低，不论好坏；反向变动的因子不会在此相遇。"
                    )
                ),
                Pairs(new("Factor", "因子"), attribution.FactorTailDependence, f => f.Name),
            ];

    private static Table Pairs<T>(LocalText what, IReadOnlyList<TailDependenceResult<T>> pairs, Func<T, LocalText> name) =>
        new(
            [
                what,
                new LocalText("With", "与"),
                new Column(new("Correlation", "相关系数"), Numeric: true),
                new Column(new("Worst 5%", "最差 5%"), Numeric: true),
                new Column(new("Worst 1%", "最差 1%"), Numeric: true),
                new Column(new("Best 5%", "最好 5%"), Numeric: true),
            ],
            [
                .. pairs.Select(t =>
                    (IReadOnlyList<Cell>)
                        [
                            name(t.First),
                            name(t.Second),
                            double.IsNaN(t.Correlation) ? CommonTexts.NotAvailable : FormattedFigure.Number(t.Correlation, 2),
                            FormattedFigure.Percent(t.Worst5).AsCell(),
                            FormattedFigure.Percent(t.Worst1).AsCell(),
                            FormattedFigure.Percent(t.Best5).AsCell(),
                        ]
                ),
            ]
        );

    /// <summary>Correlations of the pairs as a map; null where none exists.</summary>
    private static Figure? Correlations(AttributionResults attribution)
    {
        var pairs = attribution.TailDependence.Where(t => double.IsFinite(t.Correlation)).ToList();
        if (pairs.Count == 0)
            return null;
        var names = pairs.SelectMany(t => new[] { t.First, t.Second }).DistinctBy(i => i.Id).ToList();
        var most = pairs.MaxBy(t => t.Correlation)!;
        int At(Instrument of) => names.FindIndex(i => i.Id == of.Id);
        return new(
            new HeatmapChart(
                AxisFormat.Number(LocalText.Same("")),
                new("Instrument", "标的"),
                new("With", "与"),
                [.. names.Select(ReportContext.Name)],
                [.. names.Select(ReportContext.Name)],
                [
                    .. pairs.SelectMany(t =>
                        new[]
                        {
                            new HeatCell(At(t.First), At(t.Second), t.Correlation),
                            new HeatCell(At(t.Second), At(t.First), t.Correlation),
                        }
                    ),
                ]
            ),
            new LocalText(
                "Correlations of the instruments' profits at the headline horizon, of the pairs in the table.",
                "各标的在主要期限的收益相关系数（表中各对）。"
            )
        )
        {
            Title = Sentence.Plain(
                "{first} and {second} move together most: correlation {correlation}",
                "{first}与{second}联动最强：相关系数 {correlation}",
                ("first", ReportContext.Name(most.First)),
                ("second", ReportContext.Name(most.Second)),
                ("correlation", FormattedFigure.Number(most.Correlation, 2))
            ),
        };
    }
}
