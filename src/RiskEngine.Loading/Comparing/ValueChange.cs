namespace RiskEngine.Loading.Comparing;

/// <summary>A value that differs between two versions of a file.</summary>
/// <param name="Path">Which: <c>risks.supply-chain.probability</c> in YAML, the first cell of a row and the column in a table.</param>
/// <param name="From">The value in the first; null where the first has none.</param>
/// <param name="To">The value in the second; null where the second has none.</param>
public sealed record ValueChange(string Path, string? From, string? To);
