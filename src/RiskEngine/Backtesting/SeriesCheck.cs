using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Backtesting;
using RiskEngine.Calibration.Returns;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Backtesting;

/// <summary>Whether a portfolio's prices can be backtested, and what their dates say.</summary>
internal static class SeriesCheck
{
    /// <summary>Its daily returns, or why there are none: prices that are no daily ones, too few of them, or none that moves.</summary>
    public static (PortfolioReturns? Returns, LocalText? Reason) Of(
        PriceHistory history,
        HistoryCalendar calendar,
        BacktestPortfolio portfolio,
        BacktestSettings settings
    )
    {
        var columns = portfolio.Values.Select(value => calendar.Of(value.Column)).ToArray();
        if (Array.Find(columns, column => column.Frequency != SamplingFrequency.Daily) is { } seldom)
            return (null, NotDaily(seldom));
        var isSevenDay = Array.TrueForAll(columns, column => column.IsSevenDay);
        PortfolioReturns past;
        try
        {
            past = PortfolioReturns.Of(history, portfolio.Values, settings.Until, row => isSevenDay || calendar.IsKept(row));
        }
        catch (ArgumentException e)
        {
            return (null, LocalText.Same(e.Message.Split(" (Parameter", 2)[0]));
        }

        var forecasts = Forecasts(past, settings);
        if (forecasts < Backtester.LeastForecasts)
            return (null, TooFew(past, forecasts, settings));
        return Still(past, settings) is { } still ? (null, still) : (past, null);
    }

    /// <summary>Seven-day columns: what a day is for them.</summary>
    public static LocalText? Notice(HistoryCalendar calendar, BacktestPortfolio portfolio)
    {
        var columns = portfolio.Values.Select(value => calendar.Of(value.Column)).ToArray();
        var (some, all) = (Array.Exists(columns, c => c.IsSevenDay), Array.TrueForAll(columns, c => c.IsSevenDay));
        if (all)
        {
            return new(
                $"{portfolio.Name}: closes come seven days a week; every calendar day counts as a trading day.",
                $"{portfolio.Name}：每周七天都有收盘价；每个日历日计为一个交易日。"
            );
        }

        if (some)
        {
            return new(
                $"{portfolio.Name}: some columns have closes seven days a week; only days on which all have one count, the next "
                    + "return spans "
                    + "the rest.",
                $"{portfolio.Name}：部分列每周七天有收盘价；只计所有列都有收盘价的日子，其余并入下一次收益。"
            );
        }

        return Array.Exists(columns, c => c.HasFilledWeekends)
            ? new(
                $"{portfolio.Name}: weekends only repeat Friday's close; those days are left out.",
                $"{portfolio.Name}：周末只是重复周五收盘价；这些日子不计。"
            )
            : null;
    }

    private static LocalText NotDaily(ColumnCalendar column) =>
        new(
            $"expected daily closes, found one every {column.MiddleGap} days ('{column.Column}', the middle gap); a backtest "
                + "forecasts trading "
                + "days",
            $"应为每日收盘价，实际每 {column.MiddleGap} 天一个（“{column.Column}”，间隔中位数）；回测以交易日为单位"
        );

    private static int Forecasts(PortfolioReturns past, BacktestSettings settings)
    {
        var first = settings.Window;
        while (settings.From is { } from && first < past.Dates.Count && past.Dates[first] < from)
            first++;
        return Math.Max(0, past.Returns.Count - first) / settings.Periods;
    }

    private static LocalText TooFew(PortfolioReturns past, int found, BacktestSettings settings) =>
        new(
            $"expected prices for {Backtester.LeastForecasts} forecasts of {settings.Periods} trading days or more after a window of "
                + $"{settings.Window}, found {past.Returns.Count + 1} days with a price from {past.Dates[0]:yyyy-MM-dd} to "
                + $"{past.Dates[^1]:yyyy-MM-dd}, which give {found}",
            $"窗口 {settings.Window} 天之后至少应有 {Backtester.LeastForecasts} 次 {settings.Periods} 个交易日的预测；有价格的日子为 {past.Returns.Count + 1} 天（"
                + $"{past.Dates[0]:yyyy-MM-dd} 至 {past.Dates[^1]:yyyy-MM-dd}），只够 {found} 次"
        );

    /// <summary>A whole window of the same return leaves nothing to forecast from.</summary>
    private static LocalText? Still(PortfolioReturns past, BacktestSettings settings)
    {
        var run = 1;
        for (var t = 1; t <= past.Returns.Count; t++)
        {
            if (t < past.Returns.Count && past.Returns[t] == past.Returns[t - 1])
            {
                run++;
                continue;
            }

            if (run >= settings.Window)
            {
                return new(
                    $"expected returns that vary, found the same one on all {run} days from {past.Dates[t - run]:yyyy-MM-dd} to "
                        + $"{past.Dates[t - 1]:yyyy-MM-dd}",
                    $"收益应有变化，但 {past.Dates[t - run]:yyyy-MM-dd} 至 {past.Dates[t - 1]:yyyy-MM-dd} 的 {run} 天全部相同"
                );
            }

            run = 1;
        }

        return null;
    }
}
