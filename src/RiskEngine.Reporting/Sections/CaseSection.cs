using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The cases side by side at the middle horizon.</summary>
internal static class CaseSection
{
    public static Section? Build(ReportContext context)
    {
        var cases = context.Results.Cases;
        if (cases.Count < 2)
            return null;
        List<Block> blocks =
        [
            new Paragraph(new Text(
                "A case changes some assumptions; prices know only the base case, so what a case changes comes as a surprise. All cases use the same random numbers.",
                "情景改变部分假设；价格只知道基准情景，因此情景的变化对市场是意外。所有情景使用同一组随机数。")),
            Stories(cases),
        ];
        foreach (var portfolio in context.Results.Base.Portfolios.Select(p => p.Portfolio))
        {
            blocks.Add(new Subheading(Words.Of(portfolio.Name)));
            blocks.Add(Chart(context, portfolio));
            blocks.Add(Measures(context, portfolio));
        }

        return new("cases", new("Cases side by side", "情景对比"), new("Cases", "情景"), blocks);
    }

    private static Table Stories(IReadOnlyList<CaseResult> cases) => new(
        [new Text("Case", "情景"), new Column(new("Story", "说明"), Wide: true), new Column(new("What it changes", "改变的假设"), Wide: true)],
        [.. cases.Select(c => (IReadOnlyList<Cell>)
        [
            Prose.Strong(Words.Of(c.Case.Name)),
            Words.Of(c.Case.Summary),
            c.Case.Overrides.Count == 0
                ? new Text("nothing: the market that prices know", "无：价格所知的市场")
                : Words.Lines(
                    c.Case.Overrides.Select(o => Prose.Code(o.Path) + new Text(" ", " ") + (o.From.Length == 0 ? Text.Same("") : Text.Same(o.From + " "))
                        + Text.Same("→ " + o.To))),
        ])]);

    private static PortfolioResult Find(CaseResult result, Portfolio portfolio) => result.Portfolios.First(p => p.Portfolio.Id == portfolio.Id);

    private static Figure Chart(ReportContext context, Portfolio portfolio)
    {
        var rows = context.Results.Cases.Select(c =>
        {
            var measures = Find(c, portfolio).FollowingAll.Horizons[context.Middle].Measures;
            return new DotRow(Words.Of(c.Case.Name), [Shown.AsDot(measures.Mean), Shown.AsDot(measures.Median), Shown.AsDot(measures.Es95)]);
        });
        return new(
            new CasesChart(AxisFormat.Percent, [new("Mean profit", "平均收益"), new("Median profit", "收益中位数"), new("ES 95% (a loss)", "95% ES（损失）")], [.. rows]),
            Words.Of(portfolio.Name) + new Text(" following all recommendations: mean, median and expected shortfall after ", "遵循全部建议：")
                + Words.Span(context.MiddleHorizon.Tenor) + new Text(" in each case, with 95% intervals.", "后各情景的平均收益、中位数与预期尾部损失，附 95% 区间。"));
    }

    private static Table Measures(ReportContext context, Portfolio portfolio)
    {
        var span = Words.InBrackets(Words.Span(context.MiddleHorizon.Tenor));
        MeasureKind[] kinds = [MeasureKinds.Mean, MeasureKinds.Median, MeasureKinds.Es95, MeasureKinds.LossProbability];
        List<Column> columns = [new Text("Case", "情景") + span];
        foreach (var kind in kinds)
        {
            columns.Add(new(new Text(kind.EnglishName + ", as held", kind.ChineseName + "，维持现状"), Numeric: true));
            columns.Add(new(new Text("following all", "遵循建议"), Numeric: true));
        }

        columns.Add(new(new("beats as held", "优于维持现状"), Numeric: true));
        var rows = context.Results.Cases.Select(c =>
        {
            var found = Find(c, portfolio);
            var (held, following) = (found.AsHeld.Horizons[context.Middle].Measures, found.FollowingAll.Horizons[context.Middle].Measures);
            List<Cell> row = [Words.Of(c.Case.Name)];
            foreach (var kind in kinds)
            {
                row.Add(Shown.Measure(kind, held[kind]).AsCell());
                row.Add(Shown.Measure(kind, following[kind]).AsCell());
            }

            row.Add(Shown.Percent(following[MeasureKinds.BeatUnchangedProbability]).AsCell());
            return (IReadOnlyList<Cell>)row;
        });
        return new(columns, [.. rows]);
    }
}
