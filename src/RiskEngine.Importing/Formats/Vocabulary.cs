using System.Collections.Frozen;

namespace RiskEngine.Importing.Formats;

/// <summary>Headings and words that files of all brokers share, in the languages that are known.</summary>
internal sealed class Vocabulary
{
    private readonly FrozenDictionary<string, string> roleOf;
    private readonly FrozenDictionary<string, string> actionOf;
    private readonly FrozenSet<string> totals;
    private readonly string[] totalStarts;
    private readonly string[] totalEnds;
    private readonly FrozenSet<string> trades;
    private readonly string[] cash;
    private readonly FrozenSet<char> totalLetters;
    private readonly FrozenSet<char> totalLastLetters;
    private readonly FrozenSet<char> cashLetters;
    private readonly FrozenSet<string> cashAssets;
    private readonly FrozenSet<string> notHeldAssets;
    private readonly FrozenSet<string> notDone;

    public Vocabulary(
        IReadOnlyDictionary<string, IReadOnlyList<string>> columns,
        IReadOnlyDictionary<string, IReadOnlyList<string>> actions,
        IReadOnlyList<string> totals,
        IReadOnlyList<string> cash,
        IReadOnlyList<string> cashAssets,
        IReadOnlyList<string> notHeldAssets,
        IReadOnlyList<string> asOf,
        IReadOnlyList<string> trades,
        IReadOnlyList<string> notDone
    )
    {
        this.notDone = notDone.Select(Heading.Plain).ToFrozenSet(StringComparer.Ordinal);
        this.trades = trades.Select(Heading.Plain).ToFrozenSet(StringComparer.Ordinal);
        AsOf = [.. asOf.Select(Heading.Plain)];
        roleOf = Index(columns);
        actionOf = Index(actions);
        this.totals = totals.Where(t => !t.Contains('*')).Select(Heading.Plain).ToFrozenSet(StringComparer.Ordinal);
        totalEnds = [.. totals.Where(t => t.StartsWith('*')).Select(t => Heading.Plain(t.TrimStart('*')))];
        totalStarts = [.. totals.Where(t => t.EndsWith('*')).Select(t => Heading.Plain(t.TrimEnd('*')) + " ")];
        totalLetters = FirstLetters(this.totals.Concat(totalStarts));
        totalLastLetters = totalEnds.Select(e => e[^1]).ToFrozenSet();
        this.cash = [.. cash.Select(Heading.Plain)];
        cashLetters = FirstLetters(this.cash);
        this.cashAssets = cashAssets.Select(Heading.Plain).ToFrozenSet(StringComparer.Ordinal);
        this.notHeldAssets = notHeldAssets.Select(Heading.Plain).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Words before the day of holdings.</summary>
    public IReadOnlyList<string> AsOf { get; }

    /// <summary>The role that a heading has, and the currency that stands in it; null where nobody described it.</summary>
    public (string Role, string Currency)? RoleOf(string heading)
    {
        foreach (var (form, currency) in Heading.Forms(heading))
        {
            if (roleOf.TryGetValue(form, out var role))
                return (role, currency);
        }

        return null;
    }

    /// <summary>Whether only lists of transactions have such a heading.</summary>
    public bool IsTrade(string heading) => trades.Contains(Heading.Plain(heading));

    /// <summary>What a transaction's words do; null where nobody described them. Words after those that are known do not matter.</summary>
    /// <param name="words">The text of its cell: <c>Market buy</c>, <c>YOU BOUGHT APPLE INC (AAPL)</c>.</param>
    /// <param name="format">The format, whose words come first; may be null.</param>
    public string? ActionOf(string words, Format? format)
    {
        var plain = Heading.Plain(words);
        for (var text = plain; text.Length > 0; text = text[..Math.Max(0, text.LastIndexOf(' '))].TrimEnd(' ', '-', '/', ','))
        {
            if (format?.Actions.FirstOrDefault(a => a.Value.Any(w => Heading.Plain(w) == text)).Key is { } own)
                return own;
            if (actionOf.TryGetValue(text, out var action))
                return action;
        }

        return null;
    }

    /// <summary>Whether a text labels a total.</summary>
    public bool IsTotal(string text)
    {
        if (!MayBe(totalLetters, text) && !(text.Length > 0 && totalLastLetters.Contains(text[^1])))
            return false;
        var plain = Heading.Plain(text);
        return totals.Contains(plain)
            || totalStarts.Any(start => plain.StartsWith(start, StringComparison.Ordinal))
            || totalEnds.Any(end => plain.EndsWith(end, StringComparison.Ordinal));
    }

    /// <summary>Whether a name is one of cash: a word for it, alone or with a currency or an account beside.</summary>
    public bool IsCash(string text)
    {
        if (!MayBe(cashLetters, text) && !(text.Length > 4 && text[3] == ' '))
            return false;
        var plain = Heading.Plain(text);
        return cash.Any(word =>
            plain == word
            || (
                plain.StartsWith(word, StringComparison.Ordinal)
                && (word[^1] > 127 || plain[word.Length] is ' ' or '(' or '-' or '/' or ':' or ',')
                && plain.Length - word.Length <= 24
            )
            || (plain.Length == word.Length + 4 && plain.EndsWith(" " + word, StringComparison.Ordinal))
        );
    }

    /// <summary>Whether a status says that a transaction was not carried out.</summary>
    public bool IsNotDone(string status) => notDone.Contains(Heading.Plain(status));

    /// <summary>Whether an asset class is cash.</summary>
    public bool IsCashAsset(string text) => cashAssets.Contains(Heading.Plain(text));

    /// <summary>Whether an asset class is one that the engine has no instrument for: futures, warrants, loans.</summary>
    public bool IsNotHeldAsset(string text) => notHeldAssets.Contains(Heading.Plain(text));

    /// <summary>Whether a text begins as one of the words does, so that it is worth a look: most rows of a long table are
    /// neither.</summary>
    private static bool MayBe(FrozenSet<char> letters, string text) =>
        text.Length > 0 && (!char.IsLetter(text[0]) || letters.Contains(char.ToLowerInvariant(text[0])));

    private static FrozenSet<char> FirstLetters(IEnumerable<string> words) => words.Select(w => w[0]).ToFrozenSet();

    private static FrozenDictionary<string, string> Index(IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, words) in lists)
        {
            foreach (var word in words)
                index.TryAdd(Heading.Plain(word), key);
        }

        return index.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
