using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Auditing;

/// <summary>Holds what articles say against their own tables, their own words and each other.</summary>
public static class ArticleAudit
{
    /// <summary>All findings, those of tables first; each pair of places once a kind.</summary>
    public static IReadOnlyList<AuditFinding> Find(IReadOnlyList<ArticleReading> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        var facts = readings.SelectMany(FactReader.Of).ToList();
        var found = readings
            .SelectMany(TableAudit.Find)
            .Concat(readings.SelectMany(r => SentenceAudit.Find(r, facts)))
            .Concat(FigureAudit.Find(facts))
            .Concat(CompanyAudit.Find(readings));
        var claims = readings.GroupBy(r => r.Article.File).ToDictionary(g => g.Key, g => new ClaimPlaces(g), StringComparer.Ordinal);
        return
        [
            .. found
                .DistinctBy(f => (f.Kind, string.Join('|', f.Places.Select(p => $"{p.File}:{p.Evidence.Span.Start}"))))
                .Select(f => f with { Claims = [.. f.Places.SelectMany(p => claims[p.File].Touched(p)).Distinct()] }),
        ];
    }
}
