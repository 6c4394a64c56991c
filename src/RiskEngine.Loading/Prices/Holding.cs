namespace RiskEngine.Loading.Prices;

/// <summary>What a portfolio file says of one column of a price history.</summary>
/// <param name="Column">The column, as the price file writes it.</param>
/// <param name="Value">Quantity times price, above 0.</param>
public sealed record Holding(string Column, double Value);
