using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Identifiers;

namespace RiskEngine.Importing.Transactions;

/// <summary>One row of transactions that changes what is held.</summary>
/// <param name="Location">The row.</param>
/// <param name="Date">Its date.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Identity">The security.</param>
/// <param name="Quantity">Units, 0 or above; of a split the units after it for one before, or NaN where <paramref name="Added"/>
/// counts.</param>
/// <param name="Added">Units that a split adds; NaN where it states a ratio.</param>
/// <param name="Price">Price of one unit; NaN where it says none.</param>
/// <param name="Currency">The currency of the price; may be empty.</param>
/// <param name="Words">What the file calls it.</param>
internal sealed record TransactionLine(
    SourceLocation Location,
    DateOnly Date,
    TransactionKind Kind,
    Identity Identity,
    double Quantity,
    double Added,
    double Price,
    string Currency,
    string Words
);

/// <summary>What a transaction does to what is held.</summary>
internal enum TransactionKind
{
    /// <summary>Adds units.</summary>
    Buy,

    /// <summary>Takes units away.</summary>
    Sell,

    /// <summary>Makes several units of one, or one of several.</summary>
    Split,
}
