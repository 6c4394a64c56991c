using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>
/// What the model implies for each recommendation of a portfolio, beside doing nothing and following all, in the base case at the headline
/// horizon.
/// </summary>
internal static class ImpliedAdvice
{
    // Parts of a recommendation that round to none or to all of it, in whole per cent.
    private const double None = 0.005;
    private const double Full = 0.995;

    /// <summary>The sentence; null where nothing trades.</summary>
    public static Prose? Of(ReportContext context, PortfolioResult portfolio)
    {
        if (!portfolio.IsChanged())
            return null;
        var mix = context.Results.Optimiser?.Portfolios.FirstOrDefault(p => p.Portfolio.Id == portfolio.Portfolio.Id);
        var regret = Regret(context, portfolio);
        var said = mix?.Advice is { } advice ? Mix(advice, mix.AsHeld.Es95) + regret : regret;
        return said.IsEmpty ? null : AnswerPoints.Question("What to do, as the model implies: ", "怎么做（模型的推论）：") + said;
    }

    private static Prose Mix(AdviceMix mix, double heldEs95)
    {
        if (mix.Shares.All(s => s.Share < None))
        {
            return Sentence.Of(
                "leave all of it. No mix of the advice earns as much as holding on average "
                    + "and loses less in the worst 5% of the paths. ",
                "全部不采纳。没有任何取舍能在平均收益不低于维持现状的同时，减少最差 5% 路径的亏损。"
            );
        }

        var shares = mix.Shares.OrderByDescending(s => s.Share).ToList();
        List<Prose> said = [];
        Add(shares.Where(s => s.Share >= Full), list => Sentence.Of("follow {list} in full", "完全遵循{list}", ("list", list)));
        Add(
            shares.Where(s => s.Share is >= None and < Full),
            list => Sentence.Of("follow in part {list}", "部分遵循{list}", ("list", list)),
            s =>
                Sentence.Of(
                    "{name} ({share})",
                    "{name}（{share}）",
                    ("name", Name(s)),
                    ("share", LocalText.Same(Digits.Write(100 * s.Share, 0) + "%"))
                )
        );
        Add(shares.Where(s => s.Share < None), list => Sentence.Of("leave {list}", "不采纳{list}", ("list", list)));
        return Sentence.Of(
            "{list}. Of all mixes that earn as much as holding on average, this one loses least in the worst 5% "
                + "of the paths: {es95}, "
                + "where holding loses {held}. It ends below holding on {regret} of the paths. ",
            "{list}。在平均收益不低于维持现状的各种取舍中，此法在最差 5% 路径上亏损最小：{es95}，维持现状为 {held}；它在 {regret} 的路径上不如维持现状。",
            ("list", CommonTexts.Join(said, CommonTexts.Semicolon)),
            ("es95", FormattedFigure.Rounded(mix.Es95)),
            ("held", FormattedFigure.Rounded(heldEs95)),
            ("regret", FormattedFigure.BriefPercent(mix.Regret).Value)
        );

        void Add(IEnumerable<AdviceShare> which, Func<Prose, Prose> sentence, Func<AdviceShare, Prose>? each = null)
        {
            var names = which.Select(each ?? Name).ToList();
            if (names.Count > 0)
                said.Add(sentence(CommonTexts.Join(names, CommonTexts.Comma)));
        }
    }

    private static Prose Name(AdviceShare share) => Prose.Within(share.Recommendation.Name, ReportContext.Anchor(share.Recommendation));

    /// <summary>Following all beside doing nothing: what it loses and earns, and how often which of the two would be regretted.</summary>
    private static Prose Regret(ReportContext context, PortfolioResult portfolio)
    {
        var measures = portfolio.FollowingAll.Horizons[context.Middle].Measures;
        var beat = measures[MeasureKinds.BeatUnchangedProbability];
        if (!beat.IsAvailable)
            return Prose.Empty;
        var rest = new Estimate(1 - beat.Value, beat.StandardError, 1 - beat.High, 1 - beat.Low);
        return Sentence.Of(
            "Following all of it loses {es95} in the worst 5% and changes the mean by {mean} points; it ends above doing nothing on "
                + "{nothing} of the paths, where doing nothing would be regretted, and below it on at most {all}.",
            "若遵循全部建议：最差 5% 路径亏损 {es95}，平均收益变动 {mean} 个百分点；在 {nothing} 的路径上优于什么都不做（即不做会后悔），在至多 {all} 的路径上更差。",
            ("es95", FormattedFigure.Rounded(measures.Es95.Value)),
            ("mean", FormattedFigure.BriefPoints(portfolio.FollowingEffects[context.Middle].Mean).Value),
            ("nothing", FormattedFigure.BriefPercent(beat).Value),
            ("all", FormattedFigure.BriefPercent(rest).Value)
        );
    }
}
