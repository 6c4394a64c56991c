using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>
/// How wrong the model may be: worst cases over all models near this one, and how near one lies that turns the conclusion.
/// </summary>
internal static class UncertaintySection
{
    // In standard deviations of a mean: what nobody can tell apart, what can be doubted, what it takes much to doubt.
    private const double Thread = 0.1;
    private const double Fragile = 0.35;
    private const double Firm = 1;

    public static Section? Build(ReportContext context)
    {
        if (context.Results.Uncertainty is not { } uncertainty)
            return null;
        List<Block> blocks =
        [
            new Paragraph(
                new LocalText(
                    "Every model is wrong; the question is how wrong it may be. A distance to other models is measured by relative "
                        + "entropy, told here as the number of standard deviations by which "
                        + "a mean could be off. At each distance the worst of all models, whatever it looks like, is computed exactly "
                        + "on the paths (Glasserman and Xu 2014).",
                    "任何模型都有错，问题是能错多少。与其他模型的距离用相对熵衡量，这里换算成“均值可能偏离几个标准差”。在每个距离上，直接在路径上算出所有可能模型中最坏的一个（Glasserman 与 Xu，2014）。"
                )
            ),
        ];
        if (Turnings(context, uncertainty) is { } turnings)
            blocks.AddRange(turnings);
        blocks.Add(WorstCasePicture.Chart(uncertainty));
        blocks.Add(Table(uncertainty));
        if (uncertainty.WorstCases.Any(w => w.Es95.Any(e => !e.HasError)))
        {
            blocks.Add(
                new Paragraph(
                    new LocalText(
                        "'At least': fewer than 20 of the simulated paths carry that tail, and a worse one may not have been drawn.",
                        "“至少”：该尾部只由不足 20 条模拟路径支撑，更坏的路径可能未被抽到。"
                    )
                )
            );
        }

        return new(
            "model-risk",
            new("Model risk: how wrong the model may be", "模型风险：模型可以错到什么程度"),
            new("Model risk", "模型风险"),
            blocks
        );
    }

    private static LocalText Name(WorstCases w) => CommonTexts.Of(w.Portfolio, w.Variant);

    private static string Deviations(double radius) => Math.Sqrt(2 * radius).ToString("0.0#");

    private static IEnumerable<Block>? Turnings(ReportContext context, UncertaintyResults uncertainty)
    {
        if (uncertainty.Turnings.Count == 0)
            return null;
        var head = new Subheading(
            new LocalText("Does following the advice earn more than holding, on average?", "遵循建议的平均收益是否高于维持现状？")
        );
        var points = new Bullets([
            .. uncertainty.Turnings.Where(t => t.Horizon == context.MiddleHorizon).Select(t => Description(context, t)),
        ]);
        var all = new Fold(
            new LocalText("The same at every horizon", "各期限的结果"),
            [
                new Table(
                    [
                        new LocalText("Portfolio", "组合"),
                        new LocalText("After", "期限"),
                        new Column(new("Following less holding, mean (points)", "遵循减维持，均值（百分点）"), Numeric: true),
                        new Column(new("Relative entropy at which it turns", "结论翻转的相对熵"), Numeric: true),
                        new Column(new("In standard deviations", "折合标准差"), Numeric: true),
                        new Column(new("Chance of mistaking the two models", "认错模型的概率"), Numeric: true),
                    ],
                    [
                        .. uncertainty.Turnings.Select(t =>
                            (IReadOnlyList<Cell>)
                                [
                                    t.Portfolio.Name,
                                    CommonTexts.Span(t.Horizon.Tenor),
                                    FormattedFigure.Points(t.Effect).AsCell(),
                                    FormattedFigure.Plain(t.Radius).AsCell(),
                                    LocalText.Same(Digits.Write(t.Deviations, 2)),
                                    double.IsNaN(t.DetectionError) ? CommonTexts.NotAvailable : FormattedFigure.Rounded(t.DetectionError),
                                ]
                        ),
                    ]
                ),
            ]
        );
        var meanOnly = new Paragraph(
            new LocalText(
                "This is about the mean profit alone. What following does to losses is a question of its own: see the worst cases "
                    + "below, as held and following all.",
                "以上只涉及平均收益；遵循建议对亏损的影响是另一个问题，见下方维持现状与遵循全部建议的最坏情形。"
            )
        );
        return [head, points, meanOnly, all];
    }

    private static Prose Description(ReportContext context, Turning t)
    {
        var better = t.Effect.Value >= 0;
        (string, ProseHole)[] holes =
        [
            ("portfolio", t.Portfolio.Name),
            ("difference", Unsigned(better ? t.Effect : t.Effect.Negate()).Inline(AnswerPoints.Points)),
            ("span", CommonTexts.Span(context.MiddleHorizon.Tenor)),
        ];
        var start = better
            ? Sentence.Of(
                "{portfolio}: following earns {difference} more than holding, on average after {span}. ",
                "{portfolio}：{span}后遵循建议平均多赚 {difference}。",
                holes
            )
            : Sentence.Of(
                "{portfolio}: following earns {difference} less than holding, on average after {span}. ",
                "{portfolio}：{span}后遵循建议平均少赚 {difference}。",
                holes
            );
        if (!t.Radius.IsAvailable)
        {
            return start
                + new LocalText(
                    "It does so on every path: no other weighting of them turns that.",
                    "每条路径都如此：任何加权都不会改变结论。"
                );
        }

        var mistaken = FormattedFigure.Rounded(t.DetectionError);
        return start
            + Sentence.Of(
                "A model in which both earn the same lies {deviations} standard deviations away (relative entropy {radius}): "
                    + "someone who saw one outcome and had to say which of the two models made it would be wrong {mistaken} of the "
                    + "time, where guessing gives 50%. {verdict}",
                "使两者收益相同的模型与此相距 {deviations} 个标准差（相对熵 {radius}）：只看一次结果来判断出自哪个模型，判错的概率为 {mistaken}（随意猜为 "
                    + "50%）。{verdict}",
                ("deviations", Prose.Strong(LocalText.Same(Digits.Write(t.Deviations, 2)))),
                ("radius", FormattedFigure.Plain(t.Radius).Value),
                ("mistaken", mistaken),
                ("verdict", Prose.Strong(Verdict(t.Deviations, better)))
            );
    }

    /// <summary>The smallest change of the model that turns the verdict on a portfolio's mean; null where that was not asked.</summary>
    public static Prose? SmallestTurn(ReportContext context, PortfolioResult portfolio)
    {
        var turning = context.Results.Uncertainty?.Turnings.FirstOrDefault(t =>
            t.Portfolio.Id == portfolio.Portfolio.Id && t.Horizon == context.MiddleHorizon
        );
        if (turning is not { Radius.IsAvailable: true })
            return null;
        var better = turning.Effect.Value >= 0;
        return Sentence.Of(
                "{what}on average {winner} comes out {difference} ahead{chance}. {verdict}",
                "{what}平均而言，{winner}领先 {difference}{chance}。{verdict}",
                ("what", AnswerPoints.Question("What changes it: ", "什么会改变结论：")),
                ("winner", better ? new LocalText("following", "遵循建议") : new LocalText("holding", "维持现状")),
                ("difference", Unsigned(better ? turning.Effect : turning.Effect.Negate()).Inline(AnswerPoints.Points)),
                (
                    "chance",
                    turning.Effect.Low > 0 || turning.Effect.High < 0
                        ? new LocalText(", more than other random numbers would change", "，超出抽样误差")
                        : new LocalText(", no more than other random numbers would change", "，未超出抽样误差")
                ),
                ("verdict", Verdict(turning.Deviations, better))
            ) + TurningClaim(context, portfolio, better);
    }

    /// <summary>The claim that turns the verdict with the least probability of being false.</summary>
    private static Prose TurningClaim(ReportContext context, PortfolioResult portfolio, bool better)
    {
        var claims = context.Results.Attribution?.Claims.Where(c => c.BreakEvens.Count > 0).ToList() ?? [];
        if (claims.Count == 0)
            return Prose.Empty;
        var first = claims
            .SelectMany(c => c.BreakEvens.Select(b => (Claim: c, BreakEven: b)))
            .Where(x => x.BreakEven.Portfolio.Id == portfolio.Portfolio.Id && x.BreakEven.Probability.IsAvailable)
            .OrderBy(x => x.BreakEven.Probability.Value)
            .FirstOrDefault();
        return first.Claim is null
            ? new LocalText(" No single claim of the articles turns it, even if it is false.", "文章中没有任何一条主张不成立便足以翻转它。")
            : Sentence.Of(
                " The claim that would first put {other} ahead is {claim}, in our words: {says} It is taken as true; a probability of "
                    + "{probability} that it is false, with the forecasts, risks and advice that rest on it gone, makes the two equal.",
                "最先使{other}反超的主张是{claim}（转述）：{says}模型目前视其为真；若其不成立的概率达到 {probability}（依据它的预测、风险与建议随之取消），两者持平。",
                ("other", better ? new LocalText("holding", "维持现状") : new LocalText("following", "遵循建议")),
                ("says", context.Find(ClaimSection.Ref(first.Claim)) is { } told ? (Prose)told.Says : Prose.Empty),
                ("claim", Prose.Within(context.Place(ClaimSection.Ref(first.Claim)), ClaimSection.Anchor(ClaimSection.Ref(first.Claim)))),
                ("probability", FormattedFigure.BriefPercent(AsProbability(first.BreakEven.Probability)).Inline())
            );
    }

    /// <summary>An interval that sampling carries beyond none or all ends there.</summary>
    private static Estimate AsProbability(Estimate p) => p with { Low = Math.Clamp(p.Low, 0, 1), High = Math.Clamp(p.High, 0, 1) };

    private static FormattedFigure Unsigned(Estimate effect)
    {
        var shown = FormattedFigure.BriefPoints(effect);
        return shown with { Value = LocalText.Same(shown.Value.English.TrimStart('+')) };
    }

    private static LocalText Verdict(double deviations, bool better)
    {
        var conclusion = better
            ? new LocalText("That following earns more", "“遵循建议赚得更多”")
            : new LocalText("That holding earns more", "“维持现状赚得更多”");
        return deviations switch
        {
            < Thread => Sentence.Plain(
                "{conclusion} is in any case too close to call: a model that says the opposite could hardly be told from this one.",
                "{conclusion}难下定论：得出相反结论的模型与本模型几乎无法区分。",
                ("conclusion", conclusion)
            ),
            < Fragile => Sentence.Plain(
                "{conclusion} is fragile: a small mistake in the model turns it.",
                "{conclusion}较为脆弱：模型稍有差错即会翻转。",
                ("conclusion", conclusion)
            ),
            < Firm => Sentence.Plain(
                "{conclusion} is fairly firm: the model must be clearly wrong to turn it.",
                "{conclusion}较为稳固：模型须明显有误才会翻转。",
                ("conclusion", conclusion)
            ),
            _ => Sentence.Plain(
                "{conclusion} is firm: only a quite different world turns it.",
                "{conclusion}十分稳固：只有截然不同的世界才会翻转。",
                ("conclusion", conclusion)
            ),
        };
    }

    private static Table Table(UncertaintyResults uncertainty)
    {
        List<Column> columns =
        [
            new LocalText("Highest ES 95%, and lowest mean profit, each by itself", "最高的 95% ES 与最低的平均收益（各自取最坏）"),
        ];
        columns.AddRange(
            uncertainty.Radii.Select(
                (r, i) =>
                    new Column(
                        r == 0
                            ? new("model", "模型")
                            : Sentence.Plain(
                                "off by {deviations} standard deviations (mistaken {detectionErrors} of the time)",
                                "偏离 {deviations} 个标准差（认错 {detectionErrors}）",
                                ("deviations", Deviations(r)),
                                ("detectionErrors", FormattedFigure.Rounded(uncertainty.DetectionErrors[i]))
                            ),
                        Numeric: true
                    )
            )
        );
        return new(
            columns,
            [.. uncertainty.WorstCases.Select(w => (IReadOnlyList<Cell>)[Name(w), .. w.Es95.Select((es, i) => Worst(es, w.Mean[i]))])]
        );
    }

    /// <summary>The shortfall; below it its interval and the mean.</summary>
    private static Cell Worst(Estimate es95, Estimate mean)
    {
        var profit = (Prose)(Sentence.Plain("mean {mean}", "均值 {mean}", ("mean", FormattedFigure.Percent(mean, withPlus: true).Value)));
        return es95.HasError
            ? new(FormattedFigure.Percent(es95).Value, CommonTexts.Lines([FormattedFigure.Percent(es95).Interval, profit]))
            : new(Sentence.Plain("at least {es95}", "至少 {es95}", ("es95", FormattedFigure.Rounded(es95.Value))), profit);
    }
}
