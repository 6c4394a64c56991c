using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Securities;

namespace RiskEngine.Importing.Identifiers;

/// <summary>Finds the security that a row is about; one that the list does not know gets an id made from what the row says.</summary>
/// <param name="list">The list.</param>
internal sealed partial class SecurityResolver(SecurityList list)
{
    private const int MaxId = 64;

    private readonly Dictionary<Identity, (string Id, Security? Security)> resolved = [];

    /// <summary>
    /// The id, and the security where the list knows it; a long list of transactions asks for the same few again and again.
    /// </summary>
    public (string Id, Security? Security) Resolve(Identity identity)
    {
        if (!resolved.TryGetValue(identity, out var found))
            resolved.Add(identity, found = Find(identity));
        return found;
    }

    private (string Id, Security? Security) Find(Identity identity)
    {
        var known =
            Code(identity.Isin)
            ?? SymbolForms.Of(identity.Symbol, identity.Exchange, identity.Currency).Select(Code).FirstOrDefault(s => s is not null)
            ?? Code(identity.Cusip)
            ?? Code(identity.Sedol)
            ?? Code(identity.Wkn)
            ?? (identity.Name.Length > 0 ? list.FindName(identity.Name) : null)
            ?? (identity.Symbol.Length > 0 ? list.FindName(identity.Symbol) : null);
        return known is not null ? (known.Id, known) : (Derived(identity), null);
    }

    /// <summary>All names and codes, those of the row and those of the list.</summary>
    public static string[] NamesOf(Identity identity, Security? security) =>
        [
            .. new[] { identity.Symbol, identity.Isin, identity.Wkn, identity.Cusip, identity.Sedol, identity.Name }
                .Concat(SymbolForms.Of(identity.Symbol, identity.Exchange, identity.Currency))
                .Concat(
                    security is null ? [] : [.. security.Symbols, security.Isin, security.Name, security.ChineseName, .. security.Aliases]
                )
                .Where(n => n.Length > 0)
                .Distinct(StringComparer.Ordinal),
        ];

    private Security? Code(string code) => code.Length > 0 ? list.FindCode(code) : null;

    /// <summary>Words of small letters and digits, from the first of symbol, ISIN, WKN, CUSIP, SEDOL and name that gives some.</summary>
    private static string Derived(Identity identity)
    {
        var symbol = SymbolForms.Of(identity.Symbol, identity.Exchange, identity.Currency).FirstOrDefault() ?? "";
        foreach (var text in new[] { symbol, identity.Isin, identity.Wkn, identity.Cusip, identity.Sedol, identity.Name })
        {
            if (text.Length is > 0 and <= MaxId && text.All(char.IsAsciiLetterOrDigit))
                return text.ToLowerInvariant();
            var id = NotInWord().Replace(text.ToLowerInvariant(), "-");
            id = Joints().Replace(id, m => m.Value.Contains('.') ? "." : "-").Trim('-', '.');
            if (id.Length > MaxId)
                id = id[..MaxId].TrimEnd('-', '.');
            if (id.Length > 0 && (text.All(char.IsAscii) || id.Length >= 4))
                return id;
        }

        // A name in other letters alone: the same name always gives the same id.
        var words = identity.Name.Length > 0 ? identity.Name : identity.Symbol;
        return "name-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..10];
    }

    [GeneratedRegex("[^a-z0-9.]+", RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex NotInWord();

    [GeneratedRegex("[-.]{2,}", RegexOptions.CultureInvariant, 20_000)]
    private static partial Regex Joints();
}
