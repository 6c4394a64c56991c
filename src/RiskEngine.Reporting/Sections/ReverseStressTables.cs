using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The tables of the reverse stress test: a typical path, moves, events and claims.</summary>
internal static class ReverseStressTables
{
    private const int MostRows = 24;

    public static LocalText Deviations(double value) =>
        Sentence.Plain("{value} standard deviations", "{value} 个标准差", ("value", Digits.Write(value, 1, withPlus: true)));

    public static Table PathTable(RepresentativePath path) =>
        new(
            [
                new Column(new("Day", "日期"), Numeric: true),
                new Column(new("Portfolio, start = 100", "组合（起点 100）"), Numeric: true),
                new Column(new("What happened since the last line", "其间发生"), Wide: true),
                new Column(new("What stands out", "偏离常态者"), Wide: true),
            ],
            [
                .. path.Entries.Select(e =>
                    (IReadOnlyList<Cell>)
                        [
                            CommonTexts.Date(e.Date),
                            LocalText.Same(Digits.Write(100 * e.Value, 0)),
                            CommonTexts.Join(
                                e.Occurrences.Select(h =>
                                    Sentence.Plain("{kind}{event}", "{kind}{event}", ("kind", Description(h.Kind)), ("event", h.Name))
                                ),
                                CommonTexts.Semicolon
                            ),
                            CommonTexts.Join(
                                e.Factors.Select(f =>
                                    Sentence.Plain(
                                        "{factor} {factor2} ({deviations})",
                                        "{factor} {factor2}（{deviations}）",
                                        ("factor", f.Factor.Name),
                                        ("factor2", FactorTexts.Bare(f.Factor, f.Value)),
                                        ("deviations", Deviations(f.Deviations))
                                    )
                                ),
                                CommonTexts.Semicolon
                            ),
                        ]
                ),
            ]
        );

    private static LocalText Description(OccurrenceKind kind) =>
        kind switch
        {
            OccurrenceKind.Risk => new("occurs: ", "发生："),
            OccurrenceKind.Deal => new("closes: ", "完成："),
            OccurrenceKind.Listing => new("is listed: ", "上市："),
            OccurrenceKind.Sale => new("is bought: ", "被收购："),
            OccurrenceKind.DownRound => new("raises money at a lower value: ", "降价融资："),
            _ => new("fails: ", "失败："),
        };

    public static LocalText Name(StressOccurrence h) =>
        h.Kind switch
        {
            OccurrenceKind.Risk or OccurrenceKind.Deal => h.Name,
            OccurrenceKind.Listing => Sentence.Plain("{event} is listed", "{event}上市", ("event", h.Name)),
            OccurrenceKind.Sale => Sentence.Plain("{event} is bought", "{event}被收购", ("event", h.Name)),
            OccurrenceKind.DownRound => Sentence.Plain("{event} raises money at a lower value", "{event}降价融资", ("event", h.Name)),
            _ => Sentence.Plain("{event} fails", "{event}失败", ("event", h.Name)),
        };

    public static Table Moves(ReverseStressResult stress) =>
        new(
            [
                new LocalText("Factor", "因素"),
                new Column(new("Usual", "常态"), Numeric: true),
                new Column(new("On bad paths", "坏路径"), Numeric: true),
                new Column(new("Standard deviations", "标准差"), Numeric: true),
                new Column(new("Most likely, if normal", "正态下最可能"), Numeric: true),
            ],
            [
                .. stress.Moves.Select(m =>
                    (IReadOnlyList<Cell>)
                        [
                            Factor(m.Factor),
                            FactorTexts.Bare(m.Factor, m.Usual),
                            FactorTexts.Bare(m.Factor, m.Bad),
                            FormattedFigure.Plain(m.Deviations).AsCell(),
                            LocalText.Same(Digits.Write(m.MostLikely, 2, withPlus: true)),
                        ]
                ),
            ]
        );

    /// <summary>A factor with its unit below; shares need none.</summary>
    private static Cell Factor(RiskFactor factor) =>
        new(factor.Name, factor.IsShare || factor.Unit.English.Length == 0 ? null : (Prose)factor.Unit);

    public static Table Occurrences(ReverseStressResult stress) =>
        new(
            [
                new LocalText("Event", "事件"),
                new Column(new("On bad paths", "坏路径"), Numeric: true),
                new Column(new("On the others", "其余路径"), Numeric: true),
                new Column(new("Times as often", "倍数"), Numeric: true),
            ],
            [
                .. stress
                    .Occurrences.Take(MostRows)
                    .Select(h =>
                        (IReadOnlyList<Cell>)
                            [
                                Name(h),
                                FormattedFigure.Percent(h.Among).AsCell(),
                                FormattedFigure.Percent(h.Elsewhere).AsCell(),
                                FormattedFigure.Plain(h.Ratio).AsCell(),
                            ]
                    ),
            ]
        );

    public static Table Claims(ReportContext context, ReverseStressResult stress) =>
        new(
            [
                new Column(new("Claim", "主张"), Wide: true),
                new LocalText("Fails when", "何谓落空"),
                new Column(new("On bad paths", "坏路径"), Numeric: true),
                new Column(new("On the others", "其余路径"), Numeric: true),
                new Column(new("Times as often", "倍数"), Numeric: true),
            ],
            [
                .. stress
                    .Claims.OrderByDescending(c => c.Ratio.IsAvailable ? c.Ratio.Value : 0)
                    .Take(MostRows)
                    .Select(c =>
                        (IReadOnlyList<Cell>)
                            [
                                CommonTexts.Lines(c.Claims.Take(3).Select(context.Quote)),
                                Fails(c.Fails),
                                FormattedFigure.Percent(c.Among).AsCell(),
                                FormattedFigure.Percent(c.Elsewhere).AsCell(),
                                FormattedFigure.Plain(c.Ratio).AsCell(),
                            ]
                    ),
            ]
        );

    public static LocalText Fails(ClaimFailure failure) =>
        failure switch
        {
            ClaimFailure.ForecastFallsShort => new("less than half of the forecast move comes", "实现不足预测变动的一半"),
            ClaimFailure.GainersLag => new("those said to gain do worse than the average instrument", "所称受益者不及标的平均"),
            ClaimFailure.LosersLead => new("those said to lose do better than the average instrument", "所称受损者好于标的平均"),
            ClaimFailure.AdviceLoses => new("following the advice leaves less", "执行该建议反而更少"),
            _ => new("the prediction does not come true", "预判未实现"),
        };
}
