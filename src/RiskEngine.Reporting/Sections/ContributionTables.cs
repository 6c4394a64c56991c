using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The tables of risk contributions: positions, groups, factors, and their totals.</summary>
internal static class ContributionTables
{
    // Parts below this on every measure, a twentieth of a percentage point, share a row.
    private const double Smallest = 0.0005;

    public static double Share(RiskPart part, RiskTotals total) => total.Es95 == 0 ? 0 : part.Es95.Value / total.Es95;

    public static Table Positions(ContributionResult split) =>
        new(
            [
                new LocalText("Position", "持仓"),
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

    public static IEnumerable<Block> Splits(ContributionResult split)
    {
        yield return Table(new("Group", "组别"), split.Groups, split.Total);
        if (split.Factors.Count > 0)
            yield return Table(new("Factor or event", "因素或事件"), split.Factors, split.Total);
    }

    /// <summary>All parts; those that contribute hardly anything to any measure stand together in one row.</summary>
    public static Table Table(LocalText what, IReadOnlyList<RiskPart> parts, RiskTotals total) =>
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
        Math.Max(Math.Abs(part.Es95.Value), Math.Max(Math.Abs(part.Var95.Value), Math.Abs(part.Volatility.Value))) < Smallest;

    private static IEnumerable<IReadOnlyList<Cell>> Small(IReadOnlyList<RiskPart> parts, RiskTotals total)
    {
        if (parts.Count == 0)
            yield break;
        var sums = new RiskTotals(parts.Sum(p => p.Volatility.Value), parts.Sum(p => p.Var95.Value), parts.Sum(p => p.Es95.Value));
        static Cell Points(double value) => LocalText.Same(Digits.Write(100 * value, 2, withPlus: true));
        yield return
        [
            Sentence.Plain("{parts} more, each below 0.05", "另外 {parts} 项，均不足 0.05", ("parts", $"{parts.Count}")),
            FormattedFigure.Rounded(total.Es95 == 0 ? 0 : sums.Es95 / total.Es95),
            Points(sums.Es95),
            Points(sums.Var95),
            Points(sums.Volatility),
        ];
    }

    private static List<Cell> Total(RiskTotals total, IReadOnlyList<LocalText> shares, int left)
    {
        static Cell Points(double value) => LocalText.Same(Digits.Write(100 * value, 2));
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

    public static LocalText Name(RiskPart part) =>
        part.Kind switch
        {
            RiskPartKind.Rest => new("Own risk and the rest", "个别风险及其他"),
            RiskPartKind.Mean => new("Expected profit", "预期收益"),
            _ => part.Name,
        };
}
