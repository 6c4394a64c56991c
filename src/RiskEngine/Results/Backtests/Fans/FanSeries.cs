namespace RiskEngine.Results.Backtests.Fans;

/// <summary>The forecasts of an instrument or a portfolio.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsPortfolio">Whether it is a portfolio; else a column of the prices.</param>
/// <param name="Holdings">Columns and their weights at each origin, which add to 1.</param>
/// <param name="Points">By horizon, in the settings' order, the forecasts in the order of their origins; horizons may be empty.</param>
/// <param name="Scores">One entry a horizon that has forecasts.</param>
public sealed record FanSeries(
    string Name,
    bool IsPortfolio,
    IReadOnlyList<BacktestHolding> Holdings,
    IReadOnlyList<IReadOnlyList<FanPoint>> Points,
    IReadOnlyList<FanScore> Scores
);
