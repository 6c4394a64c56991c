using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Identifiers;

namespace RiskEngine.Importing.Positions;

/// <summary>What the rows about one security in one currency add up to so far.</summary>
internal sealed class HoldingSum(string id, string name, string currency, bool isKnown, SourceLocation location)
{
    public string Id => id;

    public Identity? Identity { get; init; }

    public Security? Security { get; init; }

    public string Currency { get; private set; } = currency;

    public SourceLocation Location => location;

    public double Quantity { get; private set; }

    public double Value { get; private set; }

    /// <summary>Value in the account's currency; NaN where any row says none.</summary>
    public double BaseValue { get; private set; }

    public int Rows { get; private set; }

    /// <summary>The price where all rows have the same; else NaN.</summary>
    private double price;

    private double lastPrice;

    public void Add(double quantity, double unitPrice, double baseValue)
    {
        (price, lastPrice) = (Rows == 0 || price == unitPrice ? unitPrice : double.NaN, unitPrice);
        Quantity += quantity;
        Value += quantity * unitPrice;
        BaseValue += baseValue;
        Rows++;
    }

    /// <summary>Counts another sum of the same security, in the same currency, in.</summary>
    public void Add(HoldingSum other)
    {
        (price, lastPrice) = (price == other.price ? price : double.NaN, other.lastPrice);
        Quantity += other.Quantity;
        Value += other.Value;
        Rows += other.Rows;
    }

    /// <summary>Counts in the account's currency from now on; the quantity of cash is its amount.</summary>
    public void ToBase(string baseCurrency, bool isCash)
    {
        if (Currency == baseCurrency)
            return;
        (Currency, Value) = (baseCurrency, BaseValue);
        price = isCash ? 1 : double.NaN;
        if (isCash)
            Quantity = Value;
    }

    /// <summary>
    /// That of all rows, or their mean; the last one's where what is held and what is owed leaves no mean that is a price.
    /// </summary>
    private double Price =>
        !double.IsNaN(price) ? price
        : Value / Quantity > 0 ? Value / Quantity
        : lastPrice;

    public ImportedHolding Holding(string finalId) =>
        new(finalId, name, Quantity, Price, Currency, isKnown, Rows, location) { Identity = Identity, Security = Security };
}
