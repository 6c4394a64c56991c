using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>
/// What a reader asks next, for one portfolio: what to do, which risks, how sure, what changes it, where from, and case by case; each point
/// begins with the question that it answers.
/// </summary>
internal static class AnswerPoints
{
    /// <summary>Effects below this, as a fraction of today's value, are not named: a twentieth of a percentage point.</summary>
    public const double Smallest = 0.0005;

    private const int MostNamed = 3;

    public static LocalText Points { get; } = new(" percentage points", " 个百分点");

    public static IReadOnlyList<Prose> Of(ReportContext context, CaseResult @case, PortfolioResult portfolio, int horizon)
    {
        // The other cases are told in one sentence each: what carries the answer is worked out in the base case.
        if (!ReferenceEquals(@case, context.Results.Base))
            return [];
        return
        [
            .. new[]
            {
                horizon == context.Middle ? ImpliedAdvice.Of(context, portfolio) : null,
                Risks(context, portfolio, horizon),
                horizon == context.Middle ? TotalUncertaintySection.HowSure(context, portfolio) : null,
                horizon == context.Middle ? UncertaintySection.SmallestTurn(context, portfolio) : null,
                Advice(context, portfolio, horizon),
                Cases(context, portfolio, horizon),
            }.OfType<Prose>(),
        ];
    }

    /// <summary>A point's question, in bold before its answer.</summary>
    public static Prose Question(string english, string chinese) => Prose.Strong(new(english, chinese));

    /// <summary>The sentences of the articles that move the mean and the tail most.</summary>
    private static Prose? Advice(ReportContext context, PortfolioResult portfolio, int horizon) =>
        portfolio.IsChanged()
            ? Question("Where it comes from: ", "依据何在：")
                + MeanBy(context, portfolio, horizon)
                + (TailBy(context, portfolio, horizon) is { } tail ? new LocalText(" ", "") + tail : Prose.Empty)
            : null;

    /// <summary>The sentence of an article that moves the mean most, then the next ones.</summary>
    private static Prose MeanBy(ReportContext context, PortfolioResult portfolio, int horizon)
    {
        var effects = At(context, portfolio, horizon).OrderByDescending(e => Math.Abs(e.Last.Mean.Value)).ToList();
        var named = effects.Where(e => Counts(e.Last.Mean)).Take(MostNamed).ToList();
        if (named.Count == 0)
        {
            return new LocalText(
                "no single recommendation changes the mean profit by 0.05 percentage points or more beyond sampling error.",
                "没有任何一条建议使平均收益的变化超出抽样误差并达到 0.05 个百分点。"
            );
        }

        var first = named[0].Recommendation;
        var sentence = context.Find(first.Claims[0]) is { } claim ? claim.Says : first.Name;
        var said = Sentence.Of(
            "the advice that moves the mean profit most is {claims}, in our words: {sentence} It changes the mean by {mean}",
            "对平均收益影响最大的建议是 {claims}（转述）：{sentence}该建议使平均收益变动 {mean}",
            ("claims", Prose.Within(context.Place(first.Claims[0]), ReportContext.Anchor(first))),
            ("sentence", sentence),
            ("mean", FormattedFigure.BriefPoints(named[0].Last.Mean).Inline(Points))
        );
        if (named.Count > 1)
        {
            said =
                said
                + Sentence.Of(
                    "; next: {list}",
                    "；其次：{list}",
                    (
                        "list",
                        CommonTexts.Join(
                            named.Skip(1).Select(e => Named(e.Recommendation.Name, ReportContext.Anchor(e.Recommendation), e.Last.Mean)),
                            CommonTexts.Comma
                        )
                    )
                );
        }

        said += new LocalText(".", "。");
        var rest = effects.Count - named.Count;
        if (rest > 0 && effects.Except(named).All(e => Math.Abs(e.Last.Mean.Value) < Smallest))
        {
            said =
                said
                + (
                    rest == 1
                        ? new LocalText(" The other one changes it by less than 0.05.", "其余一条的影响不足 0.05。")
                        : Sentence.Plain(
                            " The other {rest} change it by less than 0.05 each.",
                            "其余 {rest} 条各不足 0.05。",
                            ("rest", $"{rest}")
                        )
                );
        }

        return said;
    }

    /// <summary>Which advice moves the tail, where following moves it at all.</summary>
    private static Prose? TailBy(ReportContext context, PortfolioResult portfolio, int horizon)
    {
        if (!portfolio.IsChanged())
            return null;
        var held = portfolio.AsHeld.Horizons[horizon].Measures;
        var sign = Comparison.TailSign(portfolio.FollowingEffects[horizon], held);
        var named = At(context, portfolio, horizon)
            .Where(e => Counts(e.Last.Es95) && Math.Sign(e.Last.Es95.Value) == sign)
            .OrderByDescending(e => Math.Abs(e.Last.Es95.Value))
            .Take(MostNamed)
            .ToList();
        if (sign == 0 || named.Count == 0)
            return null;
        return Sentence.Of(
            "{choice}{link}), in percentage points: {list}.",
            "{choice}{link}，百分点）：{list}。",
            (
                "choice",
                sign > 0
                    ? new LocalText("What adds most to the loss of the worst 5% of the paths (", "使最差 5% 路径的亏损增加最多的是（")
                    : new LocalText("What takes most off the loss of the worst 5% of the paths (", "使最差 5% 路径的亏损减少最多的是（")
            ),
            ("link", Prose.Within(new("ES 95%", "95% ES"), MethodSection.Id)),
            (
                "list",
                CommonTexts.Join(
                    named.Select(e => Named(e.Recommendation.Name, ReportContext.Anchor(e.Recommendation), e.Last.Es95)),
                    CommonTexts.Comma
                )
            )
        );
    }

    private static Prose? Risks(ReportContext context, PortfolioResult portfolio, int horizon)
    {
        var worst = context
            .Results.EventEffects.Where(e =>
                e.Portfolio.Id == portfolio.Portfolio.Id
                && e.Horizon == context.Scenario.Horizons[horizon]
                && e.Variant.Kind == VariantKind.AsHeld
                && e.Effect.Mean.Value < 0
                && Counts(e.Effect.Mean)
            )
            .OrderBy(e => e.Effect.Mean.Value)
            .Take(MostNamed)
            .ToList();
        if (worst.Count == 0)
            return null;
        return Sentence.Of(
                "{question}of the risks that the articles name these cost the portfolio as held most on average over all paths, in "
                    + "percentage points of mean profit: {list}.",
                "{question}文章列出的风险中，维持现状时平均损失最大的（对全部路径平均，收益的百分点）：{list}。",
                ("question", Question("Which risks: ", "哪些风险：")),
                (
                    "list",
                    CommonTexts.Join(
                        worst.Select(e => Named(e.Event.Name, ReportContext.Anchor(e.Event), e.Effect.Mean)),
                        CommonTexts.Comma
                    )
                )
            ) + InTheTail(context, portfolio, horizon);
    }

    /// <summary>What moves the worst 5% of the paths most: named risks cost on average, the market's swings make the tail.</summary>
    private static Prose InTheTail(ReportContext context, PortfolioResult portfolio, int horizon)
    {
        var split = context.Results.Attribution?.Contributions.FirstOrDefault(c =>
            c.Portfolio.Id == portfolio.Portfolio.Id
            && c.Variant.Kind == VariantKind.AsHeld
            && c.Horizon == context.Scenario.Horizons[horizon]
        );
        var largest = split?.Factors.Where(p => p.Kind is RiskPartKind.Factor or RiskPartKind.Event).MaxBy(p => p.Es95.Value);
        if (largest is null)
            return Prose.Empty;
        return Sentence.Of(
            " Of its loss in the worst 5% of the paths, {es95}, most comes from {force}: {points} points ({section}).",
            "在最差 5% 的路径上平均亏损 {es95}，其中来自{force}的最多：{points} 个百分点（{section}）。",
            ("es95", FormattedFigure.BriefPercent(portfolio.AsHeld.Horizons[horizon].Measures.Es95).Value),
            ("force", ContributionTables.Name(largest)),
            ("points", Digits.Write(100 * largest.Es95.Value, 1)),
            ("section", Prose.Within(new("Risk contributions", "风险贡献"), ContributionSection.Id))
        );
    }

    private static Prose? Cases(ReportContext context, PortfolioResult portfolio, int horizon)
    {
        var cases = context.Results.Cases;
        if (cases.Count < 2)
            return null;
        var ordered = cases
            .Select(c => (c.Case, portfolio.In(c).FollowingAll.Horizons[horizon].Measures.Median))
            .OrderBy(c => c.Median.Value)
            .ToList();
        static Prose Outcome((Case Case, Estimate Median) c) =>
            Prose.Within(c.Case.Name, ReportContext.Anchor(c.Case))
            + (
                c.Median.Value < 0
                    ? Sentence.Of(
                        ", a loss of {median}",
                        "”：亏损 {median}",
                        ("median", FormattedFigure.BriefPercent(c.Median.Negate()).Inline())
                    )
                    : Sentence.Of(", a gain of {median}", "”：盈利 {median}", ("median", FormattedFigure.BriefPercent(c.Median).Inline()))
            );
        return Sentence.Of(
                "{question}the median is, in the worst of the {cases} cases, {ordered}; in the best, {ordered2}",
                "{question}{cases} 个情景的中位数，最差为“{ordered}；最好为“{ordered2}",
                ("question", Question("Case by case: ", "分情景看：")),
                ("cases", $"{cases.Count}"),
                ("ordered", Outcome(ordered[0])),
                ("ordered2", Outcome(ordered[^1]))
            )
            + new LocalText(portfolio.IsChanged() ? " (advice followed)." : ".", portfolio.IsChanged() ? "（均按建议调整）。" : "。")
            + (portfolio.IsChanged() ? AcrossCases(context, portfolio, horizon) : Prose.Empty);
    }

    /// <summary>In how many cases following earns more and loses less in the tail: whether the comparison depends on the case.</summary>
    private static Prose AcrossCases(ReportContext context, PortfolioResult portfolio, int horizon)
    {
        var effects = context.Results.Cases.Select(c => portfolio.In(c).FollowingEffects[horizon]).ToList();
        return Sentence.Of(
            " Beside holding, following earns more on average in {better} of the {cases} cases, "
                + "and loses less in the worst 5% of the paths in "
                + "{safer}.",
            "与维持现状相比，遵循建议时 {cases} 个情景中有 {better} 个平均收益更高，有 {safer} 个最差 5% 路径的亏损更小。",
            ("better", $"{effects.Count(e => e.Mean.Value > 0)}"),
            ("safer", $"{effects.Count(e => e.Es95.Value < 0)}"),
            ("cases", $"{effects.Count}")
        );
    }

    private static IEnumerable<RecommendationEffect> At(ReportContext context, PortfolioResult portfolio, int horizon) =>
        portfolio.RecommendationEffects.Where(e => e.Horizon == context.Scenario.Horizons[horizon] && e.Last.Mean.IsAvailable);

    /// <summary>Whether an effect is beyond sampling error and large enough to be named.</summary>
    private static bool Counts(Estimate effect) => Math.Abs(effect.Value) >= Smallest && (effect.Low > 0 || effect.High < 0);

    private static Prose Named(LocalText name, string anchor, Estimate effect) =>
        Sentence.Of(
            "{name} {effect}",
            "{name} {effect}",
            ("name", Prose.Within(name, anchor)),
            ("effect", FormattedFigure.BriefPoints(effect).Inline())
        );
}
