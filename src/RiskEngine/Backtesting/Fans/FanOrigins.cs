using RiskEngine.Abstractions.Prices;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Backtesting.Fans;

/// <summary>The dates at which forecasts are made.</summary>
internal static class FanOrigins
{
    /// <summary>
    /// The last day with prices of each month, quarter or year that has enough returns before it and the shortest horizon after it.
    /// </summary>
    /// <param name="history">The prices.</param>
    /// <param name="benchmark">The column that must have the history; null for any.</param>
    /// <param name="leastReturns">The returns of two years.</param>
    /// <param name="settings">Spacing, horizons, first and last day.</param>
    public static IReadOnlyList<DateOnly> Of(PriceHistory history, string? benchmark, int leastReturns, FanBacktestSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastReturns, 1);
        var dates = history.Dates.Where(date => settings.Until is not { } until || date <= until).ToArray();
        if (dates.Length == 0)
            return [];
        var first = FirstClose(history, benchmark).AddYears(2).AddDays(14);
        return
        [
            .. dates
                .GroupBy(date => ((date.Year * 12) + date.Month - 1) / settings.MonthsApart)
                .Select(group => group.Last())
                .Where(origin => origin >= first && !(origin < settings.From) && settings.Horizons[0].After(origin) <= dates[^1]),
        ];
    }

    private static DateOnly FirstClose(PriceHistory history, string? benchmark)
    {
        IEnumerable<string> columns = benchmark is null ? history.Instruments : [benchmark];
        return columns.Min(column => history.Dates[FirstRow(history.PricesOf(column))]);
    }

    private static int FirstRow(ReadOnlySpan<double> prices)
    {
        var row = 0;
        while (row < prices.Length - 1 && double.IsNaN(prices[row]))
            row++;
        return row;
    }
}
