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

    public void Add(double quantity, double unitPrice, double baseValue)
    {
        price = Rows == 0 || price == unitPrice ? unitPrice : double.NaN;
        Quantity += quantity;
        Value += quantity * unitPrice;
        BaseValue += baseValue;
        Rows++;
    }

    /// <summary>Counts another sum of the same security, in the same currency, in.</summary>
    public void Add(HoldingSum other)
    {
        price = price == other.price ? price : double.NaN;
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

    public ImportedHolding Holding(string finalId) =>
        new(finalId, name, Quantity, double.IsNaN(price) ? Value / Quantity : price, Currency, isKnown, Rows, location)
        {
            Identity = Identity,
            Security = Security,
        };
}
