using RiskEngine.Abstractions.Prices;
using RiskEngine.Analysis.Scoring;
using RiskEngine.Results.Backtests.Fans;
using RiskEngine.Scoring;

namespace RiskEngine.Backtesting.Fans;

/// <summary>Compares the forecasts of an origin with what came.</summary>
/// <param name="history">The prices.</param>
/// <param name="holdings">By series, columns and weights.</param>
/// <param name="forecaster">Makes the forecasts.</param>
/// <param name="settings">Horizons and the like.</param>
/// <param name="jointPaths">How many paths' joint scores are kept.</param>
internal sealed class FanComparison(
    PriceHistory history,
    IReadOnlyList<(string Column, double Weight)[]> holdings,
    OriginForecaster forecaster,
    FanBacktestSettings settings,
    int jointPaths
)
{
    private readonly Closes closes = new(history);
    private readonly DateOnly last = settings.Until ?? history.Dates[^1];

    /// <summary>The comparison.</summary>
    public OriginComparison At(DateOnly origin, CancellationToken cancel)
    {
        var forecast = forecaster.Of(origin, cancel);
        var points = holdings.Select(h => Points(forecast, h)).ToArray();
        return new OriginComparison(
            points,
            [
                .. holdings.Select(h =>
                    forecast.Profits(h, 0) is { } profits ? NormalScores.Of(profits, Math.Min(jointPaths, profits.Length)) : null
                ),
            ],
            [.. holdings.Select(h => Reason(forecast, h))],
            forecast.Method
        );
    }

    private FanPoint?[] Points(OriginForecast forecast, (string Column, double Weight)[] held)
    {
        var references = ReferenceForecasts.Of(closes, held, forecast.Date, forecaster.WindowStart(forecast.Date));
        return [.. settings.Horizons.Select((_, h) => references is null ? null : Point(forecast, held, h, references))];
    }

    private FanPoint? Point(OriginForecast forecast, (string Column, double Weight)[] held, int horizon, ReferenceForecasts references)
    {
        var date = settings.Horizons[horizon].After(forecast.Date);
        if (date > last || forecast.Profits(held, horizon) is not { } profits || Profit(held, forecast.Date, date) is not { } came)
            return null;
        Array.Sort(profits);
        var historical = references.Historical(settings.Horizons[horizon]);
        return new FanPoint(
            forecast.Date,
            date,
            came,
            [.. FanPoint.Probabilities.Select(p => (double)profits[(int)(p * (profits.Length - 1))])],
            ProbabilityIntegralTransform.Of(profits, came),
            Crps.Of(profits, came),
            Crps.Of(references.RandomWalk(settings.Horizons[horizon]), came),
            historical.Length == 0 ? double.NaN : Crps.Of(historical, came)
        );
    }

    private double? Profit((string Column, double Weight)[] held, DateOnly origin, DateOnly date)
    {
        var profit = 0.0;
        foreach (var (column, weight) in held)
        {
            if (closes.At(column, origin) is not { } start || closes.At(column, date) is not { } end)
                return null;
            profit += weight * ((end / start) - 1);
        }

        return profit;
    }

    private static string Reason(OriginForecast forecast, (string Column, double Weight)[] held) =>
        string.Join(
            "; ",
            held.Where(h => !forecast.Growths.ContainsKey(h.Column))
                .Select(h => $"'{h.Column}' {forecast.Skipped.GetValueOrDefault(h.Column, "was not estimated")}")
        );
}
