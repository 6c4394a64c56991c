using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>The answer in plain words, one for each portfolio, at the middle horizon of the base case.</summary>
internal static class AnswerSection
{
    public static Section Build(ReportContext context)
    {
        List<Block> blocks = [];
        if (context.Scenario.Summary.English.Length > 0)
            blocks.Add(new Paragraph(context.Scenario.Summary));
        if (context.Results.Base.Case.Id != context.Scenario.Base.Id)
        {
            blocks.Add(
                new Paragraph(
                    Prose.Strong(
                        Sentence.Plain(
                            "The base case was not simulated: all figures but the comparison of cases are {inTheCase}.",
                            "未模拟基准情景：除情景对比外，所有数字均为{inTheCase}的结果。",
                            ("inTheCase", context.InTheCase)
                        )
                    )
                )
            );
        }

        foreach (var dropped in context.Results.Dropped)
        {
            var name = dropped.Factor.Name;
            blocks.Add(
                new Paragraph(
                    Prose.Strong(
                        Sentence.Plain(
                            "A factor was dropped: {name} is left out of all figures, for its own code failed. It stays on its expected "
                                + "path and moves no price; what it would have done is missing here. The reason stands under ",
                            "一个因子已被剔除：{name}因自身代码出错，未计入任何数字。它停留在预期路径上，不影响价格；其本应产生的作用在此缺失。原因见",
                            ("name", name)
                        )
                    )
                        + Prose.Within(NoticeSection.Title, NoticeSection.Id)
                        + Prose.Strong(new(".", "。"))
                )
            );
        }

        var portfolios = context.Results.Base.Portfolios;
        blocks.AddRange(AnswerOverview.Build(context));
        foreach (var portfolio in portfolios)
        {
            blocks.Add(
                CommonTexts.About(
                    portfolio.Portfolio,
                    [.. context.ByCase(c => context.ByHorizon(h => [Answer(context, c, portfolio.In(c), h)]))]
                )
            );
        }

        if (portfolios.Count == 0)
        {
            blocks.Add(
                new Paragraph(
                    new LocalText(
                        "The scenario holds no portfolio, so there is no profit or loss to tell of.",
                        "该情景不含任何组合，因此没有盈亏可言。"
                    )
                )
            );
        }

        blocks.Add(
            new Paragraph(
                Prose.Quiet(
                    new(
                        "Ranges in brackets are 95% intervals of sampling error: how far a figure would move with other random "
                            + "numbers. They do not cover "
                            + "what the assumptions themselves may get wrong: for that see the cases and the assumption ledger. What "
                            + "the words mean stands in the ",
                        "括号内为抽样误差的 95% 区间：换一组随机数时数字可能的变动。它不包括假设本身的错误；后者请看各情景与假设清单。用语说明见"
                    )
                )
                    + Prose.Within(new("reading guide", "阅读说明"), MethodSection.Id)
                    + Prose.Quiet(new(".", "。"))
            )
        );
        return new("answer", new("The answer", "结论"), new("The answer", "结论"), blocks);
    }

    private static Answer Answer(ReportContext context, CaseResult @case, PortfolioResult portfolio, int horizon) =>
        new(portfolio.Portfolio.Name, Headline(context, portfolio, horizon), AnswerPoints.Of(context, @case, portfolio, horizon));

    private static Prose Headline(ReportContext context, PortfolioResult portfolio, int at)
    {
        var held = portfolio.AsHeld.Horizons[at].Measures;
        var span = CommonTexts.Span(context.Scenario.Horizons[at].Tenor);
        if (!portfolio.IsChanged())
        {
            return Sentence.Of(
                "No recommendation changes this portfolio: over {span} its median profit is {median}, its mean profit " + "{mean}{var95}.",
                "没有任何建议改变该组合：{span}的收益中位数为 {median}；平均收益为 {mean}{var95}。",
                ("span", span),
                ("median", FormattedFigure.BriefPercent(held.Median, withPlus: true).Inline()),
                ("mean", FormattedFigure.BriefPercent(held.Mean, withPlus: true).Inline()),
                ("var95", Tail(held.Var95))
            );
        }

        var following = portfolio.FollowingAll.Horizons[at].Measures;
        var effect = portfolio.FollowingEffects[at];
        var said = Sentence.Of(
            "Following {theAdvice} {effect}: over {span} the median profit is {median}{median2}, the mean profit " + "{mean}{var95}",
            "按{theAdvice}调整，{effect}：{span}的收益中位数为 {median}{median2}；平均收益{mean}{var95}",
            ("theAdvice", context.TheAdvice),
            ("effect", Prose.Strong(Comparison.Of(effect, held))),
            ("span", span),
            ("median", FormattedFigure.BriefPercent(following.Median, withPlus: true).Inline()),
            (
                "median2",
                Instead(
                    FormattedFigure.BriefPercent(following.Median, withPlus: true),
                    FormattedFigure.BriefPercent(held.Median, withPlus: true)
                )
            ),
            ("mean", Moves(effect.Mean)),
            ("var95", Tail(following.Var95, held.Var95))
        );
        var beat = following[MeasureKinds.BeatUnchangedProbability];
        if (beat.IsAvailable)
        {
            said =
                said
                + Sentence.Of(
                    "; it beats leaving the portfolio alone on {beat} of the paths",
                    "；在 {beat}的路径上优于维持现状",
                    ("beat", FormattedFigure.BriefPercent(beat).Inline())
                );
        }

        return said + new LocalText(".", "。");
    }

    private static LocalText Instead(FormattedFigure following, FormattedFigure held) =>
        following.Value == held.Value
            ? new LocalText(" either way", "，与维持现状相同")
            : Sentence.Plain(" instead of {held}", "，维持现状为 {held}", ("held", held.Value));

    private static Prose Moves(Estimate effect)
    {
        if (!effect.IsAvailable)
            return new LocalText("cannot be compared", "无法比较");
        if (Math.Abs(effect.Value) < AnswerPoints.Smallest)
            return new LocalText("hardly changes", "几乎不变");
        var shown = FormattedFigure.BriefPoints(effect.Value < 0 ? effect.Negate() : effect);
        return (effect.Value < 0 ? new LocalText("falls by ", "下降 ") : new LocalText("rises by ", "上升 "))
            + (shown with { Value = LocalText.Same(shown.Value.English.TrimStart('+')) }).Inline(AnswerPoints.Points);
    }

    /// <summary>The loss that 1 path in 20 exceeds; told as a result where even that path gains.</summary>
    private static Prose Tail(Estimate var95, Estimate? held = null)
    {
        var isLoss = var95.Value >= 0 && held is not { Value: < 0 };
        FormattedFigure As(Estimate loss) =>
            isLoss ? FormattedFigure.BriefPercent(loss) : FormattedFigure.BriefPercent(loss.Negate(), withPlus: true);
        var said = isLoss
            ? new LocalText(", and the loss that 1 path in 20 exceeds is ", "；每 20 条路径中有 1 条的亏损超过 ")
            : new LocalText(", and the result that 1 path in 20 falls below is ", "；每 20 条路径中有 1 条的收益低于 ");
        return said + As(var95).Inline() + (held is { } before ? (Prose)Instead(As(var95), As(before)) : Prose.Empty);
    }
}
