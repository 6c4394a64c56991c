using RiskEngine.Articles.Auditing;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Decisions;

namespace RiskEngine.Articles.Theses;

/// <summary>
/// The findings of an audit as checks of thesis files: both sides as claims, and what the scenario would say if the other side were right.
/// </summary>
public static class FindingChecks
{
    /// <summary>The most findings that are written; an article with more of them is no argument but noise.</summary>
    public const int Most = 100;

    /// <summary>What each thesis file gets of the findings, in the order of the theses.</summary>
    /// <param name="findings">The findings of all articles together.</param>
    /// <param name="theses">The theses: article, and what they are written for.</param>
    public static IReadOnlyList<ThesisFindings> Of(
        IReadOnlyList<AuditFinding> findings,
        IReadOnlyList<(ArticleReading Reading, ThesisSettings Settings)> theses
    )
    {
        ArgumentNullException.ThrowIfNull(findings);
        ArgumentNullException.ThrowIfNull(theses);
        var sides = theses
            .GroupBy(t => t.Reading.Article.File)
            .ToDictionary(g => g.Key, g => new Side(g.First().Reading, g.First().Settings), StringComparer.Ordinal);
        var checks = findings.Take(Most).Select((finding, i) => (finding.Places[0].File, Lines: Lines(finding, i + 1, sides))).ToList();
        return
        [
            .. theses.Select(t => new ThesisFindings(
                sides[t.Reading.Article.File].Added,
                [.. checks.Where(c => c.File == t.Reading.Article.File).Select(c => c.Lines)]
            )),
        ];
    }

    private static List<string> Lines(AuditFinding finding, int number, Dictionary<string, Side> sides)
    {
        var claims = finding.Places.Select(p => sides[p.File].Claim(p.Evidence)).Distinct();
        var sum = finding.Computation.Length > 0 ? $" ({finding.Computation})" : "";
        var sumChinese = finding.Computation.Length > 0 ? $"（{finding.Computation}）" : "";
        var lines = new List<string>
        {
            $"{sides[finding.Places[0].File].Id}-finding-{number}:",
            $"  says: {{ en: {YamlText.Quoted(finding.Says.English + sum)}, zh-CN: {YamlText.Quoted(finding.Says.Chinese + sumChinese)} }}",
            $"  claims: [{string.Join(", ", claims)}]",
        };
        var set = Otherwise(finding, sides).ToList();
        if (set.Count > 0)
            lines.Add($"  set: {{ {string.Join(", ", set)} }}");
        return lines;
    }

    /// <summary>What is otherwise in the scenario if the other side is right; nothing where nothing simulated rests on either.</summary>
    private static IEnumerable<string> Otherwise(AuditFinding finding, Dictionary<string, Side> sides)
    {
        if (finding.Other is { } other && sides[other.Row.File].Factor(other.Row.Evidence) is { } factor)
        {
            var date = new DateOnly(other.Year, 12, 31);
            var value = other.Value / factor.Scale;
            if (value > 0 && (factor.Kind != "bounded-share" || value < 1) && factor.Path.Any(p => p.Date == date))
                yield return $"factors.{factor.Id}.path.{YamlText.Date(date)}: {YamlText.Number(value)}";
        }

        // A company that is bought already cannot be bought; of two opposed pieces of advice the later one counts.
        if (finding.Kind is "company" or "advice")
        {
            foreach (var id in sides[finding.Places[0].File].Traded(finding.Places[0].Evidence))
                yield return $"recommendations.{id}.size: 0";
        }
    }

    /// <summary>One article: its claims that are written, and those that findings add to them.</summary>
    private sealed class Side(ArticleReading reading, ThesisSettings settings)
    {
        private readonly List<ArticleClaim> kept =
        [
            .. reading
                .Claims.Where(c => settings.Decisions.GetValueOrDefault(c.Id) is not { IsRejected: true })
                .Select(c => ClaimEdits.Apply(c, settings.Decisions.GetValueOrDefault(c.Id))),
        ];
        private readonly Dictionary<string, Evidence> added = new(StringComparer.Ordinal);

        public string Id => settings.Id;

        public IReadOnlyList<(string Id, Evidence Evidence)> Added => [.. added.Select(a => (a.Key, a.Value))];

        /// <summary>The claim that holds some characters, as any thesis names it; one is added where there is none.</summary>
        public string Claim(Evidence evidence)
        {
            if (kept.Find(c => c.Evidence.Span == evidence.Span) is { } claim)
                return $"{settings.Id}/{claim.Id}";
            var id = $"audit-{evidence.Line}-{evidence.Span.Start}";
            added.TryAdd(id, evidence);
            return $"{settings.Id}/{id}";
        }

        public SeriesFactor? Factor(Evidence row) =>
            kept.OfType<SeriesClaim>().FirstOrDefault(s => s.Evidence.Span == row.Span) is { } series
                ? SeriesFactor.Of(series, settings.Id, settings.AsOf)
                : null;

        /// <summary>Ids of the recommendations that trade and rest on some characters.</summary>
        public IEnumerable<string> Traded(Evidence evidence) =>
            kept.OfType<AdviceClaim>()
                .Where(a =>
                    a.Direction != AdviceDirection.Watch
                    && a.Evidence.Span.Overlaps(evidence.Span)
                    && TargetResolver.Securities(a.Targets).Any(settings.Instruments.Contains)
                )
                .Select(a => $"{settings.Id}-{a.Id}");
    }
}

/// <summary>What one thesis file gets of an audit.</summary>
/// <param name="Claims">Sentences that are no claims otherwise.</param>
/// <param name="Checks">The checks, each its lines.</param>
public sealed record ThesisFindings(IReadOnlyList<(string Id, Evidence Evidence)> Claims, IReadOnlyList<IReadOnlyList<string>> Checks)
{
    /// <summary>Nothing found.</summary>
    public static ThesisFindings None { get; } = new([], []);
}
