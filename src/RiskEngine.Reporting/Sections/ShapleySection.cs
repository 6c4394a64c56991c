using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The joint effect of all risks, and of all advice, shared among them; and which of them act together.</summary>
internal static class ShapleySection
{
    // A pair is told when what it does together is beyond two standard errors and at least this part of the value.
    private const double SmallestPair = 0.0005;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { Shapley.Count: > 0 } attribution)
            return null;
        var middle = CommonTexts.Span(context.MiddleHorizon.Tenor);
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "Taking one risk away says little where several occur together: the second blow hits a portfolio that has already "
                        + "fallen. So the damage of all is shared out fairly: each risk gets the average of what it adds, "
                        + "over every order in which the risks could be added (its Shapley value). The shares add up to the damage of "
                        + "all. Advice is treated the same way. All figures in percentage points: mean profit below zero is a "
                        + "cost, ES 95% and probability of loss above zero are worse.",
                    "几项风险一起发生时，逐项剔除说明不了太多：第二击打在已经下跌的组合上。因此把总损害公平分摊：每项风险得到它在所有可能的加入顺序中平均增加的部分（沙普利值），各份相加等于总损害。"
                        + "建议也同样处理。单位均为百分点：平均收益为负是代价，95% ES 与亏损概率为正是变差。"
                )
            ),
        ];
        var risks = attribution.Shapley.Where(s => s.Over == ShapleyOver.Risks && s.Variant.Kind == VariantKind.AsHeld).ToList();
        if (risks.Count > 0)
        {
            blocks.Add(
                new Subheading(
                    Sentence.Plain("Risks, portfolios as held, after {middle}", "风险（维持现状），{middle}后", ("middle", middle))
                )
            );
            blocks.Add(
                Chart(
                    risks,
                    new(
                        "What each risk adds to ES 95%, in percentage points, with 95% intervals. Right of zero is a larger loss.",
                        "各风险使 95% ES 增加多少（百分点），附 95% 区间。零线右侧为损失更大。"
                    )
                )
            );
            blocks.Add(new Pairs([.. risks.Select(Table)]));
            blocks.AddRange(Pairs(risks));
            var following = attribution
                .Shapley.Where(s => s.Over == ShapleyOver.Risks && s.Variant.Kind == VariantKind.FollowingAll)
                .ToList();
            if (following.Count > 0)
            {
                blocks.Add(
                    new Fold(
                        new("The same when all recommendations are followed", "遵循全部建议时各风险的分摊"),
                        [new Pairs([.. following.Select(Table)])]
                    )
                );
            }
        }

        var advice = attribution.Shapley.Where(s => s.Over == ShapleyOver.Recommendations).ToList();
        if (advice.Count > 0)
        {
            blocks.Add(
                new Subheading(
                    Sentence.Plain("Recommendations, all followed, after {middle}", "建议（全部遵循），{middle}后", ("middle", middle))
                )
            );
            blocks.Add(
                Chart(
                    advice,
                    new(
                        "What each recommendation adds to ES 95%, in percentage points, with 95% intervals. Left of zero is a smaller "
                            + "loss.",
                        "各建议使 95% ES 增加多少（百分点），附 95% 区间。零线左侧为损失更小。"
                    )
                )
            );
            blocks.Add(new Pairs([.. advice.Select(Table)]));
            blocks.AddRange(Pairs(advice));
        }

        blocks.Add(new Paragraph(Method(attribution.Shapley)));
        return new(
            "shapley",
            new("Shapley attribution: how joint effects are shared out", "沙普利归因：共同影响如何分摊"),
            new("Shapley attribution", "沙普利归因"),
            blocks
        );
    }

    private static Figure Chart(List<ShapleyResult> results, LocalText caption)
    {
        var (portfolio, most) = results.SelectMany(r => r.Shares.Select(s => (r.Portfolio, Share: s))).MaxBy(s => s.Share.Share.Es95.Value);
        return new(
            new EffectsChart(
                AxisFormat.Points,
                [.. results.Select(r => r.Portfolio.Name)],
                [
                    .. results[0]
                        .Shares.Select((share, i) => (share, Largest: results.Max(r => r.Shares[i].Share.Es95.Value), i))
                        .OrderByDescending(s => s.Largest)
                        .Select(s => new DotRow(s.share.Name, [.. results.Select(r => FormattedFigure.AsDot(r.Shares[s.i].Share.Es95))])),
                ]
            ),
            caption
        )
        {
            Title = Sentence.Plain(
                "The largest share is that of {name} in {portfolio}: {points} points of ES 95%",
                "最大的份额是{name}在{portfolio}中的 {points} 个百分点 95% ES",
                ("name", most.Name),
                ("portfolio", portfolio.Name),
                ("points", FormattedFigure.BriefPoints(most.Share.Es95).Value)
            ),
        };
    }

    private static Table Table(ShapleyResult result) =>
        new(
            [
                result.Portfolio.Name,
                new Column(new("Mean profit", "平均收益"), Numeric: true),
                new Column(new("ES 95%", "95% ES"), Numeric: true),
                new Column(new("Probability of loss", "亏损概率"), Numeric: true),
            ],
            [
                .. result.Shares.Select(s =>
                    (IReadOnlyList<Cell>)
                        [
                            s.Name,
                            FormattedFigure.Points(s.Share.Mean).AsCell(),
                            FormattedFigure.Points(s.Share.Es95).AsCell(),
                            FormattedFigure.Points(s.Share.LossProbability).AsCell(),
                        ]
                ),
                [
                    Prose.Strong(new("All together", "合计")),
                    Sum(result, s => s.Mean),
                    Sum(result, s => s.Es95),
                    Sum(result, s => s.LossProbability),
                ],
            ]
        );

    private static Cell Sum(ShapleyResult result, Func<Effect, Estimate> of) =>
        LocalText.Same(Digits.Write(100 * result.Shares.Sum(s => of(s.Share).Value), 2, withPlus: true));

    /// <summary>The pairs that act together, in words; silent where none does.</summary>
    private static IEnumerable<Block> Pairs(List<ShapleyResult> results)
    {
        var told = results
            .SelectMany(r =>
                r.Pairs.Where(p => Matters(p.Es95)).OrderByDescending(p => Math.Abs(p.Es95.Value)).Take(3).Select(p => Pair(r, p))
            )
            .ToList();
        if (told.Count == 0)
        {
            if (results[0].Pairs.Count > 0)
            {
                yield return new Paragraph(
                    new LocalText(
                        "No two of them act together noticeably: what both do to ES 95% is the sum of what each does, within half a "
                            + "tenth of a point or sampling error.",
                        "没有哪两项明显相互作用：两者对 95% ES 的影响等于各自之和（差异不足 0.05 个百分点或在抽样误差以内）。"
                    )
                );
            }

            yield break;
        }

        yield return new Paragraph(new LocalText("Those that act together:", "相互作用的有："));
        yield return new Bullets(told);
    }

    private static bool Matters(Estimate interaction) =>
        Math.Abs(interaction.Value) >= SmallestPair && (interaction.Low > 0 || interaction.High < 0);

    private static Prose Pair(ShapleyResult result, ShapleyPair pair)
    {
        LocalText NameOf(string id) => result.Shares.First(s => string.Equals(s.Id, id, StringComparison.Ordinal)).Name;
        return Sentence.Of(
            "{portfolio}: {first} with {second}{choice}{es95}.",
            "{portfolio}：{first}与{second}{choice}{es95}。",
            ("portfolio", result.Portfolio.Name),
            ("first", NameOf(pair.First)),
            ("second", NameOf(pair.Second)),
            (
                "choice",
                pair.Es95.Value > 0
                    ? new LocalText(": together they add more to ES 95% than the two alone: ", "：两者一起对 95% ES 的影响大于各自之和：")
                    : new LocalText(": together they add less to ES 95% than the two alone: ", "：两者一起对 95% ES 的影响小于各自之和：")
            ),
            ("es95", FormattedFigure.Points(pair.Es95).Inline(new(" points", " 个百分点")))
        );
    }

    private static LocalText Method(IReadOnlyList<ShapleyResult> results)
    {
        static LocalText How(ShapleyResult r) =>
            r.IsExact
                ? Sentence.Plain("all {shares} subsets", "全部 {shares} 个子集", ("shares", $"{1 << r.Shares.Count}"))
                : new("random orders of them, walked forwards and backwards", "随机顺序（正反各一遍）");
        var said = new LocalText(
            "Shapley (1953), exact effects of with and without on common random numbers; interactions after Grabisch and Roubens (1999). ",
            "沙普利（1953）；有无对照，用同一组随机数；相互作用按 Grabisch 与 Roubens（1999）。"
        );
        if (results.FirstOrDefault(r => r.Over == ShapleyOver.Risks) is { } risks)
        {
            said = Sentence.Plain(
                "{said}Risks: {risks}, {paths} paths each; deals stay as they are. ",
                "{said}风险：{risks}，各 {paths} 条路径；交易事件保持不变。",
                ("said", said),
                ("risks", How(risks)),
                ("paths", $"{risks.Paths:N0}")
            );
        }

        if (results.FirstOrDefault(r => r.Over == ShapleyOver.Recommendations) is { } advice)
        {
            said = Sentence.Plain(
                "{said}Recommendations: {advice}, {paths} paths.",
                "{said}建议：{advice}，{paths} 条路径。",
                ("said", said),
                ("advice", How(advice)),
                ("paths", $"{advice.Paths:N0}")
            );
        }

        return said;
    }
}
