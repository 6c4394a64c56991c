using System.Collections.Frozen;

namespace RiskEngine.Importing.Securities;

/// <summary>A symbol with its exchange's suffix, as most vendors write it, and how others write the same.</summary>
/// <remarks><c>600519.SH</c> is also 600519.SS, SH600519 and 600519; <c>0700.HK</c> is 00700; <c>BRK.B</c> is BRK-B.</remarks>
public static class ExchangeSymbol
{
    private static readonly FrozenDictionary<string, (string Country, string Currency)> exchanges = new Dictionary<string, (string, string)>
    {
        ["SH"] = ("CN", "CNY"),
        ["SS"] = ("CN", "CNY"),
        ["SZ"] = ("CN", "CNY"),
        ["HK"] = ("HK", "HKD"),
        ["T"] = ("JP", "JPY"),
        ["KS"] = ("KR", "KRW"),
        ["KQ"] = ("KR", "KRW"),
        ["TW"] = ("TW", "TWD"),
        ["TWO"] = ("TW", "TWD"),
        ["DE"] = ("DE", "EUR"),
        ["F"] = ("DE", "EUR"),
        ["PA"] = ("FR", "EUR"),
        ["AS"] = ("NL", "EUR"),
        ["BR"] = ("BE", "EUR"),
        ["MI"] = ("IT", "EUR"),
        ["MC"] = ("ES", "EUR"),
        ["HE"] = ("FI", "EUR"),
        ["VI"] = ("AT", "EUR"),
        ["LS"] = ("PT", "EUR"),
        ["IR"] = ("IE", "EUR"),
        ["L"] = ("GB", "GBP"),
        ["SW"] = ("CH", "CHF"),
        ["CO"] = ("DK", "DKK"),
        ["ST"] = ("SE", "SEK"),
        ["OL"] = ("NO", "NOK"),
        ["TO"] = ("CA", "CAD"),
        ["AX"] = ("AU", "AUD"),
        ["NS"] = ("IN", "INR"),
        ["BO"] = ("IN", "INR"),
        ["SA"] = ("BR", "BRL"),
        ["SI"] = ("SG", "SGD"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Country and currency of the exchange that a suffix names; the United States where there is none.</summary>
    public static (string Country, string Currency) ExchangeOf(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return exchanges.GetValueOrDefault(Suffix(symbol), ("US", "USD"));
    }

    /// <summary>The symbol itself, then other ways to write it.</summary>
    public static IReadOnlyList<string> Variants(string symbol)
    {
        var suffix = Suffix(symbol);
        var code = exchanges.ContainsKey(suffix) ? symbol[..^(suffix.Length + 1)] : symbol;
        return suffix switch
        {
            "SH" or "SS" => [symbol, $"{code}.{(suffix == "SH" ? "SS" : "SH")}", $"SH{code}", $"SH.{code}", code],
            "SZ" => [symbol, $"SZ{code}", $"SZ.{code}", code],
            "HK" when int.TryParse(code, out var number) => HongKong(symbol, number),
            "T" => [symbol, $"{code}.JP"],
            "KS" => [symbol, $"{code}.KR"],
            _ when exchanges.ContainsKey(suffix) || symbol.Contains('-', StringComparison.Ordinal) => [symbol],
            _ => UnitedStates(symbol),
        };
    }

    private static string[] HongKong(string symbol, int number) =>
        [
            .. new[]
            {
                symbol,
                $"{number}.HK",
                $"{number:D4}.HK",
                $"{number:D5}.HK",
                $"{number:D5}",
                $"HK.{number:D5}",
                $"HK{number:D5}",
            }.Distinct(),
        ];

    private static string[] UnitedStates(string symbol) =>
        symbol.Contains('.', StringComparison.Ordinal)
            ? [symbol, .. "-/ ".Select(c => symbol.Replace('.', c)), $"{symbol}.US", $"US.{symbol}"]
            : [symbol, $"{symbol}.US", $"US.{symbol}"];

    private static string Suffix(string symbol) => symbol.LastIndexOf('.') is var dot and > 0 ? symbol[(dot + 1)..].ToUpperInvariant() : "";
}
