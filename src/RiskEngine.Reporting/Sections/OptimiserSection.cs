using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>What an optimiser would hold, beside the portfolios and the advice.</summary>
internal static class OptimiserSection
{
    private const double Visible = 0.005;
    private const double Large = 0.05;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Optimiser is not { } optimiser)
            return null;
        var span = CommonTexts.Span(optimiser.Horizon.Tenor);
        var gap = optimiser.Frontier.Max(f => f.Gap);
        List<Block> blocks =
        [
            new Paragraph(
                Sentence.Plain(
                    "For each mean profit, an optimiser seeks the weights whose worst 5% of paths lose least after {span} (least "
                        + "expected shortfall, Rockafellar and Uryasev 2000), long only, within the caps of the scenario, bought today and "
                        + "left alone. Every answer comes with a proof of how near the best it is: here within {gap} of the portfolio's "
                        + "value.",
                    "对每一平均收益，优化器寻找在 {span}后最差 5% 路径亏损最小的权重（最小预期尾部损失，Rockafellar 与 "
                        + "Uryasev，2000）；只做多、不超过情景文件所设上限、今日买入后不再调整。每个答案都附有与最优差距的证明，此处不超过 {gap}（占组合价值）。",
                    ("span", span),
                    ("gap", FormattedFigure.Known(gap))
                )
            ),
            new Paragraph(
                Sentence.Of(
                    "{notAdvice} An optimiser believes every expected return to the last digit, and small errors in them move its "
                        + "weights far. It is also judged on the very paths it was fitted to, so that its figures are a little too good; "
                        + "sampling errors are as large as above for the portfolios. Its use is to show what the same loss, or the same "
                        + "profit, would cost elsewhere. An ES below zero is a gain even on the worst 5% of the paths.",
                    "{notAdvice}优化器对每个期望收益深信不疑，而其微小误差会大幅改变权重；它又在用于求解的同一批路径上评判，数字略偏乐观，抽样误差与前文各组合相当。其用处在于显示：同样的亏损或收益，"
                        + "换一种持有方式代价如何。ES 为负表示即使在最差 5% 的路径上平均也有盈利。",
                    ("notAdvice", Prose.Strong(new("Not advice.", "并非建议。")))
                )
            ),
            Chart(optimiser, span),
            Standing(optimiser),
            new Paragraph(
                Sentence.Plain(
                    "Equal shares of risk: weights at which every instrument with risk adds the same to volatility (risk parity); what "
                        + "has none, as cash, has the part that equal weights give it. Mean profit {mean}, ES 95% {es95}.",
                    "风险平价：每个有风险的标的对波动率贡献相同的权重；无风险者（如现金）取等权所得的份额。平均收益 {mean}，95% ES {es95}。",
                    ("mean", FormattedFigure.Rounded(optimiser.RiskParity.Mean, withPlus: true)),
                    ("es95", FormattedFigure.Rounded(optimiser.RiskParity.Es95))
                )
            ),
        ];
        if (Advice(optimiser) is { } advice)
        {
            blocks.Add(new Subheading(new LocalText("How much of each piece of advice", "每条建议遵循多少")));
            blocks.AddRange(advice);
        }

        blocks.AddRange(
            optimiser.Portfolios.Select(p => new Fold(
                Sentence.Plain("Weights: {portfolio}", "权重：{portfolio}", ("portfolio", p.Portfolio.Name)),
                [Weights(optimiser, p)]
            ))
        );
        blocks.Add(new Fold(new LocalText("Weights along the frontier", "有效前沿各点的权重"), [Along(optimiser)]));
        return new(
            "optimiser",
            new("Portfolio optimisation: what an optimiser would hold", "组合优化：优化器会怎样持有"),
            new("Optimisation", "组合优化"),
            blocks
        );
    }

    private static Figure Chart(OptimiserResults optimiser, LocalText span)
    {
        static CurvePoint At(OptimalWeights w) => new(w.Es95, w.Mean);
        static CurvePoint Named(OptimisedPortfolio p, OptimalWeights w) => new(w.Es95, w.Mean, p.Portfolio.Name);
        List<Curve> curves =
        [
            new(new("Least loss for each mean", "各均值下亏损最小"), [.. optimiser.Frontier.Select(At)], 0, Joined: true),
            new(new("Least variance for each mean", "各均值下方差最小"), [.. optimiser.MeanVariance.Select(At)], 4, Joined: true),
            new(new("Portfolios as held", "组合：维持现状"), [.. optimiser.Portfolios.Select(p => Named(p, p.AsHeld))], 1, Joined: false),
            new(new("Following all", "遵循全部建议"), [.. optimiser.Portfolios.Select(p => Named(p, p.FollowingAll))], 2, Joined: false),
            new(new("Equal shares of risk", "风险平价"), [At(optimiser.RiskParity)], 3, Joined: false),
        ];
        return new(
            new CurvesChart(AxisFormat.Percent, new("Mean profit", "平均收益"), AxisFormat.Percent, new("ES 95%", "95% ES"), curves),
            Sentence.Plain(
                "Mean profit against expected shortfall after {span}: the frontier, that of the least variance (Markowitz 1952) beside it, "
                    + "the portfolios with and without the advice, and weights that share volatility equally.",
                "平均收益与预期尾部损失（{span}后）：有效前沿、最小方差前沿（Markowitz，1952）、组合（遵循建议前后）及波动均摊的风险平价权重。",
                ("span", span)
            )
        )
        {
            Title = optimiser.Frontier.Count == 0 ? null : Range(optimiser),
        };
    }

    /// <summary>From where to where the frontier goes.</summary>
    private static LocalText Range(OptimiserResults optimiser)
    {
        var (low, high) = (optimiser.Frontier.MinBy(w => w.Es95)!, optimiser.Frontier.MaxBy(w => w.Es95)!);
        return Sentence.Plain(
            "The frontier goes from a mean profit of {low} at an ES 95% of {lowEs} to {high} at {highEs}",
            "有效前沿：从平均收益 {low}（95% ES {lowEs}）到 {high}（{highEs}）",
            ("low", FormattedFigure.Rounded(low.Mean, withPlus: true)),
            ("lowEs", FormattedFigure.Rounded(low.Es95)),
            ("high", FormattedFigure.Rounded(high.Mean, withPlus: true)),
            ("highEs", FormattedFigure.Rounded(high.Es95))
        );
    }

    private static Table Standing(OptimiserResults optimiser)
    {
        static Cell Figures(OptimalWeights? w) =>
            w is null
                ? new(new LocalText("out of reach", "无法达到"))
                : new(
                    Sentence.Plain(
                        "{mean} / {es95}",
                        "{mean} / {es95}",
                        ("mean", FormattedFigure.Rounded(w.Mean, withPlus: true)),
                        ("es95", FormattedFigure.Rounded(w.Es95))
                    )
                );
        return new(
            [
                new LocalText("Mean profit / ES 95%", "平均收益 / 95% ES"),
                new Column(CommonTexts.Held, Numeric: true),
                new Column(CommonTexts.Following, Numeric: true),
                new Column(new("Optimiser, same mean as following", "优化器，平均收益同遵循建议"), Numeric: true),
                new Column(new("Best part of the advice (shares below)", "最佳的部分遵循（比例见下）"), Numeric: true),
            ],
            [
                .. optimiser.Portfolios.Select(p =>
                    (IReadOnlyList<Cell>)
                        [
                            p.Portfolio.Name,
                            Figures(p.AsHeld),
                            Figures(p.FollowingAll),
                            Figures(p.SameMean),
                            Figures(p.Advice is { } a ? new OptimalWeights([], a.Mean, a.Es95, a.Gap) : null),
                        ]
                ),
            ]
        );
    }

    private static IEnumerable<Block>? Advice(OptimiserResults optimiser)
    {
        var mixes = optimiser.Portfolios.Where(p => p.Advice is not null).ToList();
        if (mixes.Count == 0)
            return null;
        Recommendation[] advice = [.. mixes[0].Advice!.Shares.Select(s => s.Recommendation)];
        List<Column> columns = [new Column(new("Recommendation", "建议"), Wide: true)];
        columns.AddRange(mixes.Select(p => new Column(p.Portfolio.Name, Numeric: true)));
        return
        [
            new Paragraph(
                new LocalText(
                    "Within the advice itself: following each recommendation from not at all (0%) to in full (100%), which mix loses "
                        + "least in the worst 5% of paths without earning less on average than holding?",
                    "只在建议之内选择：每条建议可从完全不遵循（0%）到全部遵循（100%），在平均收益不低于维持现状的前提下，哪种组合在最差 5% 路径上亏损最小？"
                )
            ),
            new Table(
                columns,
                [
                    .. advice.Select(
                        (r, at) =>
                            (IReadOnlyList<Cell>)[r.Name, .. mixes.Select(p => (Cell)FormattedFigure.Rounded(p.Advice!.Shares[at].Share))]
                    ),
                ]
            ),
        ];
    }

    private static Table Weights(OptimiserResults optimiser, OptimisedPortfolio p)
    {
        var rows = Enumerable
            .Range(0, optimiser.Instruments.Count)
            .Where(i =>
                optimiser.RiskParity.Weights[i] >= Large
                || new[] { p.AsHeld, p.FollowingAll, p.SameMean }.OfType<OptimalWeights>().Any(w => w.Weights[i] >= Visible)
            )
            .OrderByDescending(i => p.SameMean?.Weights[i] ?? 0)
            .ThenByDescending(i => p.AsHeld.Weights[i]);
        return new(
            [
                new LocalText("Instrument", "标的"),
                new Column(CommonTexts.Held, Numeric: true),
                new Column(CommonTexts.Following, Numeric: true),
                new Column(new("Optimiser, same mean as following", "优化器，平均收益同遵循建议"), Numeric: true),
                new Column(new("Equal shares of risk", "风险平价"), Numeric: true),
            ],
            [
                .. rows.Select(i =>
                    (IReadOnlyList<Cell>)
                        [
                            ReportContext.Name(optimiser.Instruments[i]),
                            FormattedFigure.Rounded(p.AsHeld.Weights[i]),
                            FormattedFigure.Rounded(p.FollowingAll.Weights[i]),
                            p.SameMean is { } same ? FormattedFigure.Rounded(same.Weights[i]) : LocalText.Same("–"),
                            FormattedFigure.Rounded(optimiser.RiskParity.Weights[i]),
                        ]
                ),
            ]
        );
    }

    private static Table Along(OptimiserResults optimiser)
    {
        var points = Enumerable.Range(0, 5).Select(k => optimiser.Frontier[k * (optimiser.Frontier.Count - 1) / 4]).Distinct().ToArray();
        List<Column> columns = [new LocalText("Mean profit / ES 95%", "平均收益 / 95% ES")];
        columns.AddRange(
            points.Select(f => new Column(
                Sentence.Plain(
                    "{mean} / {es95}",
                    "{mean} / {es95}",
                    ("mean", FormattedFigure.Rounded(f.Mean, withPlus: true)),
                    ("es95", FormattedFigure.Rounded(f.Es95))
                ),
                Numeric: true
            ))
        );
        return new(
            columns,
            [
                .. Enumerable
                    .Range(0, optimiser.Instruments.Count)
                    .Where(i => points.Any(f => f.Weights[i] >= Visible))
                    .Select(i =>
                        (IReadOnlyList<Cell>)
                            [
                                ReportContext.Name(optimiser.Instruments[i]),
                                .. points.Select(f => (Cell)FormattedFigure.Rounded(f.Weights[i])),
                            ]
                    ),
            ]
        );
    }
}
