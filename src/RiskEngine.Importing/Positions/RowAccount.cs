using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Positions;

/// <summary>What became of one row of a file.</summary>
/// <param name="Location">The row.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Why, or which position it went into.</param>
/// <param name="Value">Its value in <paramref name="Currency"/>; NaN where it has none.</param>
/// <param name="Currency">The currency of the value; may be empty.</param>
public sealed record RowAccount(
    SourceLocation Location,
    RowOutcome Outcome,
    string Reason,
    double Value = double.NaN,
    string Currency = ""
);

/// <summary>What can become of a row.</summary>
public enum RowOutcome
{
    /// <summary>It is a position.</summary>
    Taken,

    /// <summary>It was added to a position of an earlier row.</summary>
    Summed,

    /// <summary>It holds a position that the engine has no instrument for: short, a future, an option.</summary>
    NotHeld,

    /// <summary>It is a heading, a total, a footer, or holds nothing.</summary>
    Skipped,
}
