using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>All portfolios at once, as held and with the advice followed: one table, one chart, and how sure that is.</summary>
internal static class AnswerOverview
{
    public static IEnumerable<Block> Build(ReportContext context)
    {
        if (context.Results.Base.Portfolios.Count == 0)
            return [];
        return
        [
            .. context.ByCase(c =>
                context.ByHorizon(h =>
                    [
                        .. Verdict(context, c, h) is { } verdict ? new Block[] { verdict } : [],
                        Figures(context, c, h),
                        // Drawn of the base case alone: the page would grow by a fiftieth for what the table says.
                        .. ReferenceEquals(c, context.Results.Base) ? new Block[] { Chart(context, c, h) } : [],
                    ]
                )
            ),
            .. context.ByHorizon(h => [new Paragraph(HowSure(context, h))]),
        ];
    }

    private static IEnumerable<(LocalText Name, PortfolioResult Portfolio, MeasureSet Measures)> Rows(CaseResult @case, int horizon) =>
        @case.Portfolios.SelectMany(p =>
            (p.IsChanged() ? new[] { p.AsHeld, p.FollowingAll } : [p.AsHeld]).Select(v =>
                (ReferenceEquals(v, p.AsHeld) ? CommonTexts.Held : CommonTexts.Following, p, v.Horizons[horizon].Measures)
            )
        );

    /// <summary>One sentence for all portfolios that the advice changes; none where it changes nothing.</summary>
    private static Paragraph? Verdict(ReportContext context, CaseResult @case, int horizon)
    {
        var changed = @case.Portfolios.Where(p => p.IsChanged()).ToList();
        if (changed.Count == 0)
            return null;
        var verdicts = changed.Select(p =>
            Sentence.Of(
                "{portfolio} {verdict} (mean {mean}, ES 95% {es95})",
                "{portfolio}：{verdict}（平均收益 {mean}，95% ES {es95}）",
                ("portfolio", p.Portfolio.Name),
                ("verdict", Prose.Strong(Comparison.Of(p.FollowingEffects[horizon], p.AsHeld.Horizons[horizon].Measures))),
                ("mean", FormattedFigure.BriefPoints(p.FollowingEffects[horizon].Mean).Value),
                ("es95", FormattedFigure.BriefPoints(p.FollowingEffects[horizon].Es95).Value)
            )
        );
        return new(
            Sentence.Of(
                "After {span} in the case {case}, with {theAdvice} followed instead of holding (changes in percentage points): "
                    + "{verdicts}. {limits}",
                "情景“{case}”，{span}后，按{theAdvice}调整，与维持现状相比（变化以百分点计）——{verdicts}。{limits}",
                ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor)),
                ("case", @case.Case.Name),
                ("theAdvice", context.TheAdvice),
                ("verdicts", CommonTexts.Join(verdicts, CommonTexts.Semicolon)),
                ("limits", Prose.Quiet(Comparison.Limits))
            )
        );
    }

    private static Table Figures(ReportContext context, CaseResult @case, int horizon) =>
        new(
            [
                Sentence.Plain("After {span}", "{span}后", ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))),
                new Column(MeasureKinds.Median.Title, Numeric: true),
                new Column(new("ES 95% (a loss)", "95% ES（亏损）"), Numeric: true),
                new Column(MeasureKinds.LossProbability.Title, Numeric: true),
            ],
            [
                .. Rows(@case, horizon)
                    .Select(row =>
                        (IReadOnlyList<Cell>)
                            [
                                new Cell(row.Portfolio.Portfolio.Name, (Prose)row.Name),
                                WithMoney(context, row.Portfolio.Portfolio, row.Measures.Median, withPlus: true),
                                WithMoney(context, row.Portfolio.Portfolio, row.Measures.Es95),
                                FormattedFigure.BriefPercent(row.Measures.LossProbability).Value,
                            ]
                    ),
            ]
        );

    /// <summary>Per cent of today's value, below it the money: three significant digits, as the per cent have.</summary>
    private static Cell WithMoney(ReportContext context, Portfolio portfolio, Estimate figure, bool withPlus = false)
    {
        var percent = FormattedFigure.BriefPercent(figure, withPlus).Value;
        if (!figure.IsAvailable)
            return percent;
        var money = figure.Value * portfolio.Value;
        var unit = money == 0 ? 1 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(money))) - 2);
        var rounded = Digits.Write(unit < 1 ? money : Math.Round(money / unit) * unit, 0, withPlus);
        return new Cell(percent, (Prose)LocalText.Same($"{rounded} {context.Scenario.Currency}"));
    }

    /// <summary>The worst twentieth, the middle and the best twentieth of every portfolio and variant on one scale.</summary>
    private static Figure Chart(ReportContext context, CaseResult @case, int horizon)
    {
        var worst = Rows(@case, horizon).MaxBy(row => row.Measures.Es95.Value);
        return new(
            new CasesChart(
                AxisFormat.Percent,
                [
                    new("Mean of the worst 5%", "最差 5% 的平均"),
                    MeasureKinds.Median.Title,
                    new("Reached by the best 5%", "最好 5% 至少达到"),
                ],
                [
                    .. Rows(@case, horizon)
                        .Select(row => new DotRow(
                            Sentence.Plain(
                                "{portfolio}, {variant}",
                                "{portfolio}，{variant}",
                                ("portfolio", row.Portfolio.Portfolio.Name),
                                ("variant", row.Name)
                            ),
                            [
                                FormattedFigure.AsDot(row.Measures.Es95.Negate()),
                                FormattedFigure.AsDot(row.Measures.Median),
                                FormattedFigure.AsDot(row.Measures[MeasureKinds.Q95]),
                            ]
                        )),
                ]
            ),
            Sentence.Plain(
                "Profit after {span} of every portfolio on one scale, with 95% intervals; right is better. The mean of the worst 5% of the "
                    + "paths is minus ES 95%.",
                "各组合 {span}后的收益（同一刻度），附 95% 区间；越靠右越好。最差 5% 路径的平均收益即负的 95% ES。",
                ("span", CommonTexts.Span(context.Scenario.Horizons[horizon].Tenor))
            )
        )
        {
            Title = Sentence.Plain(
                "{portfolio}, {variant}, has the most to lose: {es95} on average in the worst 5%",
                "{portfolio}（{variant}）可能损失最多：最差 5% 的路径平均亏损 {es95}",
                ("portfolio", worst.Portfolio.Portfolio.Name),
                ("variant", worst.Name),
                ("es95", FormattedFigure.BriefPercent(worst.Measures.Es95).Value)
            ),
        };
    }

    /// <summary>The expected shortfall that all kinds of uncertainty together leave most open; empty where not asked for.</summary>
    private static Prose Together(ReportContext context)
    {
        var widest = context
            .Results.TotalUncertainty?.Figures.Where(f => f.Measure == MeasureKinds.Es95 && f.Figure.IsAvailable)
            .MaxBy(f => f.HalfWidth);
        return widest is null
            ? Prose.Empty
            : Sentence.Of(
                " With what is estimated, judged and read in more than one way, the ES 95% of {portfolio} is {es95} ±{all} points "
                    + "({section}).",
                "若计入估计、判断与多种理解的误差，{portfolio}的 95% ES 为 {es95} ±{all} 个百分点（{section}）。",
                ("portfolio", CommonTexts.Of(widest.Portfolio, widest.Variant)),
                ("es95", FormattedFigure.Rounded(widest.Figure.Value)),
                ("all", LocalText.Same(Digits.Write(100 * widest.HalfWidth, 1))),
                ("section", Prose.Within(TotalUncertaintySection.Title, TotalUncertaintySection.Id))
            );
    }

    /// <summary>Sampling, the span over the cases, and how many numbers are judgement.</summary>
    private static Prose HowSure(ReportContext context, int horizon)
    {
        var portfolios = context.Results.Base.Portfolios;
        var errors = portfolios.Select(p => p.FollowingAll.Horizons[horizon].Measures.Median).Where(m => m.HasError).ToList();
        (string, ProseHole)[] holes =
        [
            ("sampling", FormattedFigure.Number(errors.Count == 0 ? 0 : errors.Max(m => 100 * (m.High - m.Low) / 2), 2)),
            ("judgement", $"{context.Scenario.Ledger.Count(a => a.Source is Judgement or NotStated):N0}"),
            ("numbers", $"{context.Scenario.Ledger.Count:N0}"),
        ];
        var said = Sentence.Of(
            "How sure this is: other random numbers would move a median by about ±{sampling} percentage points; {judgement} of the "
                + "{numbers} numbers behind it are judgement or have no stated source.",
            "可信程度：换一组随机数，中位数变动约 ±{sampling} 个百分点；所依据的 {numbers} 个数字中，有 {judgement} 个为判断或未注明来源。",
            holes
        );
        said += Together(context);
        if (context.Results.Cases.Count < 2)
            return said;
        var medians = portfolios
            .SelectMany(p => context.Results.Cases.Select(c => p.In(c).FollowingAll.Horizons[horizon].Measures.Median))
            .Where(m => m.IsAvailable)
            .ToList();
        return medians.Count == 0
            ? said
            : said
                + Sentence.Of(
                    " Over the {cases} cases and all portfolios, advice followed, medians run from {lowest} to {highest}.",
                    "遵循建议时，各组合在 {cases} 个情景中的中位数介于 {lowest} 与 {highest} 之间。",
                    ("cases", $"{context.Results.Cases.Count}"),
                    ("lowest", FormattedFigure.BriefPercent(medians.MinBy(m => m.Value), withPlus: true).Value),
                    ("highest", FormattedFigure.BriefPercent(medians.MaxBy(m => m.Value), withPlus: true).Value)
                );
    }
}
