using RiskEngine.Articles.Quantities;

namespace RiskEngine.Articles.Auditing;

/// <summary>Figures of tables, by the year and by the names that a text holds.</summary>
internal sealed class TableFacts
{
    private static readonly List<(int, Fact)> none = [];

    private readonly NameFinder finder;
    private readonly Dictionary<string, List<(int Place, Fact Fact)>> byName;
    private readonly ILookup<int, Fact> byYear;
    private readonly ILookup<int, Fact> wholes;
    private readonly Lazy<IReadOnlyList<TableGrowth>> growths;
    private (string Text, IReadOnlyList<Fact> Facts) last = ("", []);

    /// <summary>The facts of tables among some.</summary>
    public TableFacts(IEnumerable<Fact> facts)
    {
        List<Fact> all = [.. facts.Where(f => f.IsTable)];
        byName = all.Index().GroupBy(f => f.Item.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList());
        finder = new NameFinder(byName.Keys);
        byYear = all.ToLookup(f => f.Year);
        var whole = byName.Keys.Where(n => FigureWords.WholeName().IsMatch(n)).ToHashSet(StringComparer.Ordinal);
        wholes = all.Where(f => whole.Contains(f.Name)).ToLookup(f => f.Year);
        growths = new(() => TableGrowth.Of(all));
    }

    /// <summary>Those of a year, in the order of the articles.</summary>
    public IEnumerable<Fact> Of(int year) => byYear[year];

    /// <summary>Those of a row, in the order of the articles.</summary>
    public IEnumerable<Fact> Of(string name) => byName.GetValueOrDefault(name, none).Select(f => f.Item2);

    /// <summary>Those of a year that are called a total or the world's.</summary>
    public IEnumerable<Fact> Wholes(int year) => wholes[year];

    /// <summary>Growth of each row with figures of two years or more.</summary>
    public IReadOnlyList<TableGrowth> Growths => growths.Value;

    /// <summary>Those whose names a text holds, in the order of the articles.</summary>
    public IReadOnlyList<Fact> Named(string text)
    {
        // Several figures of one sentence ask for the same text one after another.
        if (!ReferenceEquals(last.Text, text))
            last = (text, [.. finder.In(text).SelectMany(n => byName[n]).OrderBy(f => f.Place).Select(f => f.Fact)]);
        return last.Facts;
    }
}

/// <summary>How fast a row of a table grows over its years.</summary>
/// <param name="Name">The row.</param>
/// <param name="Rate">Growth a year, a part.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TableGrowth(string Name, double Rate, AuditPlace Place)
{
    /// <summary>The growth of rows of amounts, in the order of the articles.</summary>
    public static IReadOnlyList<TableGrowth> Of(IEnumerable<Fact> tables) =>
        [
            .. tables
                .Where(f => f.Quantity.Kind is QuantityKind.Money or QuantityKind.Amount)
                .GroupBy(f => (f.Name, f.Place.Evidence.Span))
                .Where(g => g.Count() >= 2)
                .Select(g => new TableGrowth(g.Key.Name, RateOf([.. g]), g.First().Place)),
        ];

    private static double RateOf(List<Fact> facts)
    {
        var (first, last) = (facts.MinBy(f => f.Year)!, facts.MaxBy(f => f.Year)!);
        return Math.Pow(last.Quantity.Value / first.Quantity.Value, 1.0 / Math.Max(1, last.Year - first.Year)) - 1;
    }
}
