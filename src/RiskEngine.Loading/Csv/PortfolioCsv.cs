using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Loading.Csv;

/// <summary>Reads a portfolio as a broker exports it: the columns instrument, quantity, price, currency and, if there, name.</summary>
/// <param name="file">The file, for diagnostics.</param>
/// <param name="instruments">The instruments that the scenario knows; upper and lower case are alike in a portfolio file.</param>
/// <param name="currency">The scenario's currency, in which all prices must be; null when it could not be read.</param>
/// <param name="diagnostics">Takes the errors and notices.</param>
/// <param name="whoseCurrency">Where that currency comes from, for messages.</param>
internal sealed class PortfolioCsv(
    string file,
    IdSet instruments,
    string? currency,
    DiagnosticBag diagnostics,
    string whoseCurrency = PortfolioCsv.ScenarioCurrency
)
{
    /// <summary>Whose currency it is unless told otherwise.</summary>
    public const string ScenarioCurrency = "the scenario's currency";

    private bool failed;
    private bool hasDecimalComma;

    /// <summary>The positions in the order of the file, or null after errors.</summary>
    public IReadOnlyList<PortfolioRow>? Read(string text)
    {
        var rows = CsvTable.Read(text, file, diagnostics, out var isWhole);
        failed = !isWhole;
        if (rows.Count == 0)
        {
            if (failed)
                return null;
            diagnostics.Error(
                new SourceLocation(file, 1, 1),
                "the file is empty: expected a header (instrument, quantity, price, currency) and positions"
            );
            return null;
        }

        if (PortfolioColumns.Of(rows[0], diagnostics) is not { } columns)
            return null;
        if (rows.Count == 1 && !failed)
        {
            diagnostics.Error(new SourceLocation(file, 1, 1), "the portfolio has no positions: expected at least one row below the header");
            return null;
        }

        hasDecimalComma = rows.Skip(1).Any(r => HasDecimalComma(r, columns.Quantity) || HasDecimalComma(r, columns.Price));
        var positions = new List<PortfolioRow>();
        var first = new Dictionary<string, SourceLocation>();
        foreach (var row in rows.Skip(1))
        {
            if (Position(row, columns, rows[0].Count) is not { } position)
                continue;
            if (first.TryAdd(position.Instrument, position.Location))
            {
                positions.Add(position);
            }
            else
            {
                Refuse(
                    position.Location,
                    $"duplicate instrument '{position.Instrument}' (first at line {first[position.Instrument].Line}): add the two up "
                        + $"in one row"
                );
            }
        }

        return failed ? null : positions;
    }

    private PortfolioRow? Position(IReadOnlyList<CsvCell> row, PortfolioColumns columns, int width)
    {
        if (row.Count != width)
        {
            var hint = row.Count > width ? " (a number with a comma in it stands in quotes)" : "";
            Refuse(row[0].Location, $"expected {width} cells as in the header, found {row.Count}{hint}");
            return null;
        }

        var instrument = Instrument(row[columns.Instrument]);
        var quantity = Number(row[columns.Quantity], "quantity", mayBeOwed: true);
        var price = Number(row[columns.Price], "price", mayBeOwed: false);
        var isPriced = IsScenarioCurrency(row[columns.Currency]);
        if (quantity * price == 0)
        {
            Refuse(
                row[0].Location,
                $"expected a position whose quantity times price is not 0, found {quantity:R} times {price:R}, which is too small "
                    + $"for a number"
            );
            return null;
        }

        var name = columns.Name >= 0 && row[columns.Name].Text.Length > 0 ? row[columns.Name].Text : null;
        return instrument is null || quantity is null || price is null || !isPriced
            ? null
            : new PortfolioRow(instrument, quantity.Value, price.Value, name, row[0].Location);
    }

    private string? Instrument(CsvCell cell)
    {
        var id = cell.Text.ToLowerInvariant();
        if (cell.Text.Length == 0)
            Refuse(cell.Location, "instrument: expected the id of an instrument, found nothing");
        else if (instruments.Check(id, "instrument", cell.Location, diagnostics))
            return id;
        failed = true;
        return null;
    }

    private double? Number(CsvCell cell, string what, bool mayBeOwed)
    {
        var number = CsvNumber.Parse(cell.Text);
        var problem = number.Problem;
        if (problem is null && hasDecimalComma && number.IsPlain && LooksGrouped(cell.Text))
            problem = $"'{cell.Text}', which may mean {cell.Text.Replace(".", "")}, for other numbers in this file have a decimal comma";
        if (problem is null && (mayBeOwed ? number.Value == 0 : number.Value <= 0))
            problem = $"'{cell.Text}'";
        if (problem is null && Math.Abs(number.Value) > NumberRange.MaxSize)
            problem = $"'{cell.Text}' (numbers are at most {NumberRange.MaxSize:R} in size)";
        if (problem is not null)
        {
            Refuse(cell.Location, $"{what}: expected a number {(mayBeOwed ? "other than" : "above")} 0, found {problem}");
            return null;
        }

        if (!number.IsPlain)
            diagnostics.Notice(cell.Location, $"{what}: '{cell.Text}' was read as {number.Value:R}");
        return number.Value;
    }

    private bool IsScenarioCurrency(CsvCell cell)
    {
        if (currency is null || string.Equals(cell.Text, currency, StringComparison.OrdinalIgnoreCase))
            return true;
        Refuse(cell.Location, OtherCurrency(currency, whoseCurrency, cell.Text.Length == 0 ? "nothing" : $"'{cell.Text}'"));
        return false;
    }

    /// <summary>What is said of a price in another currency.</summary>
    public static string OtherCurrency(string expected, string whose, string found)
    {
        var hint = whose == ScenarioCurrency && found != "nothing" ? "; what is quoted in another one is priced by the kind 'foreign'" : "";
        return $"currency: expected {expected}, {whose}, found {found}{hint}";
    }

    /// <summary>Such as 1.234: in a file with decimal commas the point may part thousands.</summary>
    private static bool LooksGrouped(string text)
    {
        var point = text.IndexOf('.');
        return point is > 0 and <= 3 && text.Length - point == 4;
    }

    private static bool HasDecimalComma(IReadOnlyList<CsvCell> row, int column) =>
        column < row.Count && CsvNumber.Parse(row[column].Text).CommaIsDecimal;

    private void Refuse(SourceLocation location, string message)
    {
        diagnostics.Error(location, message);
        failed = true;
    }
}
