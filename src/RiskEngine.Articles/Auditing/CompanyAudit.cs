using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Entities;
using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Auditing;

/// <summary>Companies that articles speak of in ways that do not fit: bought up and still a start-up, advised for and against.</summary>
internal static partial class CompanyAudit
{
    /// <summary>The findings of all articles together.</summary>
    public static IEnumerable<AuditFinding> Find(IReadOnlyList<ArticleReading> readings)
    {
        var deals = readings
            .SelectMany(r => r.Claims.OfType<DealClaim>().Where(d => d.DealKind == DealKind.Acquisition).Select(d => new Deal(r, d)))
            .GroupBy(d => d.Bought.Id)
            .ToList();
        var independent = deals.Count == 0 ? null : Independent(readings, deals.Select(d => d.Key).ToHashSet(StringComparer.Ordinal));
        foreach (var company in deals)
        {
            foreach (var finding in Bought([.. company], independent![company.Key]))
                yield return finding;
        }

        foreach (var finding in readings.SelectMany(OpposedAdvice))
            yield return finding;
    }

    /// <summary>What does not fit with the purchase of one company: each statement against the first that it does not fit with.</summary>
    private static IEnumerable<AuditFinding> Bought(List<Deal> deals, IEnumerable<Statement> independent)
    {
        foreach (var (_, other, evidence, says) in independent)
        {
            if (deals.Find(d => d.Claim.Evidence.Span != evidence.Span || d.Reading != other) is { } deal)
            {
                yield return new AuditFinding(
                    "company",
                    new(
                        $"{deal.Bought.Name} {says.English}; elsewhere {deal.Buyer.Name} buys it",
                        $"{deal.Bought.Name}{says.Chinese}；另一处则称{deal.Buyer.Name}将其收购"
                    ),
                    "",
                    [FactReader.Place(other, evidence), deal.Place],
                    []
                );
            }
        }

        foreach (var deal in deals)
        {
            if (deals.Find(d => string.CompareOrdinal(d.Buyer.Id, deal.Buyer.Id) < 0) is { } other)
            {
                yield return new AuditFinding(
                    "company",
                    new(
                        $"{deal.Bought.Name} is bought by {deal.Buyer.Name} and by {other.Buyer.Name}",
                        $"{deal.Bought.Name}一处称由{deal.Buyer.Name}收购，另一处称由{other.Buyer.Name}收购"
                    ),
                    "",
                    [deal.Place, other.Place],
                    []
                );
            }
        }
    }

    /// <summary>By company: the statements that it is one of its own, article by article.</summary>
    private static ILookup<string, Statement> Independent(IReadOnlyList<ArticleReading> readings, HashSet<string> companies)
    {
        var found = new List<Statement>();
        foreach (var reading in readings)
        {
            foreach (var advice in reading.Claims.OfType<AdviceClaim>().Where(a => a.Direction != AdviceDirection.Reduce))
            {
                var says = Start().IsMatch(advice.Evidence.Quote)
                    ? new LocalText("is recommended as a company of its own", "被当作独立公司推荐")
                    : new LocalText("is recommended", "被推荐");
                found.AddRange(Of(advice.Targets).Select(id => new Statement(id, reading, advice.Evidence, says)));
            }

            foreach (var sentence in reading.Sentences.Where(s => s.IsProse && s.Entities.Any(e => companies.Contains(e.Id))))
            {
                if (!Start().IsMatch(sentence.Text))
                    continue;
                var evidence = Evidence.Of(reading.Article, sentence.Sentence);
                var says = new LocalText("is called a company of its own", "被称为独立公司");
                found.AddRange(Of(sentence.Entities).Select(id => new Statement(id, reading, evidence, says)));
            }
        }

        return found.ToLookup(s => s.Company, StringComparer.Ordinal);

        IEnumerable<string> Of(IEnumerable<EntityMention> mentions) => mentions.Select(m => m.Id).Distinct().Where(companies.Contains);
    }

    /// <summary>The author's own advice to buy and to sell one thing for one horizon: each against the first that is opposed.</summary>
    private static IEnumerable<AuditFinding> OpposedAdvice(ArticleReading reading)
    {
        var first = new Dictionary<(string, AdviceDirection, HorizonBucket?), AdviceClaim>();
        foreach (var advice in reading.Claims.OfType<AdviceClaim>().Where(a => a.Who is null && a.Direction != AdviceDirection.Watch))
        {
            var opposed = advice.Direction == AdviceDirection.Buy ? AdviceDirection.Reduce : AdviceDirection.Buy;
            foreach (var target in advice.Targets)
            {
                first.TryAdd((target.Id, advice.Direction, advice.Horizon?.Bucket), advice);
                if (first.TryGetValue((target.Id, opposed, advice.Horizon?.Bucket), out var other))
                {
                    yield return new AuditFinding(
                        "advice",
                        new(
                            $"{target.Name}: both to buy and to sell for the same horizon",
                            $"{target.Name}：同一期限内既建议买入又建议卖出"
                        ),
                        "",
                        [FactReader.Place(reading, other.Evidence), FactReader.Place(reading, advice.Evidence)],
                        []
                    );
                }
            }
        }
    }

    [GeneratedRegex(
        @"创业公司|初创|独角兽|独立(上市|公司)|未上市|\bstart-?ups?\b|\bunicorns?\b|\bindependent\b|\bprivately held\b|IPO",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        20_000
    )]
    private static partial Regex Start();

    /// <summary>A company that an article tells to be bought.</summary>
    private sealed record Deal(ArticleReading Reading, DealClaim Claim)
    {
        public EntityMention Buyer => Claim.Parties[0];

        public EntityMention Bought => Claim.Parties[1];

        public AuditPlace Place => FactReader.Place(Reading, Claim.Evidence);
    }

    /// <summary>Words by which a company is one of its own.</summary>
    private sealed record Statement(string Company, ArticleReading Reading, Evidence Evidence, LocalText Says);
}
