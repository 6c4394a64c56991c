using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The charts of a portfolio's outcomes: its value over time, its profits at a horizon.</summary>
internal static class OutcomeFigures
{
    /// <summary>Share of paths that may fall outside the picture at each end.</summary>
    private const double Trimmed = 0.003;

    /// <summary>Value over time; null where no fan was recorded.</summary>
    public static Figure? Fan(ReportContext context, PortfolioResult portfolio)
    {
        if (portfolio.AsHeld.Fan is not { } held)
            return null;
        List<Bands> series = [Bands(CommonTexts.Held, held)];
        if (portfolio.IsChanged() && portfolio.FollowingAll.Fan is { } following)
            series.Add(Bands(CommonTexts.Following, following));
        var horizons = context.Scenario.Horizons.Select(h => new NamedDate(h.Date, CommonTexts.Span(h.Tenor))).ToList();
        var caption =
            new Text(
                "Value over time, today's being 100%. As held: the median, and bands that hold half and 90% of the paths",
                "价值走势（今日为 100%）。维持现状：中位数，以及分别包含一半与 90% 路径的色带"
            )
            + (
                series.Count > 1
                    ? new Text(
                        "; following all: dashed lines at the median and at both ends of the 90%. ",
                        "；遵循全部建议：虚线为中位数与 90% 区间的两端。"
                    )
                    : new Text(". ", "。")
            );
        return new(new FanChart(AxisFormat.Percent, held.Dates, series, horizons), caption + Ranges(context, portfolio));
    }

    public static Bands Bands(Text name, Fan fan) => new(name, fan.Q05, fan.Q25, fan.Median, fan.Q75, fan.Q95);

    /// <summary>Profits at a horizon; null where no histogram was recorded.</summary>
    public static Figure? Histogram(PortfolioResult portfolio, int horizon)
    {
        var held = portfolio.AsHeld.Horizons[horizon];
        List<(Text Name, HorizonResult Result)> shown = [(CommonTexts.Held, held)];
        if (portfolio.IsChanged())
            shown.Add((CommonTexts.Following, portfolio.FollowingAll.Horizons[horizon]));
        var series = shown.Where(s => s.Result.Histogram is not null).Select(s => Distribution(s.Name, s.Result)).ToList();
        if (series.Count == 0)
            return null;

        var said = CommonTexts.Join(
            shown.Select(s =>
                s.Name
                + new Text(": VaR 95% ", "：95% VaR ")
                + FormattedFigure.Percent(s.Result.Measures.Var95).Value
                + new Text(", ES 95% ", "，95% ES ")
                + FormattedFigure.Percent(s.Result.Measures.Es95).Value
            ),
            CommonTexts.Semicolon
        );
        var caption =
            new Text("Profit after ", "")
            + CommonTexts.Span(held.Horizon.Tenor)
            + new Text(
                " relative to today's value; VaR and ES are losses and are marked as negative profits. ",
                "后相对今日价值的收益；VaR 与 ES 为损失，标于对应的负收益处。"
            )
            + said
            + new Text(
                ". The outermost 0.3% of the paths at each end lie outside the picture at most.",
                "。两端各至多 0.3% 的路径在图外。"
            );
        return new(new HistogramChart(AxisFormat.Percent, series), caption);
    }

    /// <summary>What the fan shows at the middle horizon, for those who cannot see it.</summary>
    private static Text Ranges(ReportContext context, PortfolioResult portfolio)
    {
        static Text Range(MeasureSet measures) =>
            FormattedFigure.Percent(measures[MeasureKinds.Q05], withPlus: true).Value
            + new Text(" and ", " 与 ")
            + FormattedFigure.Percent(measures[MeasureKinds.Q95], withPlus: true).Value;
        var said =
            new Text("After ", "")
            + CommonTexts.Span(context.MiddleHorizon.Tenor)
            + new Text(" 90% of the profits lie between ", "后 90% 的收益介于 ")
            + Range(portfolio.AsHeld.Horizons[context.Middle].Measures)
            + new Text(" as held", " 之间（维持现状）");
        if (portfolio.IsChanged())
        {
            said =
                said
                + new Text(", between ", "，或介于 ")
                + Range(portfolio.FollowingAll.Horizons[context.Middle].Measures)
                + new Text(" following all", " 之间（遵循全部建议）");
        }

        return said + new Text(".", "。");
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
}
