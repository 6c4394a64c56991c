using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Positions;

/// <summary>A row that a file labels as a total.</summary>
/// <param name="Location">The row.</param>
/// <param name="Label">Its label.</param>
/// <param name="Value">Its value; NaN where it says none.</param>
/// <param name="Currency">The currency that it says; else empty.</param>
/// <param name="IsBase">Whether it stands in the column of values in the account's currency.</param>
internal readonly record struct StatedTotal(SourceLocation Location, string Label, double Value, string Currency, bool IsBase = false);
