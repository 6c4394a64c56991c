using System.Text;

namespace RiskEngine.Importing.Numbers;

/// <summary>A number as written, taken apart: what is left are digits and the signs that part them.</summary>
/// <param name="Digits">Digits with their points, commas, apostrophes and spaces; empty where there is no number.</param>
/// <param name="IsNegative">Whether a minus stands before or after it, or parentheses around it.</param>
/// <param name="Currency">The code that its symbol or letters say, or empty. <c>$</c> and <c>¥</c> alone say none.</param>
/// <param name="IsPercent">Whether a percent sign follows.</param>
/// <param name="IsMissing">Whether it says that there is no figure: nothing, <c>N/A</c>, <c>--</c>, <c>null</c>.</param>
internal readonly record struct NumberText(string Digits, bool IsNegative, string Currency, bool IsPercent, bool IsMissing)
{
    private static readonly HashSet<string> missing = new(StringComparer.OrdinalIgnoreCase)
    {
        "",
        "-",
        "--",
        "---",
        "–",
        "—",
        "N/A",
        "#N/A",
        "NA",
        "n.a.",
        "k.A.",
        "n.v.t.",
        "null",
        "nil",
        "none",
        "NaN",
        "暂无",
        "無",
        "无",
        "未知",
    };

    /// <summary>Longer ones first, so that HK$ is not taken for $.</summary>
    private static readonly (string Symbol, string Currency)[] symbols =
    [
        ("US$", "USD"),
        ("HK$", "HKD"),
        ("NT$", "TWD"),
        ("CA$", "CAD"),
        ("AU$", "AUD"),
        ("C$", "CAD"),
        ("A$", "AUD"),
        ("S$", "SGD"),
        ("R$", "BRL"),
        ("CN¥", "CNY"),
        ("JP¥", "JPY"),
        ("RMB", "CNY"),
        ("GBp", "GBX"),
        ("Fr.", "CHF"),
        ("kr", ""),
        ("€", "EUR"),
        ("£", "GBP"),
        ("₩", "KRW"),
        ("₹", "INR"),
        ("美元", "USD"),
        ("港元", "HKD"),
        ("港币", "HKD"),
        ("人民币", "CNY"),
        ("元", ""),
        ("円", "JPY"),
        ("股", ""),
        ("株", ""),
        ("口", ""),
        ("$", ""),
        ("¥", ""),
    ];

    /// <summary>Whether a text says that there is no figure.</summary>
    public static bool SaysMissing(string text) => missing.Contains(text.Trim());

    /// <summary>Takes a text apart; null where it holds something that belongs to no number.</summary>
    public static NumberText? Of(string written)
    {
        // Most numbers of a long table are plain.
        if (written.Length > 0 && char.IsAsciiDigit(written[0]) && written.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
            return new NumberText(written, false, "", false, false);
        if (Usual(written) is { } usual)
            return usual;
        if (SaysMissing(written))
            return new NumberText("", false, "", false, true);
        var text = Plain(written);
        var (negative, currency, percent) = (false, "", false);
        var before = "";
        while (before != text)
        {
            before = text;
            if (text.Length > 2 && text[0] == '(' && text[^1] == ')')
                (negative, text) = (true, text[1..^1].Trim());
            else if (text.StartsWith('-') || text.EndsWith('-'))
                (negative, text) = (!negative, text.Trim('-').Trim());
            else if (text.StartsWith('+'))
                text = text[1..].Trim();
            else if (text.EndsWith('%'))
                (percent, text) = (true, text[..^1].Trim());
            else if (Symbol(text) is { } found)
                (text, currency) = (found.Text, found.Currency.Length > 0 ? found.Currency : currency);
        }

        return text.Length > 0 && text.All(c => char.IsAsciiDigit(c) || c is '.' or ',' or '\'' or ' ') && text.Any(char.IsAsciiDigit)
            ? new NumberText(text, negative, currency, percent, false)
            : null;
    }

    /// <summary><c>$27,760.00</c>, <c>+$1.20</c>, <c>-12.5</c>: a sign, a dollar sign, digits with their marks.</summary>
    private static NumberText? Usual(string written)
    {
        var start = 0;
        if (written.Length > 1 && written[0] is '+' or '-')
            start = 1;
        if (written.Length > start + 1 && written[start] == '$')
            start++;
        var digits = written.AsSpan(start);
        return start > 0 && char.IsAsciiDigit(digits[0]) && IsPlain(digits)
            ? new NumberText(digits.ToString(), written[0] == '-', "", false, false)
            : null;
    }

    private static bool IsPlain(ReadOnlySpan<char> digits)
    {
        foreach (var character in digits)
        {
            if (!char.IsAsciiDigit(character) && character is not ('.' or ','))
                return false;
        }

        return true;
    }

    /// <summary>Full-width forms as plain ones; minus signs, apostrophes and spaces of all kinds as one of each.</summary>
    private static string Plain(string written)
    {
        var plain = new StringBuilder(written.Length);
        foreach (var character in written.Trim())
        {
            plain.Append(
                character switch
                {
                    >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
                    '\u2212' or '\u2010' or '\u2011' or '\u2012' or '\u2013' => '-',
                    '\u2019' or '\u02BC' or '`' => '\'',
                    '\u00A0' or '\u202F' or '\u2009' or '\u3000' => ' ',
                    '￥' => '¥',
                    _ => character,
                }
            );
        }

        return plain.ToString().Trim();
    }

    private static (string Text, string Currency)? Symbol(string text)
    {
        foreach (var (symbol, currency) in symbols)
        {
            if (text.Length > symbol.Length && text.StartsWith(symbol, StringComparison.Ordinal))
                return (text[symbol.Length..].Trim(), currency);
            if (text.Length > symbol.Length && text.EndsWith(symbol, StringComparison.Ordinal))
                return (text[..^symbol.Length].Trim(), currency);
        }

        if (text.Length > 3 && CurrencyCode.IsKnown(text[..3]) && !char.IsAsciiLetter(text[3]))
            return (text[3..].Trim(), CurrencyCode.Normal(text[..3]));
        if (text.Length > 3 && CurrencyCode.IsKnown(text[^3..]) && !char.IsAsciiLetter(text[^4]))
            return (text[..^3].Trim(), CurrencyCode.Normal(text[^3..]));
        return null;
    }
}
