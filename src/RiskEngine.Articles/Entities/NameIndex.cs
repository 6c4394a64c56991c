using System.Collections.Frozen;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Articles.Documents;
using RiskEngine.Articles.Lexicons;

namespace RiskEngine.Articles.Entities;

/// <summary>All names that are looked for, by their first two characters.</summary>
internal sealed class NameIndex
{
    private static readonly FrozenSet<string> acronyms = Lexicon.Words("acronyms.csv");
    private static readonly FrozenSet<string> commonWords = Lexicon.Words("common-words.csv");

    private static readonly string[] suffixes =
    [
        " Corporation",
        " Corp.",
        " Corp",
        " Incorporated",
        ", Inc.",
        " Inc.",
        " Inc",
        " Co., Ltd.",
        " Company",
        " Limited",
        " Ltd.",
        " Ltd",
        " Holdings",
        " Group",
        " PLC",
        " plc",
        " AG",
        " SE",
        " N.V.",
        " S.A.",
        "股份有限公司",
        "有限公司",
        "股份",
        "集团",
        "公司",
    ];

    private readonly FrozenDictionary<(char, char), NamedThing[]> byStart;

    /// <summary>The names of securities, products, themes and a scenario's groups.</summary>
    public NameIndex(SecurityList securities, IReadOnlyList<NamedGroup> groups)
    {
        var things = new Dictionary<string, NamedThing>(StringComparer.Ordinal);
        foreach (var row in Lexicon.Rows("themes.csv"))
            things[row[0]] = new NamedThing(row[0], EntityKind.Theme, row[1]);
        foreach (var row in Lexicon.Rows("products.csv"))
            things[row[0]] = new NamedThing(row[0], EntityKind.Product, row[1]);
        foreach (var group in groups)
        {
            foreach (var name in group.Names)
                things[name] = new NamedThing(name, EntityKind.Theme, group.Id);
        }

        foreach (var security in securities.All)
        {
            foreach (var name in NamesOf(security))
                things[name] = new NamedThing(name, EntityKind.Security, security.Id);
        }

        byStart = ByStart(things.Values);
    }

    /// <summary>Some names of one article.</summary>
    public NameIndex(IEnumerable<NamedThing> things) => byStart = ByStart(things);

    /// <summary>The longest name that begins at a place of a text; null where none does.</summary>
    public NamedThing? At(string text, int start)
    {
        var startsInWord = start > 0 && char.IsAsciiLetterOrDigit(text[start]) && char.IsAsciiLetterOrDigit(text[start - 1]);
        if (startsInWord || start + 1 >= text.Length || !byStart.TryGetValue(Key(text, start), out var candidates))
            return null;
        foreach (var candidate in candidates)
        {
            if (Fits(candidate, text, start))
                return candidate;
        }

        return null;
    }

    /// <summary>Whether a name is a common word, which alone names no company.</summary>
    public static bool IsCommon(string name) => commonWords.Contains(name);

    /// <summary>Whether a capital word is known to mean something other than a ticker symbol.</summary>
    public static bool IsAcronym(string word) => acronyms.Contains(word);

    private static FrozenDictionary<(char, char), NamedThing[]> ByStart(IEnumerable<NamedThing> things) =>
        things
            .Where(t => t.Name.Length >= 2)
            .GroupBy(t => Key(t.Name, 0))
            .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(t => t.Name.Length).ToArray());

    private static (char, char) Key(string text, int start) => (char.ToUpperInvariant(text[start]), char.ToUpperInvariant(text[start + 1]));

    private static bool Fits(NamedThing thing, string text, int start)
    {
        var name = thing.Name;
        var end = start + name.Length;
        if (end > text.Length)
            return false;
        // Capital letters of a name count in its first character (Apple is no fruit), and in all of a short one (ON, AMD).
        var comparison = thing.IsExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        if (string.Compare(text, start, name, 0, name.Length, comparison) != 0)
            return false;
        if (
            thing.Kind is EntityKind.Security or EntityKind.UnknownSymbol
            && char.IsAsciiLetterUpper(name[0])
            && !char.IsAsciiLetterUpper(text[start])
        )
        {
            return false;
        }

        if (end < text.Length && char.IsAsciiLetterOrDigit(text[end]) && char.IsAsciiLetterOrDigit(name[^1]))
        {
            return thing.Kind == EntityKind.Theme
                && text[end] == 's'
                && (end + 1 == text.Length || !char.IsAsciiLetterOrDigit(text[end + 1]));
        }

        // 化工行业 is no bank (工行).
        return name[^1] != '行' || end == text.Length || text[end] is not ('业' or '为' or '情' or '动' or '驶');
    }

    private static IEnumerable<string> NamesOf(Security security)
    {
        foreach (var given in new[] { security.Name, security.ChineseName }.Concat(security.Aliases).Where(n => n.Length > 1))
        {
            var name = string.Concat(given.Select(Characters.Plain).Where(c => c != '\0'));
            if (!commonWords.Contains(name))
                yield return name;
            var suffix = Array.Find(suffixes, s => name.EndsWith(s, StringComparison.Ordinal));
            if (suffix is not null && name[..^suffix.Length].TrimEnd(',', ' ') is { Length: >= 3 } brief && !commonWords.Contains(brief))
                yield return brief;
        }

        foreach (var symbol in security.Symbols)
        {
            var bare = symbol.Split('.')[0];
            if (bare.Length >= 3 && bare.All(char.IsAsciiLetterUpper) && !acronyms.Contains(bare))
                yield return bare;
            if (symbol.Contains('.', StringComparison.Ordinal))
                yield return symbol;
        }
    }

    /// <summary>A name and what it names.</summary>
    internal sealed record NamedThing(string Name, EntityKind Kind, string Id)
    {
        /// <summary>Whether letter case counts.</summary>
        public bool IsExact { get; } = Name.Length <= 4 && Name.All(char.IsAsciiLetterUpper);
    }
}
