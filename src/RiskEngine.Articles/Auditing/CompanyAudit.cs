using System.Text.RegularExpressions;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Entities;

namespace RiskEngine.Articles.Auditing;

/// <summary>Companies that articles speak of in ways that do not fit: bought up and still a start-up, advised for and against.</summary>
internal static partial class CompanyAudit
{
    /// <summary>The findings of all articles together.</summary>
    public static IEnumerable<AuditFinding> Find(IReadOnlyList<ArticleReading> readings)
    {
        var deals = readings
            .SelectMany(r =>
                r.Claims.OfType<DealClaim>().Where(d => d.DealKind == DealKind.Acquisition).Select(d => (Reading: r, Claim: d))
            )
            .ToList();
        foreach (var (reading, deal) in deals)
        {
            var bought = deal.Parties[1];
            foreach (
                var (other, evidence, says) in Independent(readings, bought)
                    .Where(u => u.Evidence.Span != deal.Evidence.Span || u.Reading != reading)
            )
            {
                yield return new AuditFinding(
                    "company",
                    $"{bought.Name} {says}; elsewhere {deal.Parties[0].Name} buys it",
                    "",
                    [FactReader.Place(other, evidence), FactReader.Place(reading, deal.Evidence)],
                    []
                );
            }

            foreach (var (otherReading, otherDeal) in deals)
            {
                if (
                    otherDeal.Parties[1].Id == bought.Id
                    && otherDeal.Parties[0].Id != deal.Parties[0].Id
                    && string.CompareOrdinal(otherDeal.Parties[0].Id, deal.Parties[0].Id) < 0
                )
                {
                    yield return new AuditFinding(
                        "company",
                        $"{bought.Name} is bought by {deal.Parties[0].Name} and by {otherDeal.Parties[0].Name}",
                        "",
                        [FactReader.Place(reading, deal.Evidence), FactReader.Place(otherReading, otherDeal.Evidence)],
                        []
                    );
                }
            }
        }

        foreach (var finding in readings.SelectMany(OpposedAdvice))
            yield return finding;
    }

    private static IEnumerable<(ArticleReading Reading, Evidence Evidence, string Says)> Independent(
        IReadOnlyList<ArticleReading> readings,
        EntityMention company
    )
    {
        foreach (var reading in readings)
        {
            foreach (
                var advice in reading
                    .Claims.OfType<AdviceClaim>()
                    .Where(a => a.Direction != AdviceDirection.Reduce && a.Targets.Any(t => t.Id == company.Id))
            )
            {
                yield return (
                    reading,
                    advice.Evidence,
                    Start().IsMatch(advice.Evidence.Quote) ? "is recommended as a company of its own" : "is recommended"
                );
            }

            foreach (
                var sentence in reading.Sentences.Where(s =>
                    s.IsProse && Start().IsMatch(s.Text) && s.Entities.Any(e => e.Id == company.Id)
                )
            )
            {
                yield return (reading, Evidence.Of(reading.Article, sentence.Sentence), "is called a company of its own");
            }
        }
    }

    /// <summary>The author's own advice to buy and to sell one thing for one horizon.</summary>
    private static IEnumerable<AuditFinding> OpposedAdvice(ArticleReading reading)
    {
        var own = reading.Claims.OfType<AdviceClaim>().Where(a => a.Who is null && a.Direction != AdviceDirection.Watch).ToList();
        for (var i = 0; i < own.Count; i++)
        {
            for (var j = i + 1; j < own.Count; j++)
            {
                var shared = own[i].Targets.FirstOrDefault(t => own[j].Targets.Any(o => o.Id == t.Id));
                if (shared is null || own[i].Direction == own[j].Direction || own[i].Horizon?.Bucket != own[j].Horizon?.Bucket)
                    continue;
                yield return new AuditFinding(
                    "advice",
                    $"{shared.Name}: both to buy and to sell for the same horizon",
                    "",
                    [FactReader.Place(reading, own[i].Evidence), FactReader.Place(reading, own[j].Evidence)],
                    []
                );
            }
        }
    }

    [GeneratedRegex(
        @"创业公司|初创|独角兽|独立(上市|公司)|未上市|\bstart-?ups?\b|\bunicorns?\b|\bindependent\b|\bprivately held\b|IPO",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        20_000
    )]
    private static partial Regex Start();
}
