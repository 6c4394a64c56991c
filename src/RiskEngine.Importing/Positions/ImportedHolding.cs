using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Identifiers;

namespace RiskEngine.Importing.Positions;

/// <summary>One position of an imported portfolio: what the rows about one security add up to.</summary>
/// <param name="Id">The instrument's id: that of the security list, or one made from what the file says; <c>cash</c> for cash.</param>
/// <param name="Name">Its name in the file; may be empty.</param>
/// <param name="Quantity">Units held; below 0 for units owed (sold short, or cash that was borrowed), not 0.</param>
/// <param name="Price">Price of one unit, above 0, in <paramref name="Currency"/>.</param>
/// <param name="Currency">Three letters (ISO 4217).</param>
/// <param name="IsKnown">Whether the security list knows it; cash is known.</param>
/// <param name="Rows">How many rows add up to it.</param>
/// <param name="Location">The first of them.</param>
public sealed record ImportedHolding(
    string Id,
    string Name,
    double Quantity,
    double Price,
    string Currency,
    bool IsKnown,
    int Rows,
    SourceLocation Location
)
{
    /// <summary>
    /// Other names and codes of it, in the file and in the security list; price tables and scenarios may use one of them.
    /// </summary>
    public IReadOnlyList<string> OtherNames => Identity is null ? [] : SecurityResolver.NamesOf(Identity, Security);

    /// <summary>What the file says of the security; null for cash.</summary>
    internal Identity? Identity { get; init; }

    /// <summary>The security where the list knows it.</summary>
    internal Security? Security { get; init; }

    /// <summary>Quantity times price.</summary>
    public double Value => Quantity * Price;
}
