using System.Collections.Frozen;

namespace RiskEngine.Importing.Numbers;

/// <summary>Codes of currencies (ISO 4217), and the words that files write for them.</summary>
internal static class CurrencyCode
{
    /// <summary>Pence, as London quotes shares; a hundredth of <c>GBP</c>.</summary>
    public const string Pence = "GBX";

    private static readonly FrozenSet<string> codes = (
        "USD EUR GBP GBX JPY CNY HKD TWD KRW CHF CAD AUD NZD SGD SEK NOK DKK ISK PLN CZK HUF RON BGN TRY ILS INR IDR MYR THB PHP VND "
        + "ZAR BRL MXN CLP COP PEN ARS AED SAR QAR KWD EGP UAH RUB CNH MOP PKR BTC ETH USDT"
    )
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> words = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Pence"] = Pence,
        ["CNH"] = "CNY",
        ["RMB"] = "CNY",
        ["人民币"] = "CNY",
        ["人民幣"] = "CNY",
        ["元"] = "CNY",
        ["港币"] = "HKD",
        ["港幣"] = "HKD",
        ["港元"] = "HKD",
        ["美元"] = "USD",
        ["美金"] = "USD",
        ["米ドル"] = "USD",
        ["USドル"] = "USD",
        ["円"] = "JPY",
        ["日本円"] = "JPY",
        ["日元"] = "JPY",
        ["欧元"] = "EUR",
        ["新台币"] = "TWD",
        ["新台幣"] = "TWD",
        ["台幣"] = "TWD",
        ["Euro"] = "EUR",
        ["€"] = "EUR",
        ["£"] = "GBP",
        ["US$"] = "USD",
        ["HK$"] = "HKD",
        ["$"] = "USD",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this is a code in capitals, or <c>GBp</c>.</summary>
    public static bool IsKnown(string text) => codes.Contains(text) || text == "GBp";

    /// <summary>The code that a cell of a currency column says, in capitals; null where it says none.</summary>
    public static string? Of(string text)
    {
        var trimmed = text.Trim();
        if (trimmed == "GBp")
            return Pence;
        if (codes.Contains(trimmed.ToUpperInvariant()))
            return Normal(trimmed.ToUpperInvariant());
        return words.GetValueOrDefault(trimmed);
    }

    /// <summary>One code a currency: offshore renminbi counts as renminbi.</summary>
    public static string Normal(string code) => code == "GBp" ? Pence : words.GetValueOrDefault(code, code);
}
