using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Auditing;

/// <summary>Holds what a sentence calls the fastest against the growth of every row of the tables.</summary>
internal static class FastestAudit
{
    /// <summary>"The fastest-growing": the growth of every row of the table over its years.</summary>
    public static IEnumerable<AuditFinding> Find(SentenceReading sentence, ArticleReading reading, TableFacts tables)
    {
        if (
            !FigureWords.FastestWords().IsMatch(sentence.Text)
            || Cues.IsNegated(
                sentence.Text,
                FigureWords.FastestWords().Match(sentence.Text).Index,
                sentence.Text.Any(Documents.Characters.IsChinese)
            )
        )
        {
            yield break;
        }

        var rows = tables.Growths;
        var named = tables.Named(sentence.Text).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var own = rows.Where(r => named.Contains(r.Name)).ToList();
        if (own.Count != 1)
            yield break;
        var faster = rows.Where(r => r.Rate > own[0].Rate + 0.005).ToList();
        if (faster.Count > 0)
        {
            yield return SentenceAudit.Finding(
                "fastest",
                new(
                    $"{own[0].Name} is called the fastest at {SentenceAudit.Percent(own[0].Rate)} a year; {faster[0].Name} grows "
                        + $"{SentenceAudit.Percent(faster[0].Rate)}",
                    $"文称{own[0].Name}增长最快，年增 {SentenceAudit.Percent(own[0].Rate)}；{faster[0].Name}年增 "
                        + $"{SentenceAudit.Percent(faster[0].Rate)}"
                ),
                "",
                reading,
                sentence,
                faster[0].Place
            );
        }
    }
}
