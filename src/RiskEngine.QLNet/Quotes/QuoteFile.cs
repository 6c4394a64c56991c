using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Time;
using RiskEngine.QLNet.Calibration;
using RiskEngine.QLNet.Curves;

namespace RiskEngine.QLNet.Quotes;

/// <summary>
/// Reads quote files: CSV with the header <c>instrument,expiry,tenor,strike,quote</c> and one quote a row. Instruments are deposit, swap,
/// swaption, swaption-lognormal, option, spot, dividend-yield, cds and recovery; cells that an instrument has no use for are empty.
/// </summary>
public static class QuoteFile
{
    private const string Header = "instrument,expiry,tenor,strike,quote";

    // Which of expiry, tenor and strike each instrument has, and the range of its quote.
    private static readonly (string Name, bool Expiry, bool Tenor, bool Strike, double Low, double High)[] known =
    [
        ("deposit", false, true, false, -0.1, 1),
        ("swap", false, true, false, -0.1, 1),
        ("swaption", true, true, false, 0, 0.5),
        ("swaption-lognormal", true, true, false, 0, 5),
        ("option", true, false, true, 0, 5),
        ("spot", false, false, false, 0, 1e18),
        ("dividend-yield", false, false, false, -0.5, 0.5),
        ("cds", false, true, false, 0, 1),
        ("recovery", false, false, false, 0, 0.99),
    ];

    /// <summary>The quotes of a file.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <param name="found">Takes all errors, each with its line; the quotes are whole only without.</param>
    public static MarketQuotes Read(string text, string file, DiagnosticBag found)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(found);
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        if (lines[0].Trim() != Header)
            found.Error(new SourceLocation(file, 1, 1), $"expected the header '{Header}', found '{lines[0].Trim()}'");
        var rows = lines
            .Select((line, at) => (Line: line, At: new SourceLocation(file, at + 1, 1)))
            .Skip(1)
            .Where(l => l.Line.Trim().Length > 0)
            .Select(l => Row.Of(l.Line, l.At, found))
            .OfType<Row>()
            .ToArray();
        var usual = new MarketQuotes();
        return usual with
        {
            Rates =
            [
                .. rows.Where(r => r.Instrument is "deposit" or "swap")
                    .Select(r => new RateQuote(r.Instrument == "swap" ? RateQuoteType.Swap : RateQuoteType.Deposit, r.Tenor, r.Quote)),
            ],
            Swaptions =
            [
                .. rows.Where(r => r.Instrument is "swaption" or "swaption-lognormal")
                    .Select(r => new SwaptionQuote(r.Expiry, r.Tenor, r.Quote, r.Instrument != "swaption")),
            ],
            Options = [.. rows.Where(r => r.Instrument == "option").Select(r => new OptionQuote(r.Expiry, r.Strike, r.Quote))],
            Credit = [.. rows.Where(r => r.Instrument == "cds").Select(r => new CreditQuote(r.Tenor, r.Quote))],
            Recovery = rows.Where(r => r.Instrument == "recovery").Select(r => r.Quote).LastOrDefault(usual.Recovery),
            Spot = rows.Where(r => r.Instrument == "spot").Select(r => (double?)r.Quote).LastOrDefault(),
            DividendYield = rows.Where(r => r.Instrument == "dividend-yield").Select(r => r.Quote).LastOrDefault(),
        };
    }

    /// <summary>One quote; its cells are checked.</summary>
    private sealed record Row(string Instrument, Tenor Expiry, Tenor Tenor, double Strike, double Quote)
    {
        public static Row? Of(string line, SourceLocation at, DiagnosticBag found)
        {
            var cells = line.Split(',').Select(c => c.Trim()).ToArray();
            var what = Array.Find(known, k => k.Name == cells[0]);
            if (cells.Length != 5)
                found.Error(at, $"expected five cells ({Header}), found {cells.Length}");
            else if (what.Name is null)
                found.Error(at, $"instrument: expected one of {string.Join(", ", known.Select(k => k.Name))}, found '{cells[0]}'");
            else
                return Checked(cells, what, at, found);
            return null;
        }

        private static Row? Checked(
            string[] cells,
            (string Name, bool Expiry, bool Tenor, bool Strike, double Low, double High) what,
            SourceLocation at,
            DiagnosticBag found
        )
        {
            var problems = new List<string>();
            var expiry = Span(cells[1], what.Expiry, "expiry", problems);
            var tenor = Span(cells[2], what.Tenor, "tenor", problems);
            var strike = what.Strike ? Number(cells[3], 0, 1e18, "strike", problems) : Empty(cells[3], "strike", problems);
            var quote = Number(cells[4], what.Low, what.High, "quote", problems);
            if (quote <= 0 && what.Low == 0)
                problems.Add($"quote: expected a number above 0, found '{cells[4]}'");
            foreach (var problem in problems)
                found.Error(at, $"{what.Name}, {problem}");
            return problems.Count == 0 ? new Row(what.Name, expiry, tenor, strike, quote) : null;
        }

        private static Tenor Span(string cell, bool isWanted, string name, List<string> problems)
        {
            if (!isWanted)
                Empty(cell, name, problems);
            else if (Abstractions.Time.Tenor.TryParse(cell, out var tenor) && tenor.Count > 0 && tenor.Years <= 100)
                return tenor;
            else
                problems.Add($"{name}: expected a tenor such as 3m or 10y, up to 100 years, found '{cell}'");
            return default;
        }

        private static double Number(string cell, double low, double high, string name, List<string> problems)
        {
            if (double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= low && number <= high)
                return number;
            problems.Add($"{name}: expected a number from {low:R} to {high:R}, found '{cell}'");
            return 1;
        }

        private static double Empty(string cell, string name, List<string> problems)
        {
            if (cell.Length > 0)
                problems.Add($"{name}: expected an empty cell, found '{cell}'");
            return 0;
        }
    }
}
