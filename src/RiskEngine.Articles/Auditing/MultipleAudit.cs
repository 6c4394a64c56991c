using System.Globalization;
using RiskEngine.Articles.Claims;
using RiskEngine.Articles.Quantities;
using RiskEngine.Articles.Theses;

namespace RiskEngine.Articles.Auditing;

/// <summary>Holds what a sentence calls so many times another against the rows of the tables.</summary>
internal static class MultipleAudit
{
    /// <summary>"Nearly three times as large as": two rows of a table named in one sentence.</summary>
    public static IEnumerable<AuditFinding> Find(SentenceReading sentence, ArticleReading reading, TableFacts tables)
    {
        foreach (var claim in sentence.Quantities.Where(q => q.Kind == QuantityKind.Multiple))
        {
            if (sentence.Dates.FirstOrDefault(d => d.IsYears) is not { } date)
                continue;
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            var named = tables
                .Of(date.Year)
                .Where(f => f.Quantity.Kind != QuantityKind.Percent)
                .Select(f => (Fact: f, At: Starts(f.Name, sentence.Text, places)))
                .Where(f => f.At >= 0)
                .OrderBy(f => f.At)
                .Select(f => f.Fact)
                .ToList();
            double calculated;
            var sum = "";
            if (named.Count >= 2 && named[0].SameUnit(named[1]))
            {
                calculated = named[0].Quantity.Value / named[1].Quantity.Value;
                sum = Ratio(named[0].Quantity.Value, named[1].Quantity.Value);
            }
            else if (
                named.Count == 1
                && FigureWords.Since().Match(sentence.Text) is { Success: true } since
                && int.Parse(since.Groups["y"].Value, CultureInfo.InvariantCulture) is var year
                && tables.Of(named[0].Name).FirstOrDefault(f => f.Year == year) is { } start
            )
            {
                calculated = tables
                    .Of(start.Name)
                    .Where(f =>
                        f.Year > start.Year
                        && sentence.Text.Contains(f.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                    )
                    .Select(f => f.Quantity.Value / start.Quantity.Value)
                    .LastOrDefault(double.NaN);
                sum = Ratio(calculated * start.Quantity.Value, start.Quantity.Value);
            }
            else
            {
                continue;
            }

            if (
                !double.IsNaN(calculated)
                && Math.Abs(calculated - claim.Value) > (claim.Bound == QuantityBound.None ? 0.1 : 0.17) * claim.Value
            )
            {
                yield return SentenceAudit.Finding(
                    "multiple",
                    new(
                        $"{SentenceAudit.Number(claim.Value)} times is claimed; the table gives {SentenceAudit.Number(calculated)}",
                        $"文称 {SentenceAudit.Number(claim.Value)} 倍；按表格为 {SentenceAudit.Number(calculated)} 倍"
                    ),
                    sum,
                    reading,
                    sentence,
                    named[0].Place
                );
            }
        }
    }

    private static string Ratio(double a, double b) =>
        $"{SentenceAudit.Number(a)} / {SentenceAudit.Number(b)} = {SentenceAudit.Number(a / b)}";

    /// <summary>Where a name, or all of it but its end, stands in a text; below 0 where it does not. Each is looked for once.</summary>
    private static int Starts(string name, string text, Dictionary<string, int> known)
    {
        if (!known.TryGetValue(name, out var at))
            known[name] = at = Starts(name, text);
        return at;
    }

    private static int Starts(string name, string text)
    {
        var core = Names.Core(name);
        var at = text.IndexOf(core, StringComparison.OrdinalIgnoreCase);
        return at >= 0 || core.Length < 4 ? at : text.IndexOf(core[..^2], StringComparison.OrdinalIgnoreCase);
    }
}
