using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Positions;

/// <summary>A total of the file beside what its rows add up to, as far as they were understood.</summary>
/// <param name="Location">The row of the total.</param>
/// <param name="Label">How the file calls it; empty where it does not.</param>
/// <param name="Stated">What the file says.</param>
/// <param name="Found">
/// What the rows above it add up to: positions, cash and what cannot be held; NaN where they are in several currencies and the file gives
/// nothing that brings them together.
/// </param>
public sealed record TotalCheck(SourceLocation Location, string Label, double Stated, double Found)
{
    /// <summary>Whether there is something to compare it with.</summary>
    public bool IsComparable => !double.IsNaN(Found);

    /// <summary>Whether they agree to the cent.</summary>
    public bool Agrees => Math.Abs(Stated - Found) < 0.005 + (1e-12 * Math.Abs(Stated));
}
