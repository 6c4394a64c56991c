namespace RiskEngine.Backtesting;

/// <summary>A portfolio to be backtested.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Values">Columns of the price history and what is held of them in money, above 0.</param>
public sealed record BacktestPortfolio(string Name, IReadOnlyList<(string Column, double Value)> Values);
