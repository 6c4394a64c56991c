using System.Collections.Frozen;

namespace RiskEngine.Abstractions.Securities;

/// <summary>Securities, found by any of their names and codes. Letter case and surrounding white space do not matter.</summary>
public sealed class SecurityList
{
    private readonly FrozenDictionary<string, Security> byCode;
    private readonly FrozenDictionary<string, Security> byName;

    /// <summary>Makes a list. Where two securities share a code or name, the later one is found: a user's own rows come last.</summary>
    public SecurityList(IReadOnlyList<Security> securities)
    {
        ArgumentNullException.ThrowIfNull(securities);
        All = [.. securities];
        byCode = Index(s => [s.Id, .. s.Symbols, s.Isin, s.Cusip, s.Sedol, s.Wkn]);
        byName = Index(s => [s.Name, s.ChineseName, .. s.Aliases]);
    }

    /// <summary>A list of nothing.</summary>
    public static SecurityList Empty { get; } = new([]);

    /// <summary>All securities, in the order given.</summary>
    public IReadOnlyList<Security> All { get; }

    /// <summary>The security with this id, symbol, ISIN, CUSIP, SEDOL or WKN; null where nobody knows it.</summary>
    public Security? FindCode(string code) => byCode.GetValueOrDefault(Key(code));

    /// <summary>The security with exactly this name or alias, in any of its languages; null where nobody knows it.</summary>
    public Security? FindName(string name) => byName.GetValueOrDefault(Key(name));

    private static string Key(string text) => text.Trim().ToUpperInvariant();

    private FrozenDictionary<string, Security> Index(Func<Security, IEnumerable<string>> names)
    {
        var index = new Dictionary<string, Security>(StringComparer.Ordinal);
        foreach (var security in All)
        {
            foreach (var name in names(security).Where(n => n.Length > 0))
                index[Key(name)] = security;
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
