using RiskEngine.Articles.Quantities;
using RiskEngine.Articles.Showing;
using RiskEngine.Articles.Theses;

namespace RiskEngine.Articles.Auditing;

/// <summary>
/// Figures of one thing and one year that differ: sentences against tables, sentences against each other, articles against articles.
/// </summary>
internal static class FigureAudit
{
    /// <summary>The findings of all facts.</summary>
    public static IEnumerable<AuditFinding> Find(IReadOnlyList<Fact> facts)
    {
        var tables = facts.Where(f => f.IsTable).ToList();
        var sentences = facts.Where(f => !f.IsTable).ToList();
        foreach (var fact in sentences)
        {
            var named = tables.Where(t => t.Year == fact.Year && Names.SameThing(t.Name, fact.Text)).ToList();
            if (named.Count == 0)
                continue;
            var longest = named.Max(n => n.Name.Length);
            named.RemoveAll(n => n.Name.Length < longest);
            if (named.Exists(t => t.SameUnit(fact) && t.Agrees(fact)) || OtherOfSentence(fact, sentences, named))
                continue;
            if (named.Find(t => t.SameUnit(fact)) is { } other)
                yield return Finding(fact.IsForecast ? "prediction" : "quotes", fact, other);
            else if (named.Find(t => SameDigits(t.Quantity, fact.Quantity)) is { } unit)
                yield return Finding("unit", fact, unit);
        }

        var same = facts.Index().Where(f => f.Item.Key.Length > 0).ToLookup(f => (f.Item.Key, f.Item.Year));
        foreach (var (i, a) in facts.Index())
        {
            foreach (var (j, b) in same[(a.Key, a.Year)])
            {
                if (j <= i || !a.SameUnit(b) || a.Place == b.Place || (a.IsTable && b.IsTable && a.Place.File == b.Place.File))
                {
                    continue;
                }
                // Rows of a table have names of their own; only what a sentence names was compared above.
                if (a.IsTable != b.IsTable || a.Agrees(b) || IsGrowth(a) || IsGrowth(b))
                    continue;
                yield return Finding(a.IsForecast ? "forecasts" : "quotes", a, b);
            }
        }
    }

    /// <summary>Whether another figure of the sentence is the one that the table has: this one is then of something else.</summary>
    private static bool OtherOfSentence(Fact fact, List<Fact> sentences, List<Fact> named) =>
        sentences.Exists(s => s != fact && s.Place == fact.Place && s.Year == fact.Year && named.Exists(t => t.SameUnit(s) && t.Agrees(s)));

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
        var what = b.IsTable ? b.Name : a.Key.Split('|')[0];
        var said = $"{what} {a.Year}: {ClaimSummary.Of(a.Quantity)} here, {ClaimSummary.Of(b.Quantity)} there";
        return new AuditFinding(kind, said, "", [a.Place, b.Place], [])
        {
            Other = b.IsTable && a.SameUnit(b) ? new OtherFigure(b.Place, a.Year, a.Quantity.Value) : null,
        };
    }
}
