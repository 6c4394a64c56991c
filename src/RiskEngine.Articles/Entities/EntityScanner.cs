using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Entities;

/// <summary>Finds companies, products, themes and ticker symbols in a sentence.</summary>
public sealed partial class EntityScanner
{
    private readonly SecurityList securities;
    private readonly NameIndex names;
    private readonly NameIndex? introduced;

    /// <summary>Looks for the names of a security list, of products and themes, and of a scenario's groups.</summary>
    public EntityScanner(SecurityList securities, IReadOnlyList<NamedGroup>? groups = null)
    {
        ArgumentNullException.ThrowIfNull(securities);
        this.securities = securities;
        names = new NameIndex(securities, groups ?? []);
    }

    private EntityScanner(EntityScanner scanner, NameIndex introduced)
    {
        (securities, names) = (scanner.securities, scanner.names);
        this.introduced = introduced;
    }

    /// <summary>The same, and the names that an article introduces: by a symbol behind them, or in a list of recommended ones.</summary>
    internal EntityScanner For(ArticleText article)
    {
        var own = IntroducedNames.Of(article, securities).Concat(UnlistedNames.Of(article)).DistinctBy(n => n.Name).ToList();
        return own.Count > 0 ? new EntityScanner(this, new NameIndex(own)) : this;
    }

    /// <summary>All mentions from the left; the longest name counts, and a symbol in brackets belongs to the name before it.</summary>
    public IReadOnlyList<EntityMention> Scan(Prose prose)
    {
        ArgumentNullException.ThrowIfNull(prose);
        var text = prose.Text;
        var found = new List<EntityMention>();
        var symbols = Symbols().Matches(text).ToDictionary(m => m.Index);
        for (var i = 0; i < text.Length; i++)
        {
            if (symbols.TryGetValue(i, out var symbol))
            {
                AddSymbol(symbol);
                i += symbol.Length - 1;
            }
            else if (NameAt(text, i) is { } thing)
            {
                Add(thing.Kind, thing.Id, i, thing.Name.Length);
                i += thing.Name.Length - 1;
            }
        }

        return found;

        void Add(EntityKind kind, string id, int start, int length) =>
            found.Add(new EntityMention(kind, id, text.Substring(start, length), start, length, prose.SpanOf(start, length)));

        void AddSymbol(Match match)
        {
            var code = match.Groups["code"].Value;
            var security = securities.FindCode(code) ?? securities.FindCode(code.TrimStart('0'));
            if (security is null && NameIndex.IsAcronym(code))
                return;
            // In Chinese, letters in brackets abbreviate the words before them: 新业务价值(NBV).
            if (
                security is null
                && match.Value[0] == '('
                && match.Index > 0
                && Characters.IsChinese(text[match.Index - 1])
                && code.All(char.IsAsciiLetterUpper)
            )
            {
                return;
            }

            var (start, length) = (match.Groups["code"].Index, match.Groups["code"].Length);
            var isAfterName =
                found.Count > 0 && match.Index - (found[^1].Start + found[^1].Length) is >= 0 and <= 1 && match.Value[0] == '(';
            if (security is null && isAfterName && found[^1].Kind == EntityKind.Security)
                return;
            if (isAfterName && found[^1].Id == (security?.Id ?? IdOf(code)))
                return;
            Add(security is null ? EntityKind.UnknownSymbol : EntityKind.Security, security?.Id ?? IdOf(code), start, length);
        }
    }

    /// <summary>The id of a symbol that the security list does not know.</summary>
    internal static string IdOf(string code) => code.ToLowerInvariant();

    private NameIndex.NamedThing? NameAt(string text, int start)
    {
        var listed = names.At(text, start);
        if (introduced?.At(text, start) is not { } own)
            return listed;
        // A name without a symbol is that of the list where the list has it.
        var least = (listed?.Name.Length ?? 0) + (own.Kind == EntityKind.UnknownName && listed is not null ? 1 : 0);
        return own.Name.Length >= least ? own : listed;
    }

    [GeneratedRegex(
        @"\$(?<code>[A-Z]{1,5}(\.[A-Z])?)(?![A-Za-z0-9])"
            + @"|\((NASDAQ|NYSE|NYSE American|AMEX|LSE|HKEX|HKG|SSE|SZSE|SHA|SHE|TSE|TWSE|KRX|纳斯达克|纽交所|"
            + @"港交所)\s?[:：]\s?(?<code>[A-Z0-9.]{1,9})\)"
            + @"|\((?<code>[0-9]{4,6}\.(HK|SH|SZ|SS|TW|T|KS)|[A-Z]{2,5}(\.[A-Z]{1,2})?|[036][0-9]{5})\)"
            + @"|(?<=[\u4e00-\u9fff])\((?<code>(?!19[0-9]{2}\)|20[0-3][0-9]\))[0-9]{3,5})\)|"
            + @"(?<![0-9A-Za-z.])(?<code>[0-9]{4,6}\.(HK|SH|SZ|SS|TW|KS))(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        20_000
    )]
    private static partial Regex Symbols();
}
