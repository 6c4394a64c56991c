using RiskEngine.Importing.Numbers;

namespace RiskEngine.Importing.Positions;

/// <summary>Which of the values that a row states is in its own currency, and which in the account's.</summary>
/// <param name="Value">In the row's currency; NaN where it states none.</param>
/// <param name="BaseCurrency">The account's currency; empty where the file does not say it.</param>
/// <param name="BaseValue">In the account's currency; NaN where it states none.</param>
internal readonly record struct StatedWorth(double Value, string BaseCurrency, double BaseValue)
{
    /// <summary>
    /// A value whose heading says another currency than the price's (Value (£) of a share in dollars) is one in the account's; pence and
    /// pounds are one currency.
    /// </summary>
    public static StatedWorth Of(string currency, string valueCurrency, double value, string baseCurrency, double baseValue)
    {
        var isOwn = valueCurrency.Length == 0 || currency.Length == 0 || Whole(valueCurrency) == Whole(currency);
        if (!isOwn && double.IsNaN(baseValue))
            return new StatedWorth(double.NaN, Whole(valueCurrency), value);
        if (isOwn && double.IsNaN(value) && currency.Length > 0 && currency == baseCurrency)
            return new StatedWorth(baseValue, baseCurrency, baseValue);

        // The heading of a value speaks of the account where others beside it are in their own currencies.
        return isOwn && valueCurrency.Length > 0 && baseCurrency.Length == 0 && double.IsNaN(baseValue)
            ? new StatedWorth(value, Whole(valueCurrency), value)
            : new StatedWorth(value, baseCurrency, baseValue);
    }

    private static string Whole(string currency) => currency == CurrencyCode.Pence ? "GBP" : currency;
}
