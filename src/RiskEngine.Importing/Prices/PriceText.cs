using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Importing.Prices;

/// <summary>Writes the price table of this project: a column <c>date</c>, then one an instrument; a day without a close is blank.</summary>
public static class PriceText
{
    /// <summary>The text; numbers are written so that they are read back exactly.</summary>
    public static string Write(PriceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var text = new StringBuilder("date");
        foreach (var instrument in history.Instruments)
            text.Append(',').Append(CsvText.Cell(instrument));
        var columns = history.Instruments.Select(i => history.PricesOf(i).ToArray()).ToList();
        for (var row = 0; row < history.Dates.Count; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{history.Dates[row]:yyyy-MM-dd}");
            foreach (var column in columns)
                text.Append(',').Append(double.IsNaN(column[row]) ? "" : column[row].ToString("R", CultureInfo.InvariantCulture));
        }

        return text.Append('\n').ToString();
    }
}
