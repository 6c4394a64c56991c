using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What must happen for a large loss: events, moves, claims and a typical path of each portfolio's bad paths.</summary>
internal static class ReverseStressSection
{
    private const int MostMoves = 8;
    private const int MostOccurrences = 8;
    private const int MostClaims = 8;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { ReverseStress.Count: > 0 } attribution)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new Text(
                    "The question turned round: not what a shock would cost, but what must happen for a loss like this. The bad paths "
                        + "are held against all the others.",
                    "把问题倒过来：不问某次冲击损失多少，而问怎样才会亏到这个程度。把坏路径与其余路径对照。"
                )
            ),
        ];
        foreach (var stress in attribution.ReverseStress)
            blocks.AddRange(Portfolio(context, stress));
        blocks.Add(new Fold(new("How this is worked out", "计算方法"), [Method(attribution.ReverseStress[0])]));
        return new(
            "reverse-stress",
            new("What it takes to lose so much", "怎样才会亏到这个程度"),
            new("Reverse stress", "反向压力测试"),
            blocks
        );
    }

    private static IEnumerable<Block> Portfolio(ReportContext context, ReverseStressResult stress)
    {
        yield return new Subheading(CommonTexts.Of(stress.Portfolio.Name));
        yield return new Paragraph(Loss(stress));
        if (stress.Moves.Count == 0 && stress.Occurrences.Count == 0)
        {
            yield return new Paragraph(
                new Text(
                    $"On {stress.TailPaths:N0} paths; too few to say what they have in common. The worst loss on any path is ",
                    $"只有 {stress.TailPaths:N0} 条路径，不足以说明共同之处。所有路径中最大损失为 "
                )
                    + FormattedFigure.Rounded(stress.WorstLoss)
                    + new Text(".", "。")
            );
            yield break;
        }

        yield return new Bullets([.. Points(context, stress)]);
        if (stress.Moves.Count > 0)
            yield return Chart(stress);
        if (stress.Representative is { } path)
        {
            yield return new Paragraph(Prose.Strong(new("A typical bad path, told by its dates", "一条典型的坏路径，按日期讲述")));
            yield return PathTable(path);
        }

        List<Block> folded = [];
        if (stress.Moves.Count > 0)
            folded.Add(Moves(stress));
        if (stress.Occurrences.Count > 0)
            folded.Add(Occurrences(stress));
        if (stress.Claims.Count > 0)
            folded.Add(Claims(context, stress));
        yield return new Fold(
            new Text("All factors, events and claims: ", "全部因素、事件与主张：") + CommonTexts.Of(stress.Portfolio.Name),
            folded
        );
    }

    private static Prose Loss(ReverseStressResult stress)
    {
        var variant =
            stress.Variant.Kind == VariantKind.AsHeld
                ? new Text("As held, it loses ", "维持现状时，")
                : new Text("Following all advice, it loses ", "遵循全部建议时，");
        var span = CommonTexts.Span(stress.Horizon.Tenor);
        if (stress.IsNamed)
        {
            return variant
                + Prose.Strong(FormattedFigure.Rounded(stress.Loss))
                + new Text(" or more within ", " 以上的亏损（")
                + span
                + new Text(" with a probability of ", "内）概率为 ")
                + FormattedFigure.Percent(stress.Probability).Inline()
                + new Text(".", "。");
        }

        return variant
            + new Text("", $"最差的 {FormattedFigure.Percent(stress.Probability).Value.Chinese} 路径在")
            + Prose.Strong(
                new(FormattedFigure.Rounded(stress.Loss).English, span.Chinese + "内亏损 " + FormattedFigure.Rounded(stress.Loss).Chinese)
            )
            + new Text(
                $" or more within {span.English} on the worst {FormattedFigure.Percent(stress.Probability).Value.English} of the paths.",
                " 以上。"
            );
    }

    private static IEnumerable<Prose> Points(ReportContext context, ReverseStressResult stress)
    {
        if (
            stress.Occurrences.Where(h => h.Ratio is { IsAvailable: true, Low: > 1 }).MaxBy(h => h.Among.Value * Math.Log(h.Ratio.Value)) is
            { } event1
        )
        {
            yield return Prose.Strong(Name(event1))
                + new Text(": on ", "：在这些路径中有 ")
                + FormattedFigure.Percent(event1.Among).Inline()
                + new Text(" of these paths, on ", "发生，其余路径为 ")
                + FormattedFigure.Percent(event1.Elsewhere).Inline()
                + new Text(" of the others, ", "，即 ")
                + Prose.Strong(Text.Same(Digits.Write(event1.Ratio.Value, 1)))
                + new Text(" times as often.", " 倍。");
        }

        if (stress.Moves.Count > 0)
        {
            var moves = stress
                .Moves.Take(3)
                .Select(m =>
                    (Prose)(
                        CommonTexts.Of(m.Factor.Name)
                        + CommonTexts.InBrackets(
                            Deviations(m.Deviations.Value)
                                + new Text(": ", "：")
                                + FactorTexts.Bare(m.Factor, m.Bad)
                                + new Text(" instead of ", "，通常为 ")
                                + FactorTexts.Bare(m.Factor, m.Usual)
                        )
                    )
                );
            yield return new Text("The factors that stand furthest from their usual place: ", "离常态最远的因素：")
                + CommonTexts.Join(moves, CommonTexts.Semicolon)
                + new Text(" (units in the table below).", "（单位见下表）。");
        }

        if (double.IsFinite(stress.GaussianDistance) && stress.Moves.Count > 0)
        {
            var likely = stress
                .Moves.OrderByDescending(m => Math.Abs(m.MostLikely))
                .Take(3)
                .Select(m => (Prose)(CommonTexts.Of(m.Factor.Name) + new Text(" by ", " ") + Deviations(m.MostLikely)));
            yield return new Text(
                "The most likely set of moves to exactly this loss, if all were normally distributed, lies ",
                "若一切服从正态分布，恰好造成这一损失的最可能组合距均值 "
            )
                + Prose.Strong(Text.Same(Digits.Write(stress.GaussianDistance, 1)))
                + new Text(" standard deviations from the mean: ", " 个标准差：")
                + CommonTexts.Join(likely, CommonTexts.Comma)
                + new Text(", and the shares' own risk and events by ", "，个别风险与事件合计 ")
                + Deviations(stress.OwnRisk)
                + new Text(".", "。");
        }

        if (stress.Together.Claims.Count > 0)
        {
            var claims = stress
                .Together.Claims.Select(c => stress.Claims[c])
                .Select(c =>
                    CommonTexts.Join(c.Claims.Take(2).Select(context.Quote), CommonTexts.Semicolon) + new Text(" – ", "——") + Fails(c.Fails)
                );
            yield return (
                stress.Together.Claims.Count == 1
                    ? new Text("What fails with it, on ", "一同落空的主张（见于这些路径的 ")
                    : new Text("Claims that fail together, on ", "一同落空的主张（见于这些路径的 ")
            )
                + Prose.Strong(FormattedFigure.Rounded(stress.Together.Among))
                + new Text(" of these paths and on ", "、全部路径的 ")
                + FormattedFigure.Rounded(stress.Together.Overall)
                + new Text(" of all (what failing means stands after each dash)", "；破折号后说明何谓落空）")
                + new Prose([new Span(CommonTexts.Colon, Emphasis.Break)])
                + CommonTexts.Lines(claims);
        }
        else if (stress.Claims.Count > 0)
        {
            yield return new Text(
                "No claim of the articles has to fail for this: none fails on these paths much more often than elsewhere.",
                "文章的主张不必落空也会如此：没有哪条在这些路径上明显更常落空。"
            );
        }
    }

    private static Text Deviations(double value) =>
        new($"{Digits.Write(value, 1, withPlus: true)} standard deviations", $"{Digits.Write(value, 1, withPlus: true)} 个标准差");

    private static Figure Chart(ReverseStressResult stress) =>
        new(
            new EffectsChart(
                AxisFormat.Number(new("standard deviations", "标准差")),
                [new("on the bad paths", "坏路径上的平均"), new("most likely, if normal", "正态下最可能")],
                [
                    .. stress
                        .Moves.Take(MostMoves)
                        .Select(m => new DotRow(
                            CommonTexts.Of(m.Factor.Name),
                            [FormattedFigure.AsDot(m.Deviations), new Dot(m.MostLikely, m.MostLikely, m.MostLikely)]
                        )),
                ]
            ),
            new Text(
                "How far factors stand from their usual place on the bad paths, in standard deviations, with 95% intervals; beside it "
                    + "the most likely set of moves to exactly this loss. The furthest ",
                "坏路径上各因素偏离常态的程度（标准差），附 95% 区间；另列恰好造成该损失的最可能组合。最远的 "
            )
                + CommonTexts.Count(Math.Min(MostMoves, stress.Moves.Count), "factor", "factors", "个因素")
                + new Text(".", "。")
        );

    private static Table PathTable(RepresentativePath path) =>
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
                            Text.Same(Digits.Write(100 * e.Value, 0)),
                            CommonTexts.Join(e.Occurrences.Select(h => Told(h.Kind) + CommonTexts.Of(h.Name)), CommonTexts.Semicolon),
                            CommonTexts.Join(
                                e.Factors.Select(f =>
                                    CommonTexts.Of(f.Factor.Name)
                                    + new Text(" ", " ")
                                    + FactorTexts.Bare(f.Factor, f.Value)
                                    + CommonTexts.InBrackets(Deviations(f.Deviations))
                                ),
                                CommonTexts.Semicolon
                            ),
                        ]
                ),
            ]
        );

    private static Text Told(OccurrenceKind kind) =>
        kind switch
        {
            OccurrenceKind.Risk => new("occurs: ", "发生："),
            OccurrenceKind.Deal => new("closes: ", "完成："),
            OccurrenceKind.Listing => new("is listed: ", "上市："),
            OccurrenceKind.Sale => new("is bought: ", "被收购："),
            OccurrenceKind.DownRound => new("raises money at a lower value: ", "降价融资："),
            _ => new("fails: ", "失败："),
        };

    private static Text Name(StressOccurrence h) =>
        h.Kind switch
        {
            OccurrenceKind.Risk or OccurrenceKind.Deal => CommonTexts.Of(h.Name),
            OccurrenceKind.Listing => CommonTexts.Of(h.Name) + new Text(" is listed", "上市"),
            OccurrenceKind.Sale => CommonTexts.Of(h.Name) + new Text(" is bought", "被收购"),
            OccurrenceKind.DownRound => CommonTexts.Of(h.Name) + new Text(" raises money at a lower value", "降价融资"),
            _ => CommonTexts.Of(h.Name) + new Text(" fails", "失败"),
        };

    private static Table Moves(ReverseStressResult stress) =>
        new(
            [
                new Text("Factor", "因素"),
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
                            Text.Same(Digits.Write(m.MostLikely, 2, withPlus: true)),
                        ]
                ),
            ]
        );

    /// <summary>A factor with its unit below; shares need none.</summary>
    private static Cell Factor(RiskFactor factor) =>
        new(
            CommonTexts.Of(factor.Name),
            FactorTexts.IsShare(factor) || factor.Unit.English.Length == 0 ? null : (Prose)CommonTexts.Of(factor.Unit)
        );

    private static Table Occurrences(ReverseStressResult stress) =>
        new(
            [
                new Text("Event", "事件"),
                new Column(new("On bad paths", "坏路径"), Numeric: true),
                new Column(new("On the others", "其余路径"), Numeric: true),
                new Column(new("Times as often", "倍数"), Numeric: true),
            ],
            [
                .. stress
                    .Occurrences.Take(3 * MostOccurrences)
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

    private static Table Claims(ReportContext context, ReverseStressResult stress) =>
        new(
            [
                new Column(new("Claim", "主张"), Wide: true),
                new Text("Fails when", "何谓落空"),
                new Column(new("On bad paths", "坏路径"), Numeric: true),
                new Column(new("On the others", "其余路径"), Numeric: true),
                new Column(new("Times as often", "倍数"), Numeric: true),
            ],
            [
                .. stress
                    .Claims.OrderByDescending(c => c.Ratio.IsAvailable ? c.Ratio.Value : 0)
                    .Take(3 * MostClaims)
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

    private static Text Fails(ClaimFailure failure) =>
        failure switch
        {
            ClaimFailure.ForecastFallsShort => new("less than half of the forecast move comes", "实现不足预测变动的一半"),
            ClaimFailure.GainersLag => new("those said to gain do worse than the average instrument", "所称受益者不及标的平均"),
            ClaimFailure.LosersLead => new("those said to lose do better than the average instrument", "所称受损者好于标的平均"),
            ClaimFailure.AdviceLoses => new("following the advice leaves less", "执行该建议反而更少"),
            _ => new("the prediction does not come true", "预判未实现"),
        };

    private static Bullets Method(ReverseStressResult stress) =>
        new([
            new Text(
                "Bad paths are those of the base case that lose as much or more. Events: the probability on them divided by that on "
                    + "the others (likelihood ratio), interval by its logarithm (Katz et al. 1978).",
                "坏路径指基准情景中亏损达到该程度的路径。事件：在其上的概率除以其余路径的概率（似然比），区间按对数计算（Katz 等 1978）。"
            ),
            new Text(
                "Most likely moves: the set of least Mahalanobis distance that makes exactly this loss, with the logarithm of the "
                    + "value regressed on factor moves; correlations, deviations and loadings are those of the simulated paths. "
                    + "It would be exact if everything were normal; where events strike or recover, the bad paths themselves tell more.",
                "最可能的变动：恰好造成该损失、马氏距离最小的一组，以价值的对数对因素变动回归；相关、标准差与载荷取自模拟路径。若一切服从正态则为精确；有事件冲击时，坏路径本身更能说明问题。"
            ),
            new Text(
                "The typical path is the medoid: among the bad paths kept over time (of the first 8,192) and sharing what happens on "
                    + "more than half of the bad ones, that nearest to all others in what its factors do to the value. The factors "
                    + "named are those more than one standard deviation away.",
                "典型路径为中心路径：在保留了全程的坏路径中（前 8,192 条），具备过半坏路径共有事件、且各因素影响与其他坏路径最接近者。所列因素偏离一个标准差以上。"
            ),
            new Text(
                "A claim counts as failed on a path as the table says. Claims that fail together: found one by one, each the one that "
                    + "leaves the most bad paths on which all fail, five at most, as long as half of them are left; only claims that "
                    + "fail clearly more often there.",
                "主张何谓落空见表。一同落空的主张逐条选入，每次取使“全部落空”的坏路径剩下最多者，至多五条，且至少剩一半；只考虑在坏路径上明显更常落空的主张。"
            ),
        ]);
}
