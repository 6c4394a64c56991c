using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Where each portfolio's risk comes from: by position, by group, by factor; what a position adds by being there.</summary>
internal static class ContributionSection
{
    private const int MostDrawn = 10;
    private const double Small95 = 0.0005;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Attribution is not { Contributions.Count: > 0 } attribution)
            return null;
        var middle = CommonTexts.Span(context.MiddleHorizon.Tenor);
        List<Block> blocks =
        [
            new Paragraph(
                new Text(
                    "A portfolio's ES 95% is its average loss on the worst 5% of the paths. On those paths each position loses or "
                        + "gains something on average, and these amounts add up to it exactly: that is what a position contributes, "
                        + "below zero where it softens the loss. "
                        + "What it takes in weight and what it gives in risk need not be the same.",
                    "组合的 95% ES 是最差 5% 路径上的平均损失。在这些路径上，每个持仓平均或亏或盈，加总恰好等于它：这就是持仓的风险贡献；为负则减轻损失。占多少权重与占多少风险未必相同。"
                )
            ),
            new Paragraph(
                new Text("All figures after ", "以下均为 ")
                    + middle
                    + new Text(", in percentage points of today's value.", "后，单位为占今日价值的百分点。")
            ),
        ];
        foreach (var held in attribution.Contributions.Where(c => c.Variant.Kind == VariantKind.AsHeld))
        {
            blocks.Add(new Subheading(CommonTexts.Of(held.Portfolio.Name)));
            blocks.Add(new Paragraph(Said(held)));
            List<Block> pictures = [Chart(held.Positions, new("By position", "按持仓"))];
            if (held.Factors.Count > 0)
                pictures.Add(Chart(held.Factors, new("By what moves prices", "按驱动因素")));
            blocks.Add(new Pairs(pictures));
            blocks.Add(Positions(held));
            blocks.Add(
                new Fold(new Text("By group and by factor: ", "按组别与按因素：") + CommonTexts.Of(held.Portfolio.Name), [.. Splits(held)])
            );
            if (
                attribution.Contributions.FirstOrDefault(c =>
                    c.Portfolio.Id == held.Portfolio.Id && c.Variant.Kind == VariantKind.FollowingAll
                ) is
                { } following
            )
            {
                blocks.Add(
                    new Fold(
                        new Text("When all recommendations are followed: ", "遵循全部建议时：") + CommonTexts.Of(held.Portfolio.Name),
                        [Table(new("Position or recommendation", "持仓或建议"), following.Positions, following.Total), .. Splits(following)]
                    )
                );
            }
        }

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
                            .Select(c => Table(CommonTexts.Of(c.Portfolio.Name), c.Positions, c.Total)),
                    ]
                )
            );
        }

        blocks.Add(new Fold(new("How this is worked out", "计算方法"), [Method(attribution.Contributions[0])]));
        return new("contributions", new("Where the risk comes from", "风险从哪里来"), new("Sources of risk", "风险来源"), blocks);
    }

    /// <summary>The largest position's share of weight and of risk, and the largest force behind prices.</summary>
    private static Prose Said(ContributionResult split)
    {
        var largest = split.Positions.MaxBy(p => p.Es95.Value)!;
        var said =
            Prose.Strong(Name(largest))
            + new Text(" makes up ", "占价值的 ")
            + FormattedFigure.Rounded(largest.Weight ?? 0)
            + new Text(" of the value and ", "，占风险（95% ES）的 ")
            + Prose.Strong(FormattedFigure.Rounded(Share(largest, split.Total)))
            + new Text(" of the risk (ES 95%).", "。");
        if (split.Factors.Where(p => p.Kind is RiskPartKind.Factor or RiskPartKind.Event).MaxBy(p => p.Es95.Value) is { } force)
        {
            var expected = split.Factors.Where(p => p.Kind == RiskPartKind.Mean).Sum(p => p.Es95.Value);
            said =
                said
                + new Text(" The largest force behind it is ", "最主要的驱动是")
                + Prose.Strong(Name(force))
                + new Text(": ", "：在")
                + Lost(split.Total.Es95, expected, force.Es95.Value);
        }

        return said;
    }

    /// <summary>
    /// The force's part of what is lost; expected profit lowers the loss, so that a force alone may come to more than the whole.
    /// </summary>
    private static Text Lost(double es95, double expected, double force)
    {
        static Text Points(double value) => Text.Same(Digits.Write(100 * value, 1));
        return expected < 0
            ? new Text(
                $"{Points(force).English} of the {Points(es95 - expected).English} points that are lost before expected profit gives "
                    + $"{Points(-expected).English} back.",
                $"预期收益抵回 {Points(-expected).Chinese} 个百分点之前的 {Points(es95 - expected).Chinese} 个百分点损失中占 {Points(force).Chinese}。"
            )
            : new Text(
                $"{Points(force).English} of the {Points(es95).English} points.",
                $" {Points(es95).Chinese} 个百分点中占 {Points(force).Chinese}。"
            );
    }

    private static double Share(RiskPart part, RiskTotals total) => total.Es95 == 0 ? 0 : part.Es95.Value / total.Es95;

    private static Figure Chart(IReadOnlyList<RiskPart> parts, Text what)
    {
        var drawn = parts.OrderByDescending(p => Math.Abs(p.Es95.Value)).Take(MostDrawn).OrderByDescending(p => p.Es95.Value).ToList();
        var left = parts.Count - drawn.Count;
        var caption =
            what
            + new Text(
                ": contribution to ES 95% in percentage points, with 95% intervals. Right of zero adds to the loss.",
                "：对 95% ES 的贡献（百分点），附 95% 区间。零线右侧为增加损失。"
            );
        if (left > 0)
            caption += new Text(
                left == 1 ? " The smallest one is in the table." : $" The {left} smallest are in the table.",
                $"其余最小的 {left} 项见表。"
            );
        return new(
            new EffectsChart(
                AxisFormat.Points,
                [new("Contribution to ES 95%", "对 95% ES 的贡献")],
                [.. drawn.Select(p => new DotRow(Name(p), [FormattedFigure.AsDot(p.Es95)]))]
            ),
            caption
        );
    }

    private static Table Positions(ContributionResult split) =>
        new(
            [
                new Text("Position", "持仓"),
                new Column(new("Weight", "权重"), Numeric: true),
                new Column(new("Share of the risk", "风险占比"), Numeric: true),
                new Column(new("Contribution to ES 95%", "对 95% ES 的贡献"), Numeric: true),
                new Column(new("to VaR 95%", "对 95% VaR"), Numeric: true),
                new Column(new("to volatility", "对波动率"), Numeric: true),
                new Column(new("ES 95% per point of weight, in points", "每一点权重的 95% ES（点）"), Numeric: true),
                new Column(new("Held rather than cash: ES 95%", "持有而非现金：95% ES"), Numeric: true),
                new Column(new("Held rather than cash: mean profit", "持有而非现金：平均收益"), Numeric: true),
            ],
            [
                .. split
                    .Positions.OrderByDescending(p => p.Es95.Value)
                    .Select(p =>
                        (IReadOnlyList<Cell>)
                            [
                                Name(p),
                                FormattedFigure.Rounded(p.Weight ?? 0),
                                FormattedFigure.Rounded(Share(p, split.Total)),
                                FormattedFigure.Points(p.Es95).AsCell(),
                                FormattedFigure.Points(p.Var95).AsCell(),
                                FormattedFigure.Points(p.Volatility).AsCell(),
                                p.MarginalEs95 is { } marginal ? FormattedFigure.Number(marginal, 2) : Cell.Empty,
                                p.Presence is null ? Cell.Empty : FormattedFigure.Points(p.Presence.Es95).AsCell(),
                                p.Presence is null ? Cell.Empty : FormattedFigure.Points(p.Presence.Mean).AsCell(),
                            ]
                    ),
                Total(split.Total, [FormattedFigure.Rounded(1), FormattedFigure.Rounded(1)], 3),
            ]
        );

    private static IEnumerable<Block> Splits(ContributionResult split)
    {
        yield return Table(new("Group", "组别"), split.Groups, split.Total);
        if (split.Factors.Count > 0)
            yield return Table(new("Factor or event", "因素或事件"), split.Factors, split.Total);
    }

    /// <summary>All parts; those that contribute hardly anything to any measure stand together in one row.</summary>
    private static Table Table(Text what, IReadOnlyList<RiskPart> parts, RiskTotals total) =>
        new(
            [
                what,
                new Column(new("Share of the risk", "风险占比"), Numeric: true),
                new Column(new("Contribution to ES 95%", "对 95% ES 的贡献"), Numeric: true),
                new Column(new("to VaR 95%", "对 95% VaR"), Numeric: true),
                new Column(new("to volatility", "对波动率"), Numeric: true),
            ],
            [
                .. parts
                    .Where(p => !IsSmall(p))
                    .OrderByDescending(p => p.Es95.Value)
                    .Select(p =>
                        (IReadOnlyList<Cell>)
                            [
                                Name(p),
                                FormattedFigure.Rounded(Share(p, total)),
                                FormattedFigure.Points(p.Es95).AsCell(),
                                FormattedFigure.Points(p.Var95).AsCell(),
                                FormattedFigure.Points(p.Volatility).AsCell(),
                            ]
                    ),
                .. Small([.. parts.Where(IsSmall)], total),
                Total(total, [FormattedFigure.Rounded(1)], 0),
            ]
        );

    private static bool IsSmall(RiskPart part) =>
        Math.Max(Math.Abs(part.Es95.Value), Math.Max(Math.Abs(part.Var95.Value), Math.Abs(part.Volatility.Value))) < Small95;

    private static IEnumerable<IReadOnlyList<Cell>> Small(IReadOnlyList<RiskPart> parts, RiskTotals total)
    {
        if (parts.Count == 0)
            yield break;
        var sums = new RiskTotals(parts.Sum(p => p.Volatility.Value), parts.Sum(p => p.Var95.Value), parts.Sum(p => p.Es95.Value));
        static Cell Points(double value) => Text.Same(Digits.Write(100 * value, 2, withPlus: true));
        yield return
        [
            new Text($"{parts.Count} more, each below 0.05", $"另外 {parts.Count} 项，均不足 0.05"),
            FormattedFigure.Rounded(total.Es95 == 0 ? 0 : sums.Es95 / total.Es95),
            Points(sums.Es95),
            Points(sums.Var95),
            Points(sums.Volatility),
        ];
    }

    private static List<Cell> Total(RiskTotals total, IReadOnlyList<Text> shares, int left)
    {
        static Cell Points(double value) => Text.Same(Digits.Write(100 * value, 2));
        return
        [
            Prose.Strong(new("Total", "合计")),
            .. shares.Select(s => (Cell)s),
            Points(total.Es95),
            Points(total.Var95),
            Points(total.Volatility),
            .. Enumerable.Repeat(Cell.Empty, left),
        ];
    }

    private static Text Name(RiskPart part) =>
        part.Kind switch
        {
            RiskPartKind.Rest => new("Own risk and the rest", "个别风险及其他"),
            RiskPartKind.Mean => new("Expected profit", "预期收益"),
            _ => CommonTexts.Of(part.Name),
        };

    private static Bullets Method(ContributionResult split) =>
        new([
            new Text(
                "Contributions are Euler's: weight times the derivative by the weight. To ES: the part's mean loss on the worst 5% of "
                    + "the paths. To VaR: its loss where the whole loses its VaR, by a regression over the paths around it "
                    + "(a tenth of the tail on either side). To volatility: its covariance with the whole, by the whole's deviation. "
                    + "(Tasche 1999; Hallerbach 2003.)",
                "贡献按欧拉法：权重乘以对权重的导数。ES：该部分在最差 5% 路径上的平均损失；VaR：整体恰好损失 VaR 时该部分的损失，由其附近路径（尾部两侧各十分之一）回归得出；波动率：与整体的协方差除以整体标准差。（Tasche "
                    + "1999；Hallerbach 2003。）"
            ),
            new Text(
                "ES per point of weight is the marginal figure: what one more point of the position would add, others unchanged (its "
                    + "interval is that of the contribution, by the weight). Held rather than cash is the incremental one: the "
                    + "portfolio with the position, less the same with its value in cash at the risk-free rate, path by path.",
                "“每一点权重的 95% ES”为边际量：该持仓再多一点（其余不变）会增加多少，其区间为贡献的区间除以权重。“持有而非现金”为增量：含该持仓的组合减去将其价值换成现金（无风险利率）的组合，逐路径比较。"
            ),
            new Text(
                "Groups: each instrument counts in the first group that the market file names for it.",
                "组别：每个标的计入市场文件为其列出的第一个组。"
            ),
            new Text(
                "Factors and events: a regression of the logarithm of the value on factor moves and on whether events struck explains ",
                "因素与事件：以价值的对数对因素变动及事件是否发生作回归，解释了方差的 "
            )
                + FormattedFigure.Rounded(split.RSquared)
                + new Text(
                    " of its variance (first portfolio, as held); each path's parts are scaled to its profit (Carino 1999). An event's "
                        + "row holds only what it does beyond moving factors. "
                        + "The rest is the instruments' own risk, exits of private companies, and what is not linear. Expected profit "
                        + "lowers losses, so that its share is below zero and the others add up to more than 100%.",
                    "（第一个组合，维持现状）；各路径的部分按该路径的收益折算（Carino 1999）。事件一行只含它在推动因素之外的作用。“其他”为个别风险、私有公司的退出与非线性部分。预期收益会减少损失，故其占比为负，其余合计超过 100%。"
                ),
            new Text($"Worked out on {split.Paths:N0} paths of the base case.", $"以基准情景的 {split.Paths:N0} 条路径计算。"),
        ]);
}
