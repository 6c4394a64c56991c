namespace RiskEngine.Results.Backtests;

/// <summary>One forecast and what came.</summary>
/// <param name="Date">The last day that it is for.</param>
/// <param name="Return">The log return that came.</param>
/// <param name="ValueAtRisk">The loss that was to be exceeded with the tail's probability.</param>
/// <param name="ExpectedShortfall">The mean loss in that tail.</param>
/// <param name="Probability">The forecast's probability of a lower return: evenly spread between 0 and 1 when the model is right.</param>
public readonly record struct BacktestPoint(DateOnly Date, double Return, double ValueAtRisk, double ExpectedShortfall, double Probability)
{
    /// <summary>Whether the loss was larger than VaR.</summary>
    public bool IsBreach => Return < -ValueAtRisk;
}
