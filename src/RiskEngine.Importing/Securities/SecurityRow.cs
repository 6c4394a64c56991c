using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;

namespace RiskEngine.Importing.Securities;

/// <summary>One row of a security list while it is read.</summary>
internal sealed class SecurityRow(string[] cells, SecurityColumns columns, SourceLocation location, DiagnosticBag diagnostics)
{
    private const int MaxText = 200;
    private const int MaxId = 64;

    private static readonly string[] sizes = ["", "mega", "large", "mid", "small"];

    private static readonly Dictionary<string, SecurityKind> kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = SecurityKind.Equity,
        ["equity"] = SecurityKind.Equity,
        ["fund"] = SecurityKind.Fund,
        ["bond"] = SecurityKind.Bond,
        ["crypto"] = SecurityKind.Crypto,
        ["private"] = SecurityKind.PrivateCompany,
    };

    private bool failed;

    /// <summary>The security, or null after an error for each thing that is wrong.</summary>
    public Security? Read()
    {
        if (cells.Length != columns.Count)
        {
            Refuse($"expected {columns.Count} cells as in the header, found {cells.Length}");
            return null;
        }

        if (cells.Any(c => c.Length > MaxText || c.Any(PlainLine.IsUnprintable)))
        {
            Refuse($"expected plain texts of at most {MaxText} characters, found a longer one or one with control characters");
            return null;
        }

        var symbols = List("symbols");
        var isin = Code("isin", Isin.IsValid, "an ISIN (12 characters with a right check digit)");
        var (country, currency) = symbols.Count > 0 ? ExchangeSymbol.ExchangeOf(symbols[0]) : ("", "");
        var security = new Security
        {
            Id = Id(symbols),
            Kind = Kind(),
            Name = Cell("name"),
            ChineseName = Cell("chineseName"),
            Aliases = List("aliases"),
            Symbols = [.. symbols.SelectMany(s => Kind() == SecurityKind.Crypto ? [s] : ExchangeSymbol.Variants(s)).Distinct()],
            Isin = isin,
            Cusip = Code(
                "cusip",
                Cusip.IsValid,
                "a CUSIP (9 characters with a right check digit)",
                Part(isin, ["US", "CA"], 2, Cusip.Length)
            ),
            Sedol = Code(
                "sedol",
                Sedol.IsValid,
                "a SEDOL (7 characters with a right check digit)",
                Part(isin, ["GB00", "IE00"], 4, Sedol.Length)
            ),
            Wkn = Code("wkn", Wkn.HasForm, "a WKN (6 characters)", Part(isin, ["DE000"], 5, Wkn.Length)),
            Country = Capitals("country", 2, IsFund() ? "" : country),
            Currency = Capitals("currency", 3, currency),
            Sector = Cell("sector"),
            Size = Size(),
            Listed = Date("listed"),
        };
        if (security.Name.Length == 0)
            Refuse("name: expected a name, found nothing");
        return failed ? null : security;
    }

    private string Cell(string column) => columns.Cell(cells, column);

    private List<string> List(string column) =>
        [.. Cell(column).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private bool IsFund() => Kind() is SecurityKind.Fund or SecurityKind.Crypto;

    private string Id(List<string> symbols)
    {
        var id = Cell("id");
        if (id.Length == 0 && symbols.Count > 0)
            id = symbols[0].ToLowerInvariant().Replace(' ', '-').Replace('/', '-');
        if (
            id.Length <= MaxId
            && id.Split('-', '.').All(w => w.Length > 0 && w.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)))
        )
        {
            return id;
        }

        Refuse($"id: expected lower-case words of letters and digits joined by '-' or '.', found '{id}'");
        return "";
    }

    private SecurityKind Kind()
    {
        if (kinds.TryGetValue(Cell("kind"), out var kind))
            return kind;
        Refuse($"kind: expected equity, fund, bond, crypto or private, found '{Cell("kind")}'");
        return default;
    }

    private string Size()
    {
        if (!sizes.Contains(Cell("size")))
            Refuse($"size: expected mega, large, mid, small or nothing, found '{Cell("size")}'");
        return Cell("size");
    }

    private string Code(string column, Func<string, bool> isValid, string expected, string derived = "")
    {
        var code = Cell(column).ToUpperInvariant();
        if (code.Length == 0)
            return isValid(derived) ? derived : "";
        if (!isValid(code))
            Refuse($"{column}: expected {expected}, found '{code}'");
        return code;
    }

    private static string Part(string isin, string[] starts, int from, int length) =>
        starts.Any(s => isin.StartsWith(s, StringComparison.Ordinal)) ? isin.Substring(from, length) : "";

    private string Capitals(string column, int length, string otherwise)
    {
        var text = Cell(column).ToUpperInvariant();
        if (text.Length == 0)
            return otherwise;
        if (text.Length != length || !text.All(char.IsAsciiLetterUpper))
            Refuse($"{column}: expected {length} letters, found '{text}'");
        return text;
    }

    private DateOnly? Date(string column)
    {
        if (Cell(column).Length == 0)
            return null;
        if (DateOnly.TryParseExact(Cell(column), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Refuse($"{column}: expected a date such as 2026-01-31, found '{Cell(column)}'");
        return null;
    }

    private void Refuse(string message)
    {
        diagnostics.Error(location, message);
        failed = true;
    }
}
