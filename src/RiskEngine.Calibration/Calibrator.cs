using RiskEngine.Abstractions.Prices;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Market;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration;

/// <summary>The front door: from a price history to volatilities, betas and correlations, each with its standard error.</summary>
public static class Calibrator
{
    /// <summary>How prices will be sampled: as asked, or by their own dates.</summary>
    /// <exception cref="ArgumentException">What is asked for contradicts the dates.</exception>
    public static SamplingFrequency FrequencyOf(PriceHistory history, CalibrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(options);
        return CalendarNotices.Choose(HistoryCalendar.Read(history, options.From, options.To), options.Frequency, options.Benchmark);
    }

    /// <summary>Samples the history, then estimates every instrument and every pair; means are never estimated.</summary>
    /// <exception cref="ArgumentException">
    /// The benchmark or sector is no column or has too few returns, a sector comes without a benchmark, or the window is empty.
    /// </exception>
    public static CalibrationResult Calibrate(PriceHistory history, CalibrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MinimumReturns, 10, nameof(options));
        var calendar = HistoryCalendar.Read(history, options.From, options.To);
        var frequency = CalendarNotices.Choose(calendar, options.Frequency, options.Benchmark);
        var notices = CalendarNotices.Of(calendar, frequency, options.Frequency is not null).ToArray();
        var returns = ReturnSeries.Sample(history, frequency, options.From, options.To, calendar);
        var factors = FactorReturns.Of(returns, options);

        var instruments = new List<InstrumentCalibration>();
        var skipped = new List<SkippedEstimate>();
        foreach (var id in history.Instruments)
        {
            if (ReasonToSkip(returns, calendar.Of(id), options) is { } reason)
                skipped.Add(new SkippedEstimate(id, reason));
            else
                instruments.Add(Instrument(history, returns, factors, id, options));
        }

        var shrunk = options.Shrinkage == Shrinkage.None ? null : Shrunk(returns, instruments, options, skipped);
        var correlations = Correlations(returns, instruments, options.MinimumReturns, skipped);
        var used = history.Dates.Where(date => InWindow(date, options)).ToArray();
        var fitting = new FactorFitting(options.Kind, skipped);
        var found = new CalibrationResult(
            used[0],
            used[^1],
            frequency,
            options.Benchmark,
            options.Sector,
            factors?.SectorVolatility,
            CalibrationMethod.Of(options, returns, instruments, (used[0], used[^1]), shrunk),
            instruments,
            shrunk is null ? correlations : Pulled(correlations, instruments, shrunk),
            skipped
        )
        {
            Factors = Factors(returns, factors, instruments, fitting, options),
            Shrunk = shrunk,
            Notices = notices,
        };
        var shared = ResidualFactors.AddTo(found, returns, factors, fitting);
        var whole = new OwnFitting(options.Own, skipped).AddTo(shared, returns, factors);
        var fit = CorrelationFitting.Of(whole);
        return whole with { Fit = fit, Method = CorrelationWords.With(whole.Method, fit) };
    }

    /// <summary>Why a column has no estimates; null where it has.</summary>
    private static string? ReasonToSkip(ReturnSeries returns, ColumnCalendar calendar, CalibrationOptions options)
    {
        var series = returns.Of(calendar.Column);
        var count = Count(series);
        if (CalendarNotices.IsTooSeldom(calendar, returns.Frequency))
            return CalendarNotices.Reason(calendar, returns.Frequency);
        if (count < options.MinimumReturns)
            return $"needs {options.MinimumReturns} returns, has {count}";
        var (sample, ends) = returns.Complete(calendar.Column);
        return Array.TrueForAll(sample[0], value => value == 0)
            ? $"does not move: all closes from {ends[0]:yyyy-MM-dd} to {ends[^1]:yyyy-MM-dd} are the same"
            : null;
    }

    private static List<FactorCalibration> Factors(
        ReturnSeries returns,
        FactorReturns? factors,
        List<InstrumentCalibration> instruments,
        FactorFitting fitting,
        CalibrationOptions options
    )
    {
        if (factors is null)
            return [.. instruments.Select(entry => Fit(FactorRole.Own, entry.Instrument, returns.Of(entry.Instrument).ToArray()))];
        List<FactorCalibration> found = [Fit(FactorRole.Market, options.Benchmark!, factors.Market)];
        if (factors.Sector is { } sector)
            found.Add(Fit(FactorRole.Sector, options.Sector!, sector));
        return found;

        FactorCalibration Fit(FactorRole role, string column, double[] series)
        {
            var rows = Enumerable.Range(0, series.Length).Where(t => double.IsFinite(series[t])).ToArray();
            return fitting.Fit(
                role,
                column,
                Array.ConvertAll(rows, t => series[t]),
                returns.PeriodsPerYear(column),
                returns.PeriodEnds[rows[0]],
                returns.PeriodEnds[rows[^1]]
            );
        }
    }

    /// <summary>Shrinks the correlations over the periods that all columns have; those that leave too few of them are left out.</summary>
    private static ShrunkCorrelation Shrunk(
        ReturnSeries returns,
        List<InstrumentCalibration> instruments,
        CalibrationOptions options,
        List<SkippedEstimate> skipped
    )
    {
        while (true)
        {
            if (instruments.Count < 2)
                throw new ArgumentException("Expected two columns or more to shrink the correlations of, found fewer.", nameof(options));
            var (common, _) = returns.Complete([.. instruments.Select(entry => entry.Instrument)]);
            if (common[0].Length >= options.MinimumReturns)
                return options.Shrinkage == Shrinkage.Identity ? LedoitWolf.Identity(common) : LedoitWolf.ConstantCorrelation(common);
            var shortest = instruments.MinBy(entry => entry.Volatility.Observations)!;
            if (shortest.Instrument == options.Benchmark || shortest.Instrument == options.Sector)
            {
                throw new ArgumentException(
                    $"Expected {options.MinimumReturns} periods or more in which all columns have a return, to shrink their correlations, "
                        + $"found {common[0].Length}.",
                    nameof(options)
                );
            }

            instruments.Remove(shortest);
            skipped.Add(
                new SkippedEstimate(
                    shortest.Instrument,
                    $"its {shortest.Volatility.Observations} returns leave {common[0].Length} that all columns have, shrinking needs "
                        + $"{options.MinimumReturns}"
                )
            );
        }
    }

    /// <summary>The shrunk correlations, with the pairs' own errors: shrinking trades some of these for a bias that is not known.</summary>
    private static List<PairCorrelation> Pulled(
        List<PairCorrelation> pairs,
        List<InstrumentCalibration> instruments,
        ShrunkCorrelation shrunk
    )
    {
        var index = instruments.Select((entry, i) => (entry.Instrument, i)).ToDictionary(entry => entry.Instrument, entry => entry.i);
        return pairs.ConvertAll(pair =>
        {
            var r = shrunk.Correlation[index[pair.First], index[pair.Second]];
            var estimate = pair.Estimate.Correlation with { Value = r };
            return pair with
            {
                Estimate = new CorrelationEstimate(
                    estimate,
                    Math.Max(-1, estimate.Lower95),
                    Math.Min(1, estimate.Upper95),
                    shrunk.Observations
                ),
            };
        });
    }

    private static InstrumentCalibration Instrument(
        PriceHistory history,
        ReturnSeries returns,
        FactorReturns? factors,
        string id,
        CalibrationOptions options
    )
    {
        var (sample, ends) = returns.Complete(id);
        var (close, date) = LastClose(history, id, options);
        return new InstrumentCalibration(
            id,
            ends[0],
            ends[^1],
            close,
            date,
            Volatility.Estimate(sample[0], returns.PeriodsPerYear(id)),
            id == options.Benchmark ? null
                : id == options.Sector ? factors?.SectorExposures
                : factors?.ExposuresOf(returns.Of(id))
        );
    }

    private static List<PairCorrelation> Correlations(
        ReturnSeries returns,
        List<InstrumentCalibration> instruments,
        int minimum,
        List<SkippedEstimate> skipped
    )
    {
        var pairs = new List<PairCorrelation>();
        for (var i = 0; i < instruments.Count; i++)
        {
            for (var j = i + 1; j < instruments.Count; j++)
            {
                var (first, second) = (instruments[i].Instrument, instruments[j].Instrument);
                var (common, _) = returns.Complete(first, second);
                if (common[0].Length < minimum)
                {
                    skipped.Add(new SkippedEstimate($"{first} ~ {second}", $"needs {minimum} common returns, has {common[0].Length}"));
                }
                else if (Array.Exists(common, column => Array.TrueForAll(column, value => value == column[0])))
                {
                    skipped.Add(
                        new SkippedEstimate($"{first} ~ {second}", $"one does not move in their {common[0].Length} common returns")
                    );
                }
                else
                {
                    pairs.Add(new PairCorrelation(first, second, LinearCorrelation.Estimate(common[0], common[1])));
                }
            }
        }

        return pairs;
    }

    private static (double Close, DateOnly Date) LastClose(PriceHistory history, string id, CalibrationOptions options)
    {
        var prices = history.PricesOf(id);
        var row = prices.Length - 1;
        while (double.IsNaN(prices[row]) || !InWindow(history.Dates[row], options))
            row--;
        return (prices[row], history.Dates[row]);
    }

    private static bool InWindow(DateOnly date, CalibrationOptions options) =>
        (options.From is null || date >= options.From) && (options.To is null || date <= options.To);

    private static int Count(ReadOnlySpan<double> returns)
    {
        var count = 0;
        foreach (var value in returns)
            count += double.IsNaN(value) ? 0 : 1;
        return count;
    }
}
