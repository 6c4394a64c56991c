namespace RiskEngine.Analysis.Scoring;

/// <summary>A forecast and where its outcome lay.</summary>
/// <param name="Origin">When it was made: the place of its origin in time, from 0.</param>
/// <param name="Series">What it was for: the place of the name in its list.</param>
/// <param name="Transform">The forecast's probability of less than what came, 0 to 1.</param>
public readonly record struct ScoredForecast(int Origin, int Series, double Transform);
