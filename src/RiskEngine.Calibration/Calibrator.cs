using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration;

/// <summary>The front door: from a price history to volatilities, betas and correlations, each with its standard error.</summary>
public static class Calibrator
{
    /// <summary>Samples the history, then estimates every instrument and every pair; means are never estimated.</summary>
    /// <exception cref="ArgumentException">
    /// The benchmark or sector is no column or has too few returns, a sector comes without a benchmark, or the window is empty.
    /// </exception>
    public static CalibrationResult Calibrate(PriceHistory history, CalibrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinimumReturns, 10, nameof(options));
        var returns = ReturnSeries.Sample(history, options.Frequency, options.From, options.To);
        var factors = FactorReturns.Of(returns, options);

        var instruments = new List<InstrumentCalibration>();
        var skipped = new List<SkippedEstimate>();
        foreach (var id in history.Instruments)
        {
            var count = Count(returns.Of(id));
            if (count < options.MinimumReturns) skipped.Add(new SkippedEstimate(id, $"needs {options.MinimumReturns} returns, has {count}"));
            else instruments.Add(Instrument(history, returns, factors, id, options));
        }

        var correlations = Correlations(returns, instruments, options.MinimumReturns, skipped);
        var used = history.Dates.Where(date => InWindow(date, options)).ToArray();
        return new CalibrationResult(
            used[0], used[^1], options.Frequency, options.Benchmark, options.Sector, factors?.SectorVolatility,
            Method(options, used[0], used[^1]), instruments, correlations, skipped);
    }

    private static InstrumentCalibration Instrument(
        PriceHistory history, ReturnSeries returns, FactorReturns? factors, string id, CalibrationOptions options)
    {
        var (sample, ends) = returns.Complete(id);
        var (close, date) = LastClose(history, id, options);
        return new InstrumentCalibration(
            id, ends[0], ends[^1], close, date,
            Volatility.Estimate(sample[0], options.Frequency.PeriodsPerYear()),
            id == options.Benchmark ? null : factors?.ExposuresOf(returns.Of(id)));
    }

    private static List<PairCorrelation> Correlations(
        ReturnSeries returns, List<InstrumentCalibration> instruments, int minimum, List<SkippedEstimate> skipped)
    {
        var pairs = new List<PairCorrelation>();
        for (var i = 0; i < instruments.Count; i++)
        {
            for (var j = i + 1; j < instruments.Count; j++)
            {
                var (first, second) = (instruments[i].Instrument, instruments[j].Instrument);
                var (common, _) = returns.Complete(first, second);
                if (common[0].Length < minimum)
                    skipped.Add(new SkippedEstimate($"{first} ~ {second}", $"needs {minimum} common returns, has {common[0].Length}"));
                else pairs.Add(new PairCorrelation(first, second, LinearCorrelation.Estimate(common[0], common[1])));
            }
        }

        return pairs;
    }

    private static (double Close, DateOnly Date) LastClose(PriceHistory history, string id, CalibrationOptions options)
    {
        var prices = history.PricesOf(id);
        var row = prices.Length - 1;
        while (double.IsNaN(prices[row]) || !InWindow(history.Dates[row], options)) row--;
        return (prices[row], history.Dates[row]);
    }

    private static bool InWindow(DateOnly date, CalibrationOptions options) =>
        (options.From is null || date >= options.From) && (options.To is null || date <= options.To);

    private static int Count(ReadOnlySpan<double> returns)
    {
        var count = 0;
        foreach (var value in returns) count += double.IsNaN(value) ? 0 : 1;
        return count;
    }

    private static string Method(CalibrationOptions options, DateOnly first, DateOnly last)
    {
        var sampling = options.Frequency switch
        {
            SamplingFrequency.Daily => "daily log returns",
            SamplingFrequency.Weekly => "weekly log returns (last close of each week ending on Friday)",
            _ => "monthly log returns (last close of each month)",
        };
        var market = options.Benchmark is null ? string.Empty : $"; least squares on {options.Benchmark}";
        var sector = options.Sector is null ? string.Empty : $" and on the residual of {options.Sector} against it";
        var errors = options.Benchmark is null ? string.Empty : ", HC1 standard errors";
        return $"{sampling}, {first:yyyy-MM-dd} to {last:yyyy-MM-dd}, gaps left as gaps; volatility times sqrt({options.Frequency.PeriodsPerYear():0})"
            + $" with standard error s/2 sqrt((kurtosis - 1)/n){market}{sector}{errors}; pairwise-complete correlations with Fisher intervals; no means";
    }
}
