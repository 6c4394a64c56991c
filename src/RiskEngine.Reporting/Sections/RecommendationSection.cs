using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Each recommendation: what it is made of, and what it changes alone and as the last one added.</summary>
internal static class RecommendationSection
{
    public static Section? Build(ReportContext context)
    {
        var all = context.Model.Recommendations.ToList();
        if (all.Count == 0)
            return null;
        List<Block> blocks =
        [
            new Paragraph(new Text(
                "Each recommendation is a dated trade on top of the portfolio. Alone: only it is followed, compared with the portfolio as held. "
                + "Last: all are followed, compared with all but it. Both compare the same random paths, so small effects show.",
                "每条建议是在组合之上的一笔有日期的交易。「单独」指只遵循该条，与维持现状相比；「最后」指遵循全部，与缺少该条相比。两者使用同一组随机路径，因此微小的影响也能显现。")),
            Trades(context, all),
        ];
        foreach (var portfolio in context.Results.Base.Portfolios.Where(p => p.RecommendationEffects.Count > 0))
        {
            blocks.Add(new Subheading(Words.Of(portfolio.Portfolio.Name)));
            blocks.Add(Chart(context, portfolio));
            blocks.Add(Effects(context, portfolio));
        }

        return new("recommendations", new("What each recommendation does", "每条建议的作用"), new("Recommendations", "建议评分"), blocks);
    }

    private static Table Trades(ReportContext context, IReadOnlyList<Recommendation> all) => new(
        [
            new Text("Recommendation", "建议"), new Column(new("In the article", "文章出处"), Wide: true), new Column(new("Trade", "交易"), Wide: true),
            new Column(new("Size", "规模"), Numeric: true), new Column(new("From, until", "起止"), Numeric: true),
        ],
        [.. all.Select(r => (IReadOnlyList<Cell>)
        [
            new Cell(Words.Of(r.Name)),
            Words.Lines(r.Claims.Select(context.Quote)),
            r.IsTraded ? Trade(context, r) : new Cell(new Text("watch only: reported, not simulated", "仅观察：列出但不模拟")),
            r.IsTraded ? Shown.Known(r.Size) : Text.Same("–"),
            r.IsTraded ? new Cell(Words.Date(r.From), (Prose)Words.Date(r.Until)) : Text.Same("–"),
        ])]);

    private static Cell Trade(ReportContext context, Recommendation r)
    {
        var verb = r.Conviction.Direction == Direction.Reduce ? new Text("sell ", "卖出") : new Text("buy ", "买入");
        var targets = r.Targets.Select(t => r.Conviction.Direction == Direction.Reduce
            ? context.Name(t.Instrument)
            : Shown.Known(t.Weight) + Text.Same(" ") + context.Name(t.Instrument));
        var money = (r.Conviction.Direction, r.Funding) switch
        {
            (Direction.Reduce, Funding.ProRata) => new Text("money into the other positions", "所得按比例投入其余持仓"),
            (Direction.Reduce, _) => new Text("money into cash", "所得留作现金"),
            (_, Funding.ProRata) => new Text("paid from every position in proportion", "资金按比例来自全部持仓"),
            _ => new Text("paid from cash", "资金来自现金"),
        };
        var note = new Text($"verb “{r.Conviction.Verb}”, ", $"动词「{r.Conviction.Verb}」，") + money
            + new Text(", cost ", "，成本 ") + Shown.Known(r.Cost);
        return new(verb + Words.Join(targets, Words.Comma), (Prose)note);
    }

    private static Figure Chart(ReportContext context, PortfolioResult portfolio)
    {
        var effects = portfolio.RecommendationEffects.Where(e => e.Horizon == context.MiddleHorizon).OrderByDescending(e => e.Alone.Mean.Value);
        var span = Words.Span(context.MiddleHorizon.Tenor);
        return new(
            new EffectsChart(
                AxisFormat.Percent,
                [new("Alone", "单独"), new("Last", "最后")],
                [.. effects.Select(e => new DotRow(Words.Of(e.Recommendation.Name), [Shown.AsDot(e.Alone.Mean), Shown.AsDot(e.Last.Mean)]))]),
            Words.Of(portfolio.Portfolio.Name) + new Text(": change of the mean profit after ", "：") + span
                + new Text(" by each recommendation, in percentage points, with 95% intervals.", "后各条建议使平均收益改变的百分点，附 95% 区间。"));
    }

    private static Table Effects(ReportContext context, PortfolioResult portfolio)
    {
        var horizons = context.Scenario.Horizons;
        var middle = Words.Span(context.MiddleHorizon.Tenor);
        List<Column> columns = [new Text("Effect in percentage points", "影响（百分点）")];
        columns.AddRange(horizons.Select(h => new Column(new Text("mean profit alone, ", "平均收益（单独），") + Words.Span(h.Tenor), Numeric: true)));
        columns.Add(new(new Text("mean profit last, ", "平均收益（最后），") + middle, Numeric: true));
        columns.Add(new(new Text("ES 95% alone, ", "95% ES（单独），") + middle, Numeric: true));
        columns.Add(new(new Text("ES 95% last, ", "95% ES（最后），") + middle, Numeric: true));
        columns.Add(new(new Text("probability of loss last, ", "亏损概率（最后），") + middle, Numeric: true));

        var rows = portfolio.RecommendationEffects.GroupBy(e => e.Recommendation.Id).Select(group =>
        {
            List<Cell> row = [Words.Of(group.First().Recommendation.Name)];
            row.AddRange(horizons.Select(h => group.FirstOrDefault(e => e.Horizon == h) is { } e ? Shown.Points(e.Alone.Mean).AsCell() : Cell.Empty));
            var at = group.FirstOrDefault(e => e.Horizon == context.MiddleHorizon);
            row.Add(at is null ? Cell.Empty : Shown.Points(at.Last.Mean).AsCell());
            row.Add(at is null ? Cell.Empty : Shown.Points(at.Alone.Es95).AsCell());
            row.Add(at is null ? Cell.Empty : Shown.Points(at.Last.Es95).AsCell());
            row.Add(at is null ? Cell.Empty : Shown.Points(at.Last.LossProbability).AsCell());
            return (IReadOnlyList<Cell>)row;
        });
        return new(columns, [.. rows]);
    }
}
