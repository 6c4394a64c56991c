using RiskEngine.Abstractions.Identity;
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
        var caption = Sentence.Plain(
            "Value over time, today's being 100%. As held: the median, and bands that hold half and 90% of the paths{choice}",
            "价值走势（今日为 100%）。维持现状：中位数，以及分别包含一半与 90% 路径的色带{choice}",
            (
                "choice",
                series.Count > 1
                    ? new LocalText(
                        "; following all: dashed lines at the median and at both ends of the 90%. ",
                        "；遵循全部建议：虚线为中位数与 90% 区间的两端。"
                    )
                    : new LocalText(". ", "。")
            )
        );
        return new(
            new FanChart(AxisFormat.Percent, held.Dates, series, horizons),
            Sentence.Plain("{caption}{context}", "{caption}{context}", ("caption", caption), ("context", Ranges(context, portfolio)))
        )
        {
            Title = Sentence.Plain(
                "Nine paths in ten end between {low} and {high} after {span}, as held",
                "维持现状时，{span}后十分之九的路径介于 {low} 与 {high} 之间",
                (
                    "low",
                    FormattedFigure.BriefPercent(portfolio.AsHeld.Horizons[context.Middle].Measures[MeasureKinds.Q05], withPlus: true).Value
                ),
                (
                    "high",
                    FormattedFigure.BriefPercent(portfolio.AsHeld.Horizons[context.Middle].Measures[MeasureKinds.Q95], withPlus: true).Value
                ),
                ("span", CommonTexts.Span(context.MiddleHorizon.Tenor))
            ),
        };
    }

    /// <summary>
    /// The deepest fall so far from a peak, at each horizon: bands over the paths; null where the paths were not kept.
    /// </summary>
    public static Figure? Drawdowns(ReportContext context, PortfolioResult portfolio)
    {
        if (portfolio.AsHeld.Horizons.Any(h => h.Drawdowns.IsEmpty))
            return null;
        List<Bands> series = [Falls(CommonTexts.Held, portfolio.AsHeld)];
        if (portfolio.IsChanged())
            series.Add(Falls(CommonTexts.Following, portfolio.FollowingAll));
        return new(
            new FanChart(
                AxisFormat.Percent,
                [context.Scenario.AsOf, .. context.Scenario.Horizons.Select(h => h.Date)],
                series,
                [.. context.Scenario.Horizons.Select(h => new NamedDate(h.Date, CommonTexts.Span(h.Tenor)))]
            ),
            new LocalText(
                "The deepest fall from a peak by each horizon, as a part of the peak, below zero: the median and "
                    + "bands that hold half and 90% of "
                    + "the paths; between horizons straight lines.",
                "截至各期限的最大回撤（占此前高点，记为负值）：中位数，以及分别包含一半与 90% 路径的色带；期限之间以直线相连。"
            )
        )
        {
            Title = Sentence.Plain(
                "One path in twenty falls by {fall} or more within {span}, as held",
                "维持现状时，每 20 条路径中有 1 条在 {span}内下跌 {fall} 以上",
                ("fall", FormattedFigure.Rounded(-series[0].P5[^1])),
                ("span", CommonTexts.Span(context.Scenario.Horizons[^1].Tenor))
            ),
        };
    }

    private static Bands Falls(LocalText name, VariantResult variant)
    {
        var sorted = variant
            .Horizons.Select(h =>
            {
                var falls = h.Drawdowns.ToArray();
                Array.Sort(falls);
                return falls;
            })
            .ToList();
        // The deep falls are the low end of the picture; no fall has happened on the first day.
        double[] At(double share) => [0, .. sorted.Select(s => -(double)s[(int)((1 - share) * (s.Length - 1))])];
        return new(name, At(0.05), At(0.25), At(0.5), At(0.75), At(0.95));
    }

    public static Bands Bands(LocalText name, Fan fan) => new(name, fan.Q05, fan.Q25, fan.Median, fan.Q75, fan.Q95);

    /// <summary>Profits at a horizon; null where no histogram was recorded.</summary>
    public static Figure? Histogram(PortfolioResult portfolio, int horizon)
    {
        var held = portfolio.AsHeld.Horizons[horizon];
        List<(LocalText Name, HorizonResult Result)> shown = [(CommonTexts.Held, held)];
        if (portfolio.IsChanged())
            shown.Add((CommonTexts.Following, portfolio.FollowingAll.Horizons[horizon]));
        var series = shown.Where(s => s.Result.Histogram is not null).Select(s => Distribution(s.Name, s.Result)).ToList();
        if (series.Count == 0)
            return null;

        var said = CommonTexts.Join(
            shown.Select(s =>
                Sentence.Plain(
                    "{variant}: VaR 95% {var95}, ES 95% {es95}",
                    "{variant}：95% VaR {var95}，95% ES {es95}",
                    ("variant", s.Name),
                    ("var95", FormattedFigure.Percent(s.Result.Measures.Var95).Value),
                    ("es95", FormattedFigure.Percent(s.Result.Measures.Es95).Value)
                )
            ),
            CommonTexts.Semicolon
        );
        var caption = Sentence.Plain(
            "Profit after {span} relative to today's value; VaR and ES are losses and are marked as negative profits. "
                + "{said}. The outermost 0.3% of the paths at each end lie outside the picture at most.",
            "{span}后相对今日价值的收益；VaR 与 ES 为损失，标于对应的负收益处。{said}。两端各至多 0.3% 的路径在图外。",
            ("span", CommonTexts.Span(held.Horizon.Tenor)),
            ("said", said)
        );
        return new(new HistogramChart(AxisFormat.Percent, series), caption)
        {
            Title = Sentence.Plain(
                "{loss} of the paths have lost money after {span}, as held",
                "维持现状时，{span}后有 {loss} 的路径亏损",
                ("loss", FormattedFigure.BriefPercent(held.Measures.LossProbability).Value),
                ("span", CommonTexts.Span(held.Horizon.Tenor))
            ),
        };
    }

    /// <summary>What the fan shows at the middle horizon, for those who cannot see it.</summary>
    private static LocalText Ranges(ReportContext context, PortfolioResult portfolio)
    {
        static LocalText Range(MeasureSet measures) =>
            Sentence.Plain(
                "{measures} and {measures2}",
                "{measures} 与 {measures2}",
                ("measures", FormattedFigure.Percent(measures[MeasureKinds.Q05], withPlus: true).Value),
                ("measures2", FormattedFigure.Percent(measures[MeasureKinds.Q95], withPlus: true).Value)
            );
        var said = Sentence.Plain(
            "After {span} 90% of the profits lie between {measures} as held",
            "{span}后 90% 的收益介于 {measures} 之间（维持现状）",
            ("span", CommonTexts.Span(context.MiddleHorizon.Tenor)),
            ("measures", Range(portfolio.AsHeld.Horizons[context.Middle].Measures))
        );
        if (portfolio.IsChanged())
        {
            said = Sentence.Plain(
                "{said}, between {measures} following all",
                "{said}，或介于 {measures} 之间（遵循全部建议）",
                ("said", said),
                ("measures", Range(portfolio.FollowingAll.Horizons[context.Middle].Measures))
            );
        }

        return Sentence.Plain("{said}.", "{said}。", ("said", said));
    }

    private static Distribution Distribution(LocalText name, HorizonResult result)
    {
        var histogram = result.Histogram!;
        var total = (double)histogram.Below + histogram.Above + histogram.Counts.Sum(c => (long)c);
        var (first, last) = (0, histogram.Counts.Count - 1);
        for (var cut = histogram.Below / total; first < last && cut + histogram.Counts[first] / total < Trimmed; first++)
            cut += histogram.Counts[first] / total;
        for (var cut = histogram.Above / total; last > first && cut + histogram.Counts[last] / total < Trimmed; last--)
            cut += histogram.Counts[last] / total;
        var shares = histogram.Counts.Skip(first).Take(last - first + 1).Select(c => c / total).ToList();
        Mark[] marks =
        [
            new(-result.Measures.Var95.Value, LocalText.Same("VaR 95%")),
            new(-result.Measures.Es95.Value, LocalText.Same("ES 95%")),
        ];
        return new(name, histogram.Low + first * histogram.Width, histogram.Width, shares, [.. marks.Where(m => double.IsFinite(m.Value))]);
    }
}
