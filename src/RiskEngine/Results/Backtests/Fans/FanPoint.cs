namespace RiskEngine.Results.Backtests.Fans;

/// <summary>One forecast and what came. Profits are relative to the value at the origin.</summary>
/// <param name="Origin">The date at which the forecast was made.</param>
/// <param name="Date">The date that it is for.</param>
/// <param name="Profit">What came.</param>
/// <param name="Quantiles">The forecast's quantiles at 5, 10, 25, 50, 75, 90 and 95%.</param>
/// <param name="Transform">The forecast's probability of a lower profit, 0 to 1.</param>
/// <param name="Crps">Continuous ranked probability score of the forecast, in profit.</param>
/// <param name="RandomWalkCrps">That of a random walk without drift, with the volatility of the same history.</param>
/// <param name="HistoricalCrps">That of the profits of equally long spans of the same history.</param>
public sealed record FanPoint(
    DateOnly Origin,
    DateOnly Date,
    double Profit,
    IReadOnlyList<double> Quantiles,
    double Transform,
    double Crps,
    double RandomWalkCrps,
    double HistoricalCrps
)
{
    /// <summary>The probabilities of <see cref="Quantiles"/>.</summary>
    public static IReadOnlyList<double> Probabilities { get; } = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];
}
