using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Where each portfolio's risk comes from: by position, by group, by factor; what a position adds by being there.</summary>
internal static class ContributionSection
{
    public const string Id = "contributions";

    private const int MostDrawn = 10;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { Contributions.Count: > 0 } attribution)
            return null;
        var middle = CommonTexts.Span(context.MiddleHorizon.Tenor);
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "A portfolio's ES 95% is its average loss on the worst 5% of the paths. On those paths each position loses or "
                        + "gains something on average, and these amounts add up to it exactly: that is what a position contributes, "
                        + "below zero where it softens the loss. "
                        + "What it takes in weight and what it gives in risk need not be the same.",
                    "组合的 95% ES 是最差 5% 路径上的平均损失。在这些路径上，每个持仓平均或亏或盈，加总恰好等于它：这就是持仓的风险贡献；为负则减轻损失。占多少权重与占多少风险未必相同。"
                )
            ),
            new Paragraph(
                Sentence.Plain(
                    "All figures after {middle}, in percentage points of today's value.",
                    "以下均为 {middle}后，单位为占今日价值的百分点。",
                    ("middle", middle)
                )
            ),
        ];
        blocks.AddRange(
            context.Results.Base.Portfolios.Select(p =>
                CommonTexts.About(
                    p.Portfolio,
                    context.ByVariant(
                        p,
                        v =>
                            attribution.Contributions.FirstOrDefault(c => c.Portfolio.Id == p.Portfolio.Id && c.Variant.Kind == v)
                                is { } split
                                ? [.. Of(split)]
                                : []
                    )
                )
            )
        );
        if (attribution.ContributionsWithViews.Count > 0)
        {
            blocks.Add(
                new Fold(
                    new(
                        "If the scenario's views hold (the same paths, weighted), as held",
                        "若情景所列观点成立（同样的路径，重新加权），维持现状"
                    ),
                    [
                        .. attribution
                            .ContributionsWithViews.Where(c => c.Variant.Kind == VariantKind.AsHeld)
                            .Select(c => ContributionTables.Table(c.Portfolio.Name, c.Positions, c.Total)),
                    ]
                )
            );
        }

        blocks.Add(new Fold(new("How this is worked out", "计算方法"), [Method(attribution.Contributions[0])]));
        return new(
            Id,
            new("Risk contributions: where the risk comes from", "风险贡献：风险从哪里来"),
            new("Risk contributions", "风险贡献"),
            blocks
        )
        {
            Unmoved = [Choice.Case, Choice.Horizon],
        };
    }

    private static IEnumerable<Block> Of(ContributionResult split)
    {
        yield return new Subheading(CommonTexts.Of(split.Portfolio, split.Variant));
        yield return new Paragraph(Finding(split));
        List<Block> pictures = [Chart(split.Positions, new("By position", "按持仓"))];
        if (split.Factors.Count > 0)
            pictures.Add(Chart(split.Factors, new("By what moves prices", "按驱动因素")));
        yield return new Pairs(pictures);
        yield return new Fold(
            Sentence.Plain(
                "By position, by group and by factor: {portfolio}",
                "按持仓、按组别与按因素：{portfolio}",
                ("portfolio", CommonTexts.Of(split.Portfolio, split.Variant))
            ),
            split.Variant.Kind == VariantKind.AsHeld
                ? [ContributionTables.Positions(split), .. ContributionTables.Splits(split)]
                :
                [
                    ContributionTables.Table(new("Position or recommendation", "持仓或建议"), split.Positions, split.Total),
                    .. ContributionTables.Splits(split),
                ]
        );
    }

    /// <summary>The largest position's share of weight and of risk, and the largest force behind prices.</summary>
    private static Prose Finding(ContributionResult split)
    {
        var largest = split.Positions.MaxBy(p => p.Es95.Value)!;
        var said = Sentence.Of(
            "{largest} makes up {weight} of the value and {largest2} of the risk (ES 95%).",
            "{largest}占价值的 {weight}，占风险（95% ES）的 {largest2}。",
            ("largest", Prose.Strong(ContributionTables.Name(largest))),
            ("weight", FormattedFigure.Rounded(largest.Weight ?? 0)),
            ("largest2", Prose.Strong(FormattedFigure.Rounded(ContributionTables.Share(largest, split.Total))))
        );
        if (split.Factors.Where(p => p.Kind is RiskPartKind.Factor or RiskPartKind.Event).MaxBy(p => p.Es95.Value) is { } force)
        {
            var expected = split.Factors.Where(p => p.Kind == RiskPartKind.Mean).Sum(p => p.Es95.Value);
            said =
                said
                + Sentence.Of(
                    " The largest force behind it is {force}: {es95}",
                    "最主要的驱动是{force}：在{es95}",
                    ("force", Prose.Strong(ContributionTables.Name(force))),
                    ("es95", Lost(split.Total.Es95, expected, force.Es95.Value))
                );
        }

        return said;
    }

    /// <summary>
    /// The force's part of what is lost; expected profit lowers the loss, so that a force alone may come to more than the whole.
    /// </summary>
    private static LocalText Lost(double es95, double expected, double force)
    {
        static LocalText Points(double value) => LocalText.Same(Digits.Write(100 * value, 1));
        return expected < 0
            ? Sentence.Plain(
                "{force} of the {es95} points that are lost before expected profit gives {points} back.",
                "预期收益抵回 {points} 个百分点之前的 {es95} 个百分点损失中占 {force}。",
                ("force", Points(force)),
                ("es95", Points(es95 - expected)),
                ("points", Points(-expected))
            )
            : Sentence.Plain(
                "{force} of the {es95} points.",
                " {es95} 个百分点中占 {force}。",
                ("force", Points(force)),
                ("es95", Points(es95))
            );
    }

    private static Figure Chart(IReadOnlyList<RiskPart> parts, LocalText what)
    {
        var drawn = parts.OrderByDescending(p => Math.Abs(p.Es95.Value)).Take(MostDrawn).OrderByDescending(p => p.Es95.Value).ToList();
        var left = parts.Count - drawn.Count;
        var caption = Sentence.Plain(
            "{what}: contribution to ES 95% in percentage points, with 95% intervals. Right of zero adds to the loss.",
            "{what}：对 95% ES 的贡献（百分点），附 95% 区间。零线右侧为增加损失。",
            ("what", what)
        );
        return new(
            new BarsChart(
                AxisFormat.Points,
                [new("Contribution to ES 95%", "对 95% ES 的贡献")],
                [.. drawn.Select(p => new DotRow(ContributionTables.Name(p), [FormattedFigure.AsDot(p.Es95)]))]
            ),
            left switch
            {
                0 => caption,
                1 => Sentence.Plain("{caption} The smallest one is in the table.", "{caption}其余最小的 1 项见表。", ("caption", caption)),
                _ => Sentence.Plain(
                    "{caption} The {left} smallest are in the table.",
                    "{caption}其余最小的 {left} 项见表。",
                    ("caption", caption),
                    ("left", $"{left}")
                ),
            }
        );
    }

    private static Bullets Method(ContributionResult split) =>
        new([
            new LocalText(
                "Contributions are Euler's: weight times the derivative by the weight. To ES: the part's mean loss on the worst 5% of "
                    + "the paths. To VaR: its loss where the whole loses its VaR, by a regression over the paths around it "
                    + "(a tenth of the tail on either side). To volatility: its covariance with the whole, by the whole's deviation. "
                    + "(Tasche 1999; Hallerbach 2003.)",
                "贡献按欧拉法：权重乘以对权重的导数。ES：该部分在最差 5% 路径上的平均损失；VaR：整体恰好损失 VaR 时该部分的损失，由其附近路径（尾部两侧各十分之一）回归得出；波动率：与整体的协方差除以整体标准差。（Tasche "
                    + "1999；Hallerbach 2003。）"
            ),
            new LocalText(
                "ES per point of weight is the marginal figure: what one more point of the position would add, others unchanged (its "
                    + "interval is that of the contribution, by the weight). Held rather than cash is the incremental one: the "
                    + "portfolio with the position, less the same with its value in cash at the risk-free rate, path by path.",
                "“每一点权重的 95% ES”为边际量：该持仓再多一点（其余不变）会增加多少，其区间为贡献的区间除以权重。“持有而非现金”为增量：含该持仓的组合减去将其价值换成现金（无风险利率）的组合，逐路径比较。"
            ),
            new LocalText(
                "Groups: each instrument counts in the first group that the market file names for it.",
                "组别：每个标的计入市场文件为其列出的第一个组。"
            ),
            Sentence.Plain(
                "Factors and events: a regression of the logarithm of the value on factor moves and on whether events occurred "
                    + "explains {rSquared} of its variance (first portfolio, as held); each path's parts are scaled to its profit "
                    + "(Carino 1999). An event's row holds only what it does beyond moving factors. The rest is the instruments' own "
                    + "risk, exits of private companies, and what is not linear. Expected profit lowers losses, so that its share is "
                    + "below zero and the others add up to more than 100%.",
                "因素与事件：以价值的对数对因素变动及事件是否发生作回归，解释了方差的 {rSquared}（第一个组合，维持现状）；各路径的部分按该路径的收益折算（Carino "
                    + "1999）。事件一行只含它在推动因素之外的作用。“其他”为个别风险、私有公司的退出与非线性部分。预期收益会减少损失，故其占比为负，其余合计超过 100%。",
                ("rSquared", FormattedFigure.Rounded(split.RSquared))
            ),
            Sentence.Plain(
                "Worked out on {paths} paths of the base case.",
                "以基准情景的 {paths} 条路径计算。",
                ("paths", $"{split.Paths:N0}")
            ),
        ]);
}
