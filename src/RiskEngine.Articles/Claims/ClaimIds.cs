using System.Globalization;
using System.Text;

namespace RiskEngine.Articles.Claims;

/// <summary>Gives claims ids made of what they say, so that a claim keeps its id when the article changes elsewhere.</summary>
internal static class ClaimIds
{
    private const int Longest = 36;

    /// <summary>The claims with ids; what would have the same id is numbered.</summary>
    public static IEnumerable<ArticleClaim> Number(IEnumerable<ArticleClaim> claims)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            var id = Of(claim);
            var count = seen[id] = seen.GetValueOrDefault(id) + 1;
            yield return claim with
            {
                Id = count == 1 ? id : $"{id}-{count}",
            };
        }
    }

    private static string Of(ArticleClaim claim) =>
        claim switch
        {
            AdviceClaim a => Slug(
                $"advise-{a.Verb}",
                a.Targets.Count > 0 ? string.Join('-', a.Targets.Select(t => t.Id)) : Hash(a.Evidence.Quote)
            ),
            RiskClaim r => Slug("risk", r.RiskKind),
            SeriesClaim s => Slug("series", Words(s.Name)),
            PredictionClaim p => Slug(
                "predict",
                p.Date is { } date ? date.Year.ToString(CultureInfo.InvariantCulture) : "",
                Words(p.About.Count > 0 ? p.About[0].Id : p.Subject)
            ),
            OutlookClaim o => Slug(o.Gains ? "gain" : "lose", o.About.Count > 0 ? o.About[0].Id : Words(o.Subject)),
            IndicatorClaim i => Slug("watch", Words(i.Name)),
            DealClaim d => Slug("deal", string.Join('-', d.Parties.Select(p => p.Id))),
            _ => Slug(claim.Kind, Hash(claim.Evidence.Quote)),
        };

    /// <summary>Latin words of a text, or a hash where it has none.</summary>
    private static string Words(string text) =>
        text.Any(char.IsAsciiLetter) && !text.Any(Documents.Characters.IsChinese) ? text : Hash(text);

    private static string Slug(params string[] parts)
    {
        var slug = new StringBuilder();
        foreach (var character in string.Join('-', parts.Where(p => p.Length > 0)).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        if (slug.Length > Longest)
            slug.Length = Longest;
        return slug.ToString().Trim('-');
    }

    /// <summary>Four letters of a text's FNV-1a hash.</summary>
    private static string Hash(string text)
    {
        var hash = 2166136261u;
        foreach (var character in text)
            hash = (hash ^ character) * 16777619u;
        return (hash & 0xFFFFF).ToString("x5", CultureInfo.InvariantCulture);
    }
}
