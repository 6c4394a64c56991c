using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Analysis.Scoring;
using RiskEngine.Calibration;
using RiskEngine.Calibration.Market;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Results.Backtests;
using RiskEngine.Results.Backtests.Fans;

namespace RiskEngine.Backtesting.Fans;

/// <summary>
/// Backtests the whole engine: at each of many past dates it calibrates on what was known, simulates, and compares the forecast
/// distributions with what came.
/// </summary>
public static class FanBacktester
{
    /// <summary>The fewest origins that are tested.</summary>
    public const int LeastOrigins = 8;

    // Paths whose joint ranks make the tests' null hypothesis, and how often it is drawn.
    private const int JointPaths = 512;
    private const int Replicates = 999;

    /// <summary>Backtests every column and every portfolio.</summary>
    /// <param name="history">The prices.</param>
    /// <param name="inputs">The files that prices and portfolios came from.</param>
    /// <param name="portfolios">The portfolios; they have their weights of today at each origin and hold from there.</param>
    /// <param name="calibration">What is estimated at each origin; its dates are set by the origin.</param>
    /// <param name="premium">What the market is expected to earn; null for the default, which needs a benchmark.</param>
    /// <param name="settings">Horizons, origins and the like.</param>
    /// <param name="progress">Is told the origin that is done, from any thread.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <exception cref="ArgumentException">The history has too few origins, or nothing can be backtested; a sentence.</exception>
    public static FanBacktestResults Run(
        PriceHistory history,
        IReadOnlyList<InputFile> inputs,
        IReadOnlyList<BacktestPortfolio> portfolios,
        CalibrationOptions calibration,
        EquityPremium? premium,
        FanBacktestSettings settings,
        IProgress<DateOnly>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(portfolios);
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(settings);
        var forecaster = new OriginForecaster(history, calibration, premium, settings);
        var origins = FanOrigins.Of(history, calibration.Benchmark, forecaster.LeastReturns, settings);
        if (origins.Count < LeastOrigins)
        {
            throw new ArgumentException(
                $"Expected prices for {LeastOrigins} origins or more that have {forecaster.LeastReturns} returns before them and the "
                    + $"shortest horizon after them, found {origins.Count} in {history.Dates[0]:yyyy-MM-dd} to "
                    + $"{settings.Until ?? history.Dates[^1]:yyyy-MM-dd}",
                nameof(history)
            );
        }

        (string Name, bool IsPortfolio, (string Column, double Weight)[] Holdings)[] names =
        [
            .. portfolios.Select(p => (p.Name, true, p.Values.Select(v => (v.Column, v.Value / p.Values.Sum(x => x.Value))).ToArray())),
            .. history.Instruments.Select(column => (column, false, new[] { (column, 1.0) })),
        ];
        var comparison = new FanComparison(history, [.. names.Select(n => n.Holdings)], forecaster, settings, JointPaths);
        var compared = new OriginComparison[origins.Count];
        Parallel.For(
            0,
            origins.Count,
            new ParallelOptions { CancellationToken = cancel },
            at =>
            {
                compared[at] = comparison.At(origins[at], cancel);
                progress?.Report(origins[at]);
            }
        );
        var test = new JointCalibrationTest(
            [.. compared.Select(c => c.JointScores)],
            FanBacktestSettings.Levels,
            settings.Horizons.Max(settings.PeriodsOf),
            Replicates,
            RandomStream.Create(settings.Seed, "backtest/fans/joint")
        );
        var scoring = new FanScoring(test, origins, settings);
        var points = names.Select((_, at) => PointsOf(compared, at, settings)).ToArray();
        var scored = Enumerable.Range(0, names.Length).Where(at => points[at].Any(p => p.Count > 0)).ToArray();
        FanSeries Series(int at) =>
            new(
                names[at].Name,
                names[at].IsPortfolio,
                [.. names[at].Holdings.Select(h => new BacktestHolding(h.Column, h.Weight))],
                points[at],
                scoring.Of([(at, points[at])], names[at].Name)
            );
        IReadOnlyList<FanScore> Together(bool isPortfolio) =>
            scoring.Of(
                [.. scored.Where(at => names[at].IsPortfolio == isPortfolio).Select(at => (at, points[at]))],
                isPortfolio ? "portfolios" : "instruments"
            );
        return new FanBacktestResults(
            Engine.Version,
            inputs,
            settings,
            origins,
            compared[^1].Method,
            Together(isPortfolio: false),
            Together(isPortfolio: true),
            [.. scored.Select(Series)]
        )
        {
            LeftOut =
            [
                .. Enumerable
                    .Range(0, names.Length)
                    .Except(scored)
                    .Select(at => new LeftOutSeries(names[at].Name, Reason(compared[^1].Reasons[at], origins[^1]))),
            ],
            Notices = FanNotices.Of([.. scored.Select(at => (names[at].Name, points[at]))], origins),
        };
    }

    private static LocalText Reason(string reason, DateOnly last) =>
        new($"{reason}, at the last origin, {last:yyyy-MM-dd}", $"{reason}（最后一个起点 {last:yyyy-MM-dd}）");

    private static IReadOnlyList<IReadOnlyList<FanPoint>> PointsOf(OriginComparison[] compared, int series, FanBacktestSettings settings) =>
        [.. settings.Horizons.Select((_, h) => (IReadOnlyList<FanPoint>)[.. compared.Select(c => c.Points[series][h]).OfType<FanPoint>()])];
}
