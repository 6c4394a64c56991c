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
        var mix = context.Results.Optimiser?.Portfolios.FirstOrDefault(p => p.Portfolio.Id == portfolio.Portfolio.Id)?.Advice;
        var regret = Regret(portfolio.FollowingAll.Horizons[context.Middle].Measures[MeasureKinds.BeatUnchangedProbability]);
        var said = mix is null ? regret : Mix(mix) + regret;
        return said.IsEmpty ? null : said;
    }

    private static Prose Mix(AdviceMix mix)
    {
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
            "{what} {list}. Of all mixes that earn no less than holding this one loses least on the worst 5% of the paths ({es95}). ",
            "{what}{list}。在平均收益不低于维持现状的各种取舍中，此法在最差 5% 路径上亏损最小（{es95}）。",
            ("what", Prose.Strong(new("What the model implies:", "模型的推论："))),
            ("list", CommonTexts.Join(said, CommonTexts.Semicolon)),
            ("es95", FormattedFigure.Rounded(mix.Es95))
        );

        void Add(IEnumerable<AdviceShare> which, Func<Prose, Prose> sentence, Func<AdviceShare, Prose>? each = null)
        {
            var names = which.Select(each ?? Name).ToList();
            if (names.Count > 0)
                said.Add(sentence(CommonTexts.Join(names, CommonTexts.Comma)));
        }
    }

    private static Prose Name(AdviceShare share) => Prose.Within(share.Recommendation.Name, ReportContext.Anchor(share.Recommendation));

    /// <summary>Doing nothing is one of the choices: how often it, and following all, would be regretted.</summary>
    private static Prose Regret(Estimate beat)
    {
        if (!beat.IsAvailable)
            return Prose.Empty;
        return Sentence.Of(
            "Doing nothing would be regretted on {nothing} of the paths, where following all ends higher; following all on up to {all}.",
            "什么都不做，会在 {nothing} 的路径上后悔（遵循全部建议的结果更高）；遵循全部建议，则至多在 {all} 的路径上后悔。",
            ("nothing", FormattedFigure.BriefPercent(beat).Value),
            ("all", FormattedFigure.Rounded(1 - beat.Value))
        );
    }
}
