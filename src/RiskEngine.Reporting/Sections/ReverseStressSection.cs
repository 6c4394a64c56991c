using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What must happen for a large loss: events, moves, claims and a typical path of each portfolio's bad paths.</summary>
internal static class ReverseStressSection
{
    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { ReverseStress.Count: > 0 } attribution)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
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
            new("Reverse stress test: what it takes to lose so much", "反向压力测试：怎样才会亏到这个程度"),
            new("Reverse stress", "反向压力测试"),
            blocks
        );
    }

    private static IEnumerable<Block> Portfolio(ReportContext context, ReverseStressResult stress)
    {
        yield return new Subheading(stress.Portfolio.Name);
        yield return new Paragraph(Loss(stress));
        if (stress.Moves.Count == 0 && stress.Occurrences.Count == 0)
        {
            yield return new Paragraph(
                Sentence.Plain(
                    "On {tailPaths} paths; too few to say what they have in common. The worst loss on any path is {worstLoss}.",
                    "只有 {tailPaths} 条路径，不足以说明共同之处。所有路径中最大损失为 {worstLoss}。",
                    ("tailPaths", $"{stress.TailPaths:N0}"),
                    ("worstLoss", FormattedFigure.Rounded(stress.WorstLoss))
                )
            );
            yield break;
        }

        yield return new Bullets([.. Points(context, stress)]);
        if (stress.Moves.Count > 0)
            yield return ReverseStressMoves.Chart(stress);
        if (stress.Representative is { } path)
        {
            yield return new Paragraph(Prose.Strong(new("A typical bad path, told by its dates", "一条典型的坏路径，按日期讲述")));
            if (PathChart(context, stress, path) is { } drawn)
                yield return drawn;
            yield return ReverseStressTables.PathTable(path);
        }

        List<Block> folded = [];
        if (stress.Moves.Count > 0)
            folded.Add(ReverseStressTables.Moves(stress));
        if (stress.Occurrences.Count > 0)
            folded.Add(ReverseStressTables.Occurrences(stress));
        if (stress.Claims.Count > 0)
            folded.Add(ReverseStressTables.Claims(context, stress));
        yield return new Fold(
            Sentence.Plain(
                "All factors, events and claims: {portfolio}",
                "全部因素、事件与主张：{portfolio}",
                ("portfolio", stress.Portfolio.Name)
            ),
            folded
        );
    }

    private static Prose Loss(ReverseStressResult stress)
    {
        var variant =
            stress.Variant.Kind == VariantKind.AsHeld
                ? new LocalText("As held", "维持现状时")
                : new LocalText("Following all advice", "遵循全部建议时");
        var span = CommonTexts.Span(stress.Horizon.Tenor);
        if (stress.IsNamed)
        {
            return Sentence.Of(
                "{variant}, it loses {loss} or more within {span} with a probability of {probability}.",
                "{variant}，{loss} 以上的亏损（{span}内）概率为 {probability}。",
                ("variant", variant),
                ("loss", Prose.Strong(FormattedFigure.Rounded(stress.Loss))),
                ("span", span),
                ("probability", FormattedFigure.Percent(stress.Probability).Inline())
            );
        }

        return Sentence.Of(
            "{variant}, it loses {loss} or more within {span} on the worst {share} of the paths.",
            "{variant}，最差的 {share} 路径在{span}内亏损 {loss} 以上。",
            ("variant", variant),
            ("loss", Prose.Strong(FormattedFigure.Rounded(stress.Loss))),
            ("span", span),
            ("share", FormattedFigure.Percent(stress.Probability).Value)
        );
    }

    private static IEnumerable<Prose> Points(ReportContext context, ReverseStressResult stress)
    {
        if (
            stress.Occurrences.Where(h => h.Ratio is { IsAvailable: true, Low: > 1 }).MaxBy(h => h.Among.Value * Math.Log(h.Ratio.Value)) is
            { } event1
        )
        {
            yield return Sentence.Of(
                "{event1}: on {among} of these paths, on {elsewhere} of the others, {ratio} times as often.",
                "{event1}：在这些路径中有 {among}发生，其余路径为 {elsewhere}，即 {ratio} 倍。",
                ("event1", Prose.Strong(ReverseStressTables.Name(event1))),
                ("among", FormattedFigure.Percent(event1.Among).Inline()),
                ("elsewhere", FormattedFigure.Percent(event1.Elsewhere).Inline()),
                ("ratio", Prose.Strong(LocalText.Same(Digits.Write(event1.Ratio.Value, 1))))
            );
        }

        if (stress.Moves.Count > 0)
        {
            var moves = stress
                .Moves.Take(3)
                .Select(m =>
                    (Prose)(
                        Sentence.Plain(
                            "{factor} ({deviations}: {factor2} instead of {factor3})",
                            "{factor}（{deviations}：{factor2}，通常为 {factor3}）",
                            ("factor", m.Factor.Name),
                            ("deviations", ReverseStressTables.Deviations(m.Deviations.Value)),
                            ("factor2", FactorTexts.Bare(m.Factor, m.Bad)),
                            ("factor3", FactorTexts.Bare(m.Factor, m.Usual))
                        )
                    )
                );
            yield return Sentence.Of(
                "The factors that stand furthest from their usual place: {list} (units in the table below).",
                "离常态最远的因素：{list}（单位见下表）。",
                ("list", CommonTexts.Join(moves, CommonTexts.Semicolon))
            );
        }

        if (double.IsFinite(stress.GaussianDistance) && stress.Moves.Count > 0)
        {
            var likely = stress
                .Moves.OrderByDescending(m => Math.Abs(m.MostLikely))
                .Take(3)
                .Select(m =>
                    (Prose)(
                        Sentence.Plain(
                            "{factor} by {mostLikely}",
                            "{factor} {mostLikely}",
                            ("factor", m.Factor.Name),
                            ("mostLikely", ReverseStressTables.Deviations(m.MostLikely))
                        )
                    )
                );
            yield return Sentence.Of(
                "The most likely set of moves to exactly this loss, if all were normally distributed, lies {gaussianDistance} "
                    + "standard deviations from the mean: {list}, and the shares' own risk and events by {ownRisk}.",
                "若一切服从正态分布，恰好造成这一损失的最可能组合距均值 {gaussianDistance} 个标准差：{list}，个别风险与事件合计 {ownRisk}。",
                ("gaussianDistance", Prose.Strong(LocalText.Same(Digits.Write(stress.GaussianDistance, 1)))),
                ("list", CommonTexts.Join(likely, CommonTexts.Comma)),
                ("ownRisk", ReverseStressTables.Deviations(stress.OwnRisk))
            );
        }

        if (stress.Together.Claims.Count > 0)
        {
            var claims = stress
                .Together.Claims.Select(c => stress.Claims[c])
                .Select(c =>
                    Sentence.Of(
                        "{list} – {fails}",
                        "{list}——{fails}",
                        ("list", CommonTexts.Join(c.Claims.Take(2).Select(context.Quote), CommonTexts.Semicolon)),
                        ("fails", ReverseStressTables.Fails(c.Fails))
                    )
                );
            yield return Sentence.Of(
                "{what}, on {among} of these paths and on {overall} of all (what failing means stands after each dash){break}{list}",
                "{what}（见于这些路径的 {among}、全部路径的 {overall}；破折号后说明何谓落空）{break}{list}",
                (
                    "what",
                    stress.Together.Claims.Count == 1
                        ? new LocalText("What fails with it", "一同落空的主张")
                        : new LocalText("Claims that fail together", "一同落空的主张")
                ),
                ("among", Prose.Strong(FormattedFigure.Rounded(stress.Together.Among))),
                ("overall", FormattedFigure.Rounded(stress.Together.Overall)),
                ("break", Prose.Break(CommonTexts.Colon)),
                ("list", CommonTexts.Lines(claims))
            );
        }
        else if (stress.Claims.Count > 0)
        {
            yield return new LocalText(
                "No claim of the articles has to fail for this: none fails on these paths much more often than elsewhere.",
                "文章的主张不必落空也会如此：没有哪条在这些路径上明显更常落空。"
            );
        }
    }

    /// <summary>The typical bad path as a line, with the days on which something occurred.</summary>
    private static Figure? PathChart(ReportContext context, ReverseStressResult stress, RepresentativePath path)
    {
        var valued = path.Entries.Where(e => double.IsFinite(e.Value)).ToList();
        if (valued.Count < 2)
            return null;
        var lowest = valued.MinBy(e => e.Value)!;
        IReadOnlyList<DateOnly> dates = [context.Scenario.AsOf, .. valued.Select(e => e.Date).Where(d => d > context.Scenario.AsOf)];
        IReadOnlyList<Dot> dots =
        [
            new(1, 1, 1),
            .. valued.Where(e => e.Date > context.Scenario.AsOf).Select(e => new Dot(e.Value, e.Value, e.Value)),
        ];
        return new(
            new TimelineChart(AxisFormat.Percent, [new(stress.Portfolio.Name, dates, dots)])
            {
                Marks = [.. path.Entries.SelectMany(e => e.Occurrences.Select(o => new NamedDate(e.Date, o.Name)))],
            },
            Sentence.Plain(
                "The value of {portfolio} on this path, today's being 100%; what occurs is marked on its day.",
                "{portfolio}在该路径上的价值（今日为 100%）；发生的事件标于当日。",
                ("portfolio", stress.Portfolio.Name)
            )
        )
        {
            Title = Sentence.Plain(
                "The lowest point of this path is {value} of today's value, on {date}",
                "该路径的最低点为今日价值的 {value}（{date}）",
                ("value", FormattedFigure.Rounded(lowest.Value)),
                ("date", CommonTexts.Date(lowest.Date))
            ),
        };
    }

    private static Bullets Method(ReverseStressResult stress) =>
        new([
            new LocalText(
                "Bad paths are those of the base case that lose as much or more. Events: the probability on them divided by that on "
                    + "the others (likelihood ratio), interval by its logarithm (Katz et al. 1978).",
                "坏路径指基准情景中亏损达到该程度的路径。事件：在其上的概率除以其余路径的概率（似然比），区间按对数计算（Katz 等 1978）。"
            ),
            new LocalText(
                "Most likely moves: the set of least Mahalanobis distance that makes exactly this loss, with the logarithm of the "
                    + "value regressed on factor moves; correlations, deviations and loadings are those of the simulated paths. "
                    + "It would be exact if everything were normal; where events occur or recover, the bad paths themselves tell more.",
                "最可能的变动：恰好造成该损失、马氏距离最小的一组，以价值的对数对因素变动回归；相关、标准差与载荷取自模拟路径。若一切服从正态则为精确；有事件冲击时，坏路径本身更能说明问题。"
            ),
            new LocalText(
                "The typical path is the medoid: among the bad paths kept over time (of the first 8,192) and sharing what happens on "
                    + "more than half of the bad ones, that nearest to all others in what its factors do to the value. The factors "
                    + "named are those more than one standard deviation away.",
                "典型路径为中心路径：在保留了全程的坏路径中（前 8,192 条），具备过半坏路径共有事件、且各因素影响与其他坏路径最接近者。所列因素偏离一个标准差以上。"
            ),
            new LocalText(
                "A claim counts as failed on a path as the table says. Claims that fail together: found one by one, each the one that "
                    + "leaves the most bad paths on which all fail, five at most, as long as half of them are left; only claims that "
                    + "fail clearly more often there.",
                "主张何谓落空见表。一同落空的主张逐条选入，每次取使“全部落空”的坏路径剩下最多者，至多五条，且至少剩一半；只考虑在坏路径上明显更常落空的主张。"
            ),
        ]);
}
