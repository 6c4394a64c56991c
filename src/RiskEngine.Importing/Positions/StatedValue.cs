using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Numbers;

namespace RiskEngine.Importing.Positions;

/// <summary>Brings the price and the value that a row states together.</summary>
internal static class StatedValue
{
    /// <summary>
    /// The value of the file decides the price where it is that price but rounded (27,760.42 for 100 at 277.60), or quoted for a hundred
    /// (bonds in percent) or ten thousand (Japanese funds); where it is something else, it is left aside with a warning.
    /// </summary>
    public static (double Price, double Value) PriceAndValue(PositionLine line, DiagnosticBag diagnostics)
    {
        var (quantity, price, value) = (line.Quantity, line.Price, line.Value);
        if (double.IsNaN(price) || double.IsNaN(quantity) || quantity == 0)
            return (double.IsNaN(value) || double.IsNaN(quantity) ? price : value / quantity, value);
        var multiplier = line.Multiplier > 0 ? line.Multiplier : 1;
        var product = quantity * price * multiplier;
        if (double.IsNaN(value))
            return (price * multiplier, product);
        if (product == value)
            return (price * multiplier, value);
        if (Math.Abs(Math.Abs(product) - Math.Abs(value)) <= 0.011 + (0.0051 * Math.Abs(quantity)) + (1e-4 * Math.Abs(value)))
            return (value / quantity, value);
        if (Math.Abs((product / 100) - value) <= 0.02 * Math.Abs(value) && line.Currency != CurrencyCode.Pence)
        {
            diagnostics.Notice(line.Location, $"{line.Identity.Shown}: the price {Text(price)} is per hundred, as the value shows");
            return (value / quantity, value);
        }

        if (Math.Abs((product / 10_000) - value) <= 1 + (1e-4 * Math.Abs(value)))
        {
            diagnostics.Notice(line.Location, $"{line.Identity.Shown}: the price {Text(price)} is per 10,000 units, as the value shows");
            return (value / quantity, value);
        }

        if (Math.Abs((product / 100) - value) <= 0.02 * Math.Abs(value))
            return (price, product);
        diagnostics.Warning(
            line.Location,
            $"{line.Identity.Shown}: quantity times price is {Text(product)}, the file's value {Text(value)}; the price was taken"
        );
        return (price * multiplier, product);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
