using RiskEngine.Abstractions.Identity;
using RiskEngine.Articles.Quantities;
using RiskEngine.Articles.Showing;

namespace RiskEngine.Articles.Auditing;

/// <summary>
/// Figures of one thing and one year that differ: sentences against tables, sentences against each other, articles against articles.
/// </summary>
internal static class FigureAudit
{
    /// <summary>The findings of all facts.</summary>
    public static IEnumerable<AuditFinding> Find(IReadOnlyList<Fact> facts)
    {
        var tables = new TableFacts(facts);
        var sentences = facts.Where(f => !f.IsTable).ToList();
        var bySentence = sentences.ToLookup(s => (s.Place.File, s.Place.Evidence.Span, s.Year));
        foreach (var fact in sentences)
        {
            var named = tables.Named(fact.Text).Where(t => t.Year == fact.Year).ToList();
            if (named.Count == 0)
                continue;
            var longest = named.Max(n => n.Name.Length);
            named.RemoveAll(n => n.Name.Length < longest);
            var sameYear = bySentence[(fact.Place.File, fact.Place.Evidence.Span, fact.Year)];
            if (named.Exists(t => t.SameUnit(fact) && t.Agrees(fact)) || OtherOfSentence(fact, sameYear, named))
                continue;
            if (named.Find(t => t.SameUnit(fact)) is { } other)
                yield return Finding(fact.IsForecast ? "prediction" : "quotes", fact, other);
            else if (named.Find(t => SameDigits(t.Quantity, fact.Quantity)) is { } unit)
                yield return Finding("unit", fact, unit);
        }

        foreach (var finding in facts.Where(f => f.Key.Length > 0).GroupBy(f => (f.Key, f.Year)).SelectMany(g => Differing([.. g])))
            yield return finding;
    }

    /// <summary>Figures of one thing and year: each against the next that stands otherwise, so that there are never more findings than
    /// figures.</summary>
    private static IEnumerable<AuditFinding> Differing(List<Fact> same)
    {
        for (var i = 0; i < same.Count; i++)
        {
            var a = same[i];
            if (!IsGrowth(a) && same.FindIndex(i + 1, b => Differ(a, b)) is >= 0 and var other)
                yield return Finding(a.IsForecast ? "forecasts" : "quotes", a, same[other]);
        }
    }

    /// <summary>Whether both are figures of sentences, or of tables of two articles, and not the same. Rows of one article's tables have
    /// names of their own; what sentences name of tables is compared by those.</summary>
    private static bool Differ(Fact a, Fact b) =>
        a.SameUnit(b)
        && a.IsTable == b.IsTable
        && !a.Agrees(b)
        && a.Place != b.Place
        && !(a.IsTable && a.Place.File == b.Place.File)
        && !IsGrowth(b);

    /// <summary>Whether another figure of the sentence is the one that the table has: this one is then of something else.</summary>
    private static bool OtherOfSentence(Fact fact, IEnumerable<Fact> sameYear, List<Fact> named) =>
        sameYear.Any(s => s != fact && named.Exists(t => t.SameUnit(s) && t.Agrees(s)));

    private static bool IsGrowth(Fact fact) =>
        fact.Quantity.Kind == QuantityKind.Percent
        && !fact.Key.StartsWith("share", StringComparison.Ordinal)
        && !fact.Key.Contains("margin", StringComparison.Ordinal)
        && !fact.Key.StartsWith("penetration", StringComparison.Ordinal)
        && !fact.Key.StartsWith("bad-loans", StringComparison.Ordinal);

    /// <summary>The same digits in another size or currency: 42 million for 42 billion.</summary>
    private static bool SameDigits(Quantity a, Quantity b)
    {
        if (a.Value <= 0 || b.Value <= 0 || a.Kind != b.Kind)
            return false;
        var power = Math.Log10(a.Value / b.Value);
        return Math.Abs(power - Math.Round(power)) < 1e-6;
    }

    private static AuditFinding Finding(string kind, Fact a, Fact b)
    {
        var metric = a.Key.Split('|')[0];
        var (what, chinese) = b.IsTable ? (b.Name, b.Name) : (metric, FactReader.ChineseOf(metric));
        var said = new LocalText(
            $"{what} {a.Year}: {ClaimSummary.Of(a.Quantity)} here, {ClaimSummary.Of(b.Quantity)} there",
            $"{chinese}（{a.Year} 年）：此处为 {ChineseQuantity.Of(a.Quantity)}，另一处为 {ChineseQuantity.Of(b.Quantity)}"
        );
        return new AuditFinding(kind, said, "", [a.Place, b.Place], [])
        {
            Other = b.IsTable && a.SameUnit(b) ? new OtherFigure(b.Place, a.Year, a.Quantity.Value) : null,
        };
    }
}
