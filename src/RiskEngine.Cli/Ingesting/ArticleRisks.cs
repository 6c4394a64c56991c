using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Theses;
using RiskEngine.Loading.Drafts;

namespace RiskEngine.Cli.Ingesting;

/// <summary>Makes risk events of the risks that articles name: one a kind, with all claims that name it.</summary>
internal static class ArticleRisks
{
    /// <summary>The events.</summary>
    /// <param name="theses">Id of each thesis with its claims.</param>
    /// <param name="instruments">Instruments that a risk can hit: no cash.</param>
    /// <param name="advised">Those of them that the articles advise on.</param>
    public static IReadOnlyList<DraftRisk> Of(
        IReadOnlyList<(string Id, IReadOnlyList<ArticleClaim> Claims)> theses,
        IReadOnlyList<string> instruments,
        IReadOnlySet<string> advised
    )
    {
        var named = theses
            .SelectMany(t => t.Claims.OfType<RiskClaim>().Select(c => (Thesis: t.Id, Claim: c)))
            .GroupBy(r => r.Claim.RiskKind);
        var usual = advised.Count > 0 ? [.. instruments.Where(advised.Contains)] : instruments;
        return [.. named.Select(group => Risk(group.Key, [.. group], instruments, usual)).Where(r => r.Effects[0].On.Count > 0)];
    }

    private static DraftRisk Risk(
        string kind,
        IReadOnlyList<(string Thesis, RiskClaim Claim)> claims,
        IReadOnlyList<string> instruments,
        IReadOnlyList<string> usual
    )
    {
        var about = TargetResolver.Securities(claims.SelectMany(c => c.Claim.About)).ToHashSet();
        var hit = instruments.Where(about.Contains).ToList();
        var assumed = RiskAssumption.Of(kind);
        return new DraftRisk(
            $"article-risk-{kind}",
            LocalText.Same(claims[0].Claim.Name.Length <= 60 ? claims[0].Claim.Name : kind),
            LocalText.Same(Plain(claims[0].Claim.Evidence.Quote)),
            assumed.Probability,
            "12m",
            [new DraftEffect(hit.Count > 0 ? hit : usual, $"{{ pert: [{assumed.Worst}, {assumed.Likely}, {assumed.Least}] }}")],
            new Dictionary<string, Source>
            {
                ["all"] = new Judgement(
                    new LocalText(
                        $"draft: what is assumed of a risk of the kind '{kind}'; the article names it without figures",
                        $"draft：对“{kind}”类风险的假定；文章只点名，未给数字"
                    )
                ),
            }
        )
        {
            Claims = [.. claims.Select(c => $"{c.Thesis}/{c.Claim.Id}")],
        };
    }

    /// <summary>The article's words on one line, without their end where they are long.</summary>
    private static string Plain(string quote) => PlainLine.Of(quote.Length <= 300 ? quote : quote[..300] + "...");
}
