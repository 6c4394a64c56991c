using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Files;

namespace RiskEngine.Importing.Positions;

/// <summary>Writes the portfolio file of this project: <c>instrument,quantity,price,currency,name</c>.</summary>
public static class PortfolioText
{
    /// <summary>The text, one line a position; numbers are written so that they are read back exactly.</summary>
    public static string Write(IEnumerable<ImportedHolding> holdings)
    {
        ArgumentNullException.ThrowIfNull(holdings);
        var text = new StringBuilder("instrument,quantity,price,currency,name\n");
        foreach (var holding in holdings)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{CsvText.Cell(holding.Id)},{holding.Quantity:R},{holding.Price:R},{CsvText.Cell(holding.Currency)},"
                    + $"{CsvText.Cell(holding.Name)}\n"
            );
        }

        return text.ToString();
    }
}
