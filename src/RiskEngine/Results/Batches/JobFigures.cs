namespace RiskEngine.Results.Batches;

/// <summary>What one job found out.</summary>
/// <param name="Paths">How many paths were simulated.</param>
/// <param name="Rows">Every measure of every portfolio, as held and following all, at every horizon.</param>
public sealed record JobFigures(int Paths, IReadOnlyList<FigureRow> Rows);
