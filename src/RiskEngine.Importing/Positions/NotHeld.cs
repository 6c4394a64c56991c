using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Identifiers;

namespace RiskEngine.Importing.Positions;

/// <summary>A position of the file that the portfolio cannot hold.</summary>
/// <param name="What">The security, as the file calls it.</param>
/// <param name="Quantity">Units; below 0 for a short position; NaN where the file says none.</param>
/// <param name="Value">Its value in <paramref name="Currency"/>, below 0 where it is owed.</param>
/// <param name="Currency">The currency; may be empty.</param>
/// <param name="Reason">Why it is not held.</param>
/// <param name="Option">The contract where it is an option.</param>
/// <param name="Location">Its row.</param>
public sealed record NotHeld(
    string What,
    double Quantity,
    double Value,
    string Currency,
    string Reason,
    OptionContract? Option,
    SourceLocation Location
);
