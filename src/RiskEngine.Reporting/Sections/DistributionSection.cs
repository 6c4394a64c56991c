using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>How each portfolio may turn out in the base case: bands over time, a distribution at each horizon, and all measures.</summary>
internal static class DistributionSection
{
    /// <summary>Share of paths that may fall outside the picture at each end.</summary>
    private const double Trimmed = 0.003;

    public static Section Build(ReportContext context)
    {
        List<Block> blocks = [];
        foreach (var portfolio in context.Results.Base.Portfolios)
        {
            blocks.Add(new Subheading(Words.Of(portfolio.Portfolio.Name)));
            if (Fan(context, portfolio) is { } fan)
                blocks.Add(fan);
            for (var h = 0; h < context.Scenario.Horizons.Count; h++)
            {
                if (Histogram(context, portfolio, h) is { } histogram)
                    blocks.Add(histogram);
            }

            blocks.Add(Measures(context, portfolio));
        }

        return new("distribution", new("How it could turn out", "可能的结果"), new("Distribution", "收益分布"), blocks);
    }

    private static Figure? Fan(ReportContext context, PortfolioResult portfolio)
    {
        if (portfolio.AsHeld.Fan is not { } held)
            return null;
        List<Bands> series = [Bands(Words.Held, held)];
        if (portfolio.IsChanged() && portfolio.FollowingAll.Fan is { } following)
            series.Add(Bands(Words.Following, following));
        var horizons = context.Scenario.Horizons.Select(h => new NamedDate(h.Date, Words.Span(h.Tenor))).ToList();
        var caption = new Text(
            $"Value of {portfolio.Portfolio.Name.English} over time, today's value being 100%: the median as a line, around it the ranges that hold half and 90% of the paths. ",
            $"{portfolio.Portfolio.Name.Chinese}的价值走势（今日为 100%）：线为中位数，其外两层区间分别包含一半与 90% 的路径。");
        return new(new FanChart(AxisFormat.Percent, held.Dates, series, horizons), caption + Ranges(context, portfolio));
    }

    /// <summary>What the fan shows at the middle horizon, for those who cannot see it.</summary>
    private static Text Ranges(ReportContext context, PortfolioResult portfolio)
    {
        Text Range(MeasureSet measures) => Shown.Percent(measures[MeasureKinds.Q05], withPlus: true).InText() + new Text(" and ", " 与 ")
            + Shown.Percent(measures[MeasureKinds.Q95], withPlus: true).InText();
        var said = new Text("After ", "") + Words.Span(context.MiddleHorizon.Tenor)
            + new Text(" 90% of the profits lie between ", "后 90% 的收益介于 ") + Range(portfolio.AsHeld.Horizons[context.Middle].Measures)
            + new Text(" as held", " 之间（维持现状）");
        if (portfolio.IsChanged())
        {
            said = said + new Text(", between ", "，或介于 ") + Range(portfolio.FollowingAll.Horizons[context.Middle].Measures)
                + new Text(" following all", " 之间（遵循全部建议）");
        }

        return said + new Text(".", "。");
    }

    internal static Bands Bands(Text name, Fan fan) => new(name, fan.Q05, fan.Q25, fan.Median, fan.Q75, fan.Q95);

    private static Figure? Histogram(ReportContext context, PortfolioResult portfolio, int horizon)
    {
        var held = portfolio.AsHeld.Horizons[horizon];
        var following = portfolio.FollowingAll.Horizons[horizon];
        List<(Text Name, HorizonResult Result)> shown = [(Words.Held, held)];
        if (portfolio.IsChanged())
            shown.Add((Words.Following, following));
        var series = shown.Where(s => s.Result.Histogram is not null).Select(s => Distribution(s.Name, s.Result)).ToList();
        if (series.Count == 0)
            return null;

        var span = Words.Span(held.Horizon.Tenor);
        var said = Words.Join(
            shown.Select(s => s.Name + new Text(": VaR 95% ", "：95% VaR ") + Shown.Percent(s.Result.Measures.Var95).InText()
                + new Text(", ES 95% ", "，95% ES ") + Shown.Percent(s.Result.Measures.Es95).InText()),
            Words.Semicolon);
        var caption = Words.Of(portfolio.Portfolio.Name) + new Text(": profit after ", "：") + span
            + new Text(" relative to today's value. ", "后相对今日价值的收益。") + said
            + new Text(" (losses positive; marked as negative profits). The outermost paths, up to 0.3% at each end, lie outside the picture.",
                "（损失为正，图中标于对应的负收益处）。两端各至多 0.3% 的路径在图外。");
        return new(new HistogramChart(AxisFormat.Percent, series), caption);
    }

    private static Distribution Distribution(Text name, HorizonResult result)
    {
        var histogram = result.Histogram!;
        var total = (double)histogram.Below + histogram.Above + histogram.Counts.Sum(c => (long)c);
        var (first, last) = (0, histogram.Counts.Count - 1);
        for (var cut = histogram.Below / total; first < last && cut + histogram.Counts[first] / total < Trimmed; first++)
            cut += histogram.Counts[first] / total;
        for (var cut = histogram.Above / total; last > first && cut + histogram.Counts[last] / total < Trimmed; last--)
            cut += histogram.Counts[last] / total;
        var shares = histogram.Counts.Skip(first).Take(last - first + 1).Select(c => c / total).ToList();
        Mark[] marks = [new(-result.Measures.Var95.Value, Text.Same("VaR 95%")), new(-result.Measures.Es95.Value, Text.Same("ES 95%"))];
        return new(name, histogram.Low + first * histogram.Width, histogram.Width, shares, [.. marks.Where(m => double.IsFinite(m.Value))]);
    }

    private static Table Measures(ReportContext context, PortfolioResult portfolio)
    {
        List<Column> columns = [new Text("Measure", "指标")];
        foreach (var horizon in context.Scenario.Horizons)
        {
            var span = Words.Span(horizon.Tenor);
            columns.Add(new(span + new Text(", as held", "，维持现状"), Numeric: true));
            if (portfolio.IsChanged())
                columns.Add(new(span + new Text(", following all", "，遵循建议"), Numeric: true));
        }

        var rows = MeasureKinds.All.Select(kind =>
        {
            List<Cell> row = [Name(kind, context.Scenario.LargeLoss)];
            for (var h = 0; h < context.Scenario.Horizons.Count; h++)
            {
                row.Add(Shown.Measure(kind, portfolio.AsHeld.Horizons[h].Measures[kind]).AsCell());
                if (portfolio.IsChanged())
                    row.Add(Shown.Measure(kind, portfolio.FollowingAll.Horizons[h].Measures[kind]).AsCell());
            }

            return (IReadOnlyList<Cell>)row;
        });
        return new(columns, [.. rows]);
    }

    private static Text Name(MeasureKind kind, double largeLoss)
    {
        var name = new Text(char.ToUpperInvariant(kind.EnglishName[0]) + kind.EnglishName[1..], kind.ChineseName);
        return kind == MeasureKinds.LargeLossProbability
            ? name + Words.InBrackets(new Text("more than ", "超过 ") + Shown.Known(largeLoss))
            : name;
    }
}
