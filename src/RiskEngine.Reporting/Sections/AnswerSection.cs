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
            blocks.Add(new Paragraph(CommonTexts.Of(context.Scenario.Summary)));
        if (context.Results.Base.Case.Id != context.Scenario.Base.Id)
        {
            blocks.Add(
                new Paragraph(
                    Prose.Strong(
                        new Text(
                            "The base case was not simulated: all figures but the comparison of cases are ",
                            "未模拟基准情景：除情景对比外，所有数字均为"
                        )
                            + context.InTheCase
                            + new Text(".", "的结果。")
                    )
                )
            );
        }

        foreach (var dropped in context.Results.Dropped)
        {
            var name = CommonTexts.Of(dropped.Factor.Name);
            blocks.Add(
                new Paragraph(
                    Prose.Strong(
                        new Text("A factor was dropped: ", "一个因子已被剔除：")
                            + name
                            + new Text(
                                " is left out of all figures, for its own code failed. It stays on its expected path and moves no "
                                    + "price; what it would have done is missing here. The reason stands under ",
                                "因自身代码出错，未计入任何数字。它停留在预期路径上，不影响价格；其本应产生的作用在此缺失。原因见"
                            )
                    )
                        + Prose.Within(NoticeSection.Title, NoticeSection.Id)
                        + Prose.Strong(new(".", "。"))
                )
            );
        }

        var portfolios = context.Results.Base.Portfolios;
        foreach (var portfolio in portfolios)
            blocks.Add(
                new Answer(CommonTexts.Of(portfolio.Portfolio.Name), Headline(context, portfolio), AnswerPoints.Of(context, portfolio))
            );
        if (portfolios.Count == 0)
            blocks.Add(
                new Paragraph(
                    new Text(
                        "The scenario holds no portfolio, so there is no profit or loss to tell of.",
                        "该情景不含任何组合，因此没有盈亏可言。"
                    )
                )
            );
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

    private static Prose Headline(ReportContext context, PortfolioResult portfolio)
    {
        var at = context.Middle;
        var held = portfolio.AsHeld.Horizons[at].Measures;
        var span = CommonTexts.Span(context.MiddleHorizon.Tenor);
        if (!portfolio.IsChanged())
        {
            return new Text("No recommendation changes this portfolio: over ", "没有任何建议改变该组合：")
                + span
                + new Text(" its median profit is ", "的收益中位数为 ")
                + FormattedFigure.BriefPercent(held.Median, withPlus: true).Inline()
                + new Text(", its mean profit ", "；平均收益为 ")
                + FormattedFigure.BriefPercent(held.Mean, withPlus: true).Inline()
                + Tail(held.Var95)
                + new Text(".", "。");
        }

        var following = portfolio.FollowingAll.Horizons[at].Measures;
        var effect = portfolio.FollowingEffects[at];
        var said =
            new Text("Following ", "按")
            + context.TheAdvice
            + new Text(" ", "调整，")
            + Prose.Strong(Comparison.Of(effect, held))
            + new Text(": over ", "：")
            + span
            + new Text(" the median profit is ", "的收益中位数为 ")
            + FormattedFigure.BriefPercent(following.Median, withPlus: true).Inline()
            + Instead(
                FormattedFigure.BriefPercent(following.Median, withPlus: true),
                FormattedFigure.BriefPercent(held.Median, withPlus: true)
            )
            + new Text(", the mean profit ", "；平均收益")
            + Moves(effect.Mean)
            + Tail(following.Var95, held.Var95);
        var beat = following[MeasureKinds.BeatUnchangedProbability];
        if (beat.IsAvailable)
        {
            said =
                said
                + new Text("; it beats leaving the portfolio alone on ", "；在 ")
                + FormattedFigure.BriefPercent(beat).Inline()
                + new Text(" of the paths", "的路径上优于维持现状");
        }

        return said + new Text(".", "。");
    }

    private static Text Instead(FormattedFigure following, FormattedFigure held) =>
        following.Value == held.Value
            ? new Text(" either way", "，与维持现状相同")
            : new Text(" instead of ", "，维持现状为 ") + held.Value;

    private static Prose Moves(Estimate effect)
    {
        if (!effect.IsAvailable)
            return new Text("cannot be compared", "无法比较");
        if (Math.Abs(effect.Value) < AnswerPoints.Smallest)
            return new Text("hardly changes", "几乎不变");
        var shown = FormattedFigure.BriefPoints(effect.Value < 0 ? effect.Negate() : effect);
        return (effect.Value < 0 ? new Text("falls by ", "下降 ") : new Text("rises by ", "上升 "))
            + (shown with { Value = Text.Same(shown.Value.English.TrimStart('+')) }).Inline(AnswerPoints.Points);
    }

    /// <summary>The loss that 1 path in 20 exceeds; told as a result where even that path gains.</summary>
    private static Prose Tail(Estimate var95, Estimate? held = null)
    {
        var isLoss = var95.Value >= 0 && held is not { Value: < 0 };
        FormattedFigure As(Estimate loss) =>
            isLoss ? FormattedFigure.BriefPercent(loss) : FormattedFigure.BriefPercent(loss.Negate(), withPlus: true);
        var said = isLoss
            ? new Text(", and the loss that 1 path in 20 exceeds is ", "；每 20 条路径中有 1 条的亏损超过 ")
            : new Text(", and the result that 1 path in 20 falls below is ", "；每 20 条路径中有 1 条的收益低于 ");
        return said + As(var95).Inline() + (held is { } before ? (Prose)Instead(As(var95), As(before)) : Prose.Empty);
    }
}
