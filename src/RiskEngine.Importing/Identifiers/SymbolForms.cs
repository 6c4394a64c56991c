using System.Text.RegularExpressions;

namespace RiskEngine.Importing.Identifiers;

/// <summary>The ways in which exchanges and vendors write one symbol.</summary>
internal static partial class SymbolForms
{
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const int Timeout = 20_000;

    private static readonly Dictionary<string, string> suffixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SS"] = "SH",
        ["SHA"] = "SH",
        ["SHG"] = "SH",
        ["SHSE"] = "SH",
        ["XSHG"] = "SH",
        ["SZSE"] = "SZ",
        ["SHE"] = "SZ",
        ["XSHE"] = "SZ",
        ["HKG"] = "HK",
        ["HKEX"] = "HK",
        ["XHKG"] = "HK",
        ["SEHK"] = "HK",
        ["HK"] = "HK",
        ["SH"] = "SH",
        ["SZ"] = "SZ",
        ["BJ"] = "BJ",
        ["T"] = "T",
        ["TYO"] = "T",
        ["JP"] = "T",
        ["TSE"] = "T",
    };

    /// <summary>Exchanges and countries whose symbols are written bare.</summary>
    private static readonly HashSet<string> american = new(StringComparer.OrdinalIgnoreCase)
    {
        "US",
        "NASDAQ",
        "NYSE",
        "NYSEARCA",
        "ARCA",
        "AMEX",
        "BATS",
        "NMS",
        "UQ",
        "UN",
        "UW",
        "UP",
        "XNAS",
        "XNYS",
        "O",
        "N",
    };

    /// <summary>
    /// The symbol in the form of this project (<c>BRK.B</c>, <c>0700.HK</c>, <c>600519.SH</c>), and other forms under which a list may know
    /// it, the likeliest first.
    /// </summary>
    /// <param name="written">As the file writes it.</param>
    /// <param name="exchange">What the file says of the exchange or market, or empty.</param>
    /// <param name="currency">The currency, or empty.</param>
    public static IEnumerable<string> Of(string written, string exchange, string currency)
    {
        var symbol = written.Trim().TrimEnd('*').Trim().ToUpperInvariant();
        if (symbol.Length == 0)
            yield break;
        var main = Main(symbol, exchange, currency);
        if (Exchanges.SuffixOf(exchange) is { Length: > 0 } suffix && !main.Contains('.') && !main.All(char.IsAsciiDigit))
            yield return $"{main}.{suffix}";
        yield return main;
        if (main != symbol)
            yield return symbol;
        foreach (var sign in new[] { '-', '/', ' ', '_' })
        {
            if (main.Contains(sign))
                yield return main.Replace(sign, '.');
        }

        var point = main.LastIndexOf('.');
        if (point > 0 && american.Contains(main[(point + 1)..]))
            yield return main[..point];

        // Fidelity writes BRKB for BRK.B.
        if (main.Length is 4 or 5 && main[^1] is 'A' or 'B' && main.All(char.IsAsciiLetterUpper))
            yield return $"{main[..^1]}.{main[^1]}";
    }

    private static string Main(string symbol, string exchange, string currency)
    {
        // Saxo (ASML:xams), Bloomberg (700 HK Equity), Trading 212's (AAPL_US_EQ), Futu's (HK.00700, US.AAPL), Google's (NASDAQ:AAPL),
        // East Money's
        // (SH600519).
        if (symbol.AsSpan().ContainsAny(" _:."))
        {
            if (Bloomberg().Match(symbol) is { Success: true } bloomberg)
                return Join(bloomberg.Groups["code"].Value, bloomberg.Groups["market"].Value);
            if (Underscored().Match(symbol) is { Success: true } underscored)
                return Join(underscored.Groups["code"].Value, underscored.Groups["market"].Value);
            if (Suffixed().Match(symbol) is { Success: true } saxo && Exchanges.SuffixOf(saxo.Groups["market"].Value) is { } listed)
                return listed.Length > 0 ? Join(saxo.Groups["code"].Value, listed) : saxo.Groups["code"].Value;
            if (
                Prefixed().Match(symbol) is { Success: true } named
                && Exchanges.SuffixOf(named.Groups["market"].Value) is { Length: > 0 } at
            )
            {
                return Join(named.Groups["code"].Value, at);
            }

            if (Prefixed().Match(symbol) is { Success: true } prefixed && IsMarket(prefixed.Groups["market"].Value))
                return Join(prefixed.Groups["code"].Value, prefixed.Groups["market"].Value);
        }

        if (symbol.Length == 8 && Chinese().Match(symbol) is { Success: true } chinese)
            return Join(chinese.Groups["code"].Value, chinese.Groups["market"].Value);
        var point = symbol.LastIndexOf('.');
        if (point > 0 && (suffixes.ContainsKey(symbol[(point + 1)..]) || symbol.EndsWith(".US", StringComparison.Ordinal)))
            return Join(symbol[..point], symbol[(point + 1)..]);
        if (!symbol.All(char.IsAsciiDigit))
            return symbol;
        var market = exchange.ToUpperInvariant();
        return symbol.Length switch
        {
            6 when currency is "" or "CNY" && symbol[0] is '6' or '5' or '9' => symbol + ".SH",
            6 when currency is "" or "CNY" && symbol[0] is '0' or '1' or '2' or '3' => symbol + ".SZ",
            6 when currency is "" or "CNY" && symbol[0] is '4' or '8' => symbol + ".BJ",
            6 when currency == "KRW" => symbol + ".KS",
            <= 5 when currency == "HKD" || market.Contains("HK", StringComparison.Ordinal) || market.Contains('港') => Join(symbol, "HK"),
            5 when symbol[0] == '0' && currency is "" => Join(symbol, "HK"),
            // A spreadsheet's 1 is 000001.
            < 6 when currency == "CNY" && symbol[0] != '0' => Main(symbol.PadLeft(6, '0'), exchange, currency),
            4 when currency == "JPY" => symbol + ".T",
            4 when currency == "TWD" => symbol + ".TW",
            _ => symbol,
        };
    }

    private static bool IsMarket(string text) => suffixes.ContainsKey(text) || american.Contains(text);

    private static string Join(string code, string market)
    {
        if (american.Contains(market))
            return code;
        var suffix = suffixes.GetValueOrDefault(market, market);
        if (suffix == "HK" && code.All(char.IsAsciiDigit))
            code = code.TrimStart('0').PadLeft(4, '0');
        return $"{code}.{suffix}";
    }

    [GeneratedRegex(@"^(?<code>[A-Z0-9./]+) (?<market>[A-Z]{2}) EQUITY\z", Options, Timeout)]
    private static partial Regex Bloomberg();

    [GeneratedRegex(@"^(?<code>[A-Z0-9.]+)_(?<market>[A-Z]{2})_EQ\z", Options, Timeout)]
    private static partial Regex Underscored();

    [GeneratedRegex(@"^(?<code>[A-Z0-9.]+):(?<market>X[A-Z]{3})\z", Options, Timeout)]
    private static partial Regex Suffixed();

    [GeneratedRegex(@"^(?<market>[A-Z]{2,8})[.:](?<code>[A-Z0-9.]+)\z", Options, Timeout)]
    private static partial Regex Prefixed();

    [GeneratedRegex(@"^(?<market>SH|SZ|BJ)(?<code>[0-9]{6})\z", Options, Timeout)]
    private static partial Regex Chinese();
}
