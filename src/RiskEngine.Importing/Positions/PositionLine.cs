using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Identifiers;

namespace RiskEngine.Importing.Positions;

/// <summary>One row of holdings, its numbers read.</summary>
/// <param name="Location">The row.</param>
/// <param name="Identity">What it says of the security.</param>
/// <param name="Quantity">Units; NaN where it says none.</param>
/// <param name="Price">Price of one unit in <paramref name="Currency"/>; NaN where it says none.</param>
/// <param name="Value">Value in <paramref name="Currency"/>; NaN where it says none.</param>
/// <param name="Currency">The currency; empty where neither the row nor the format says one.</param>
/// <param name="BaseValue">Value in <paramref name="BaseCurrency"/>; NaN where it says none.</param>
/// <param name="BaseCurrency">The account's currency; empty where the file does not say it.</param>
/// <param name="Multiplier">Units that one contract is on; NaN where it says none.</param>
/// <param name="Asset">What the row says of its asset class; may be empty.</param>
/// <param name="IsCash">Whether it is cash.</param>
internal sealed record PositionLine(
    SourceLocation Location,
    Identity Identity,
    double Quantity,
    double Price,
    double Value,
    string Currency,
    double BaseValue,
    string BaseCurrency,
    double Multiplier,
    string Asset,
    bool IsCash
)
{
    /// <summary>
    /// Whether the listing's currency is likely that of a price without one: of a symbol with decimal points it is; a broker of the euro
    /// area states shares of all the world by ISIN, or with decimal commas, in euros.
    /// </summary>
    public bool IsListingCurrency { get; init; }

    /// <summary>Value in the account's currency; NaN where the row says none.</summary>
    public double ValueInBase => double.IsNaN(BaseValue) && Currency == BaseCurrency ? Value : BaseValue;
}
