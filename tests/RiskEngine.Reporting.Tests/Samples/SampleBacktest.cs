using RiskEngine.Abstractions.Prices;
using RiskEngine.Backtesting;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results.Backtests;

namespace RiskEngine.Reporting.Tests.Samples;

/// <summary>A small backtest of two portfolios under all models, from simulated prices.</summary>
internal static class SampleBacktest
{
    private const int Days = 420;

    public static RunDescription Run { get; } =
        new()
        {
            RunId = "0123456789ab",
            Command = "riskengine backtest prices.csv",
            Started = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero),
        };

    public static BacktestResults Make(int periods = 1, string name = "core") =>
        Backtester.Run(
            Prices(),
            [new("prices.csv", new string('a', 64))],
            [new(name, [("A", 3), ("B", 1)]), new("B", [("B", 1)])],
            Enum.GetValues<BacktestModel>(),
            new BacktestSettings(0.95, 120, periods, 50)
        );

    private static PriceHistory Prices()
    {
        var (a, b) = (new double[Days], new double[Days]);
        var (first, second) = (RandomStream.Create(1, "a"), RandomStream.Create(1, "b"));
        var (x, y, h) = (0.0, 0.0, 1e-4);
        for (var t = 0; t < Days; t++)
        {
            (a[t], b[t]) = (100 * Math.Exp(x), 50 * Math.Exp(y));
            var move = Math.Sqrt(h) * first.Normal(t, 0);
            h = 5e-6 + (0.15 * move * move) + (0.8 * h);
            (x, y) = (x + move, y + (0.01 * second.Normal(t, 0)));
        }

        return new PriceHistory([.. Enumerable.Range(0, Days).Select(t => new DateOnly(2024, 1, 1).AddDays(t))], ["A", "B"], [a, b]);
    }
}
