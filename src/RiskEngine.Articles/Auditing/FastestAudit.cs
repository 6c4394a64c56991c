using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;
using RiskEngine.Articles.Theses;

namespace RiskEngine.Articles.Auditing;

/// <summary>Holds what a sentence calls the fastest against the growth of every row of the tables.</summary>
internal static class FastestAudit
{
    /// <summary>"The fastest-growing": the growth of every row of the table over its years.</summary>
    public static IEnumerable<AuditFinding> Find(SentenceReading sentence, ArticleReading reading, List<Fact> tables)
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

        var rows = tables
            .Where(f => f.Quantity.Kind is QuantityKind.Money or QuantityKind.Amount)
            .GroupBy(f => (f.Name, f.Place.Evidence.Span))
            .Where(g => g.Count() >= 2)
            .Select(g => (g.Key.Name, Growth: GrowthOf([.. g]), g.First().Place))
            .ToList();
        var own = rows.Where(r => Names.SameThing(r.Name, sentence.Text)).ToList();
        if (own.Count != 1)
            yield break;
        var faster = rows.Where(r => r.Growth > own[0].Growth + 0.005).ToList();
        if (faster.Count > 0)
        {
            yield return SentenceAudit.Finding(
                "fastest",
                $"{own[0].Name} is called the fastest at {SentenceAudit.Percent(own[0].Growth)} a year; {faster[0].Name} grows "
                    + $"{SentenceAudit.Percent(faster[0].Growth)}",
                "",
                reading,
                sentence,
                faster[0].Place
            );
        }
    }

    private static double GrowthOf(List<Fact> facts)
    {
        var (first, last) = (facts.MinBy(f => f.Year)!, facts.MaxBy(f => f.Year)!);
        return Math.Pow(last.Quantity.Value / first.Quantity.Value, 1.0 / Math.Max(1, last.Year - first.Year)) - 1;
    }
}
