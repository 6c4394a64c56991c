using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Loading.Csv;

/// <summary>One position as the portfolio file states it.</summary>
/// <param name="Instrument">The id of a known instrument.</param>
/// <param name="Quantity">How many are held; below 0 where they are owed, not 0.</param>
/// <param name="Price">The price of one, in the scenario's currency; above 0.</param>
/// <param name="Name">The broker's name of it, as text, or null.</param>
/// <param name="Location">Where the row begins.</param>
internal sealed record PortfolioRow(string Instrument, double Quantity, double Price, string? Name, SourceLocation Location);
