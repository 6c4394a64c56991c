namespace RiskEngine.Abstractions.Factors;

/// <summary>One column of a joint history of returns. Columns of one history have their rows in common.</summary>
/// <param name="History">Id of the history: factors that name the same one take the same rows together.</param>
/// <param name="Column">The column's heading.</param>
/// <param name="LogReturns">Logarithmic returns in order of time, one a row; at least two.</param>
/// <param name="RowsPerYear">How many rows a year has, above 0: 252 or so for daily rows, 12 for monthly ones.</param>
/// <param name="BlockLength">Expected number of rows that are taken one after the other, 1 or more.</param>
public sealed record HistoryColumn(string History, string Column, IReadOnlyList<double> LogReturns, double RowsPerYear, double BlockLength);
