using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Calibration.Returns;

/// <summary>Log returns of a price history at one sampling frequency, gaps kept as gaps.</summary>
/// <remarks>
/// The price of a period is the last close inside it. A return is the logarithm of the ratio of two neighbouring periods' prices and
/// NaN where either has no close: nothing is carried forward or interpolated, because both would lower volatility and correlation.
/// A first period that has only one date gives the starting price, no return.
/// </remarks>
public sealed class ReturnSeries
{
    private readonly DateOnly[] periodEnds;
    private readonly string[] instruments;
    private readonly Dictionary<string, double[]> returns;

    private HistoryCalendar? calendar;

    private ReturnSeries(SamplingFrequency frequency, DateOnly[] periodEnds, string[] instruments, Dictionary<string, double[]> returns)
    {
        Frequency = frequency;
        this.periodEnds = periodEnds;
        this.instruments = instruments;
        this.returns = returns;
    }

    /// <summary>How the prices were sampled.</summary>
    public SamplingFrequency Frequency { get; }

    /// <summary>The last calendar day of each return's period, strictly rising.</summary>
    public IReadOnlyList<DateOnly> PeriodEnds => periodEnds;

    /// <summary>The ids, in the order of the history.</summary>
    public IReadOnlyList<string> Instruments => instruments;

    /// <summary>Returns a year of one instrument, by its own calendar where that was read.</summary>
    public double PeriodsPerYear(string instrument) => calendar?.PeriodsPerYear(instrument, Frequency) ?? Frequency.PeriodsPerYear();

    /// <summary>The log returns of one instrument, one a period, NaN where missing.</summary>
    /// <exception cref="ArgumentException">There is no such instrument.</exception>
    public ReadOnlySpan<double> Of(string instrument) => Column(instrument);

    /// <summary>Samples a history and takes log returns.</summary>
    /// <param name="history">The prices.</param>
    /// <param name="frequency">Daily, weekly (Friday) or monthly (calendar month end).</param>
    /// <param name="from">Prices before this date are left out; null takes all.</param>
    /// <param name="to">Prices after this date are left out; null takes all.</param>
    /// <param name="calendar">What the dates say: daily returns leave out the rows that it does not keep; null keeps all.</param>
    /// <exception cref="ArgumentException">The window holds fewer than two periods.</exception>
    public static ReturnSeries Sample(
        PriceHistory history,
        SamplingFrequency frequency,
        DateOnly? from = null,
        DateOnly? to = null,
        HistoryCalendar? calendar = null
    )
    {
        ArgumentNullException.ThrowIfNull(history);
        var rows = Enumerable
            .Range(0, history.Dates.Count)
            .Where(row => (from is null || history.Dates[row] >= from) && (to is null || history.Dates[row] <= to))
            .Where(row => frequency != SamplingFrequency.Daily || calendar is null || calendar.IsKept(row))
            .ToArray();
        var (ends, periodOf) = Periods(history, frequency, rows);
        if (ends.Length < 2)
        {
            throw new ArgumentException(
                $"Expected at least two {frequency} periods between {from:yyyy-MM-dd} and {to:yyyy-MM-dd}, found {ends.Length}.",
                nameof(history)
            );
        }

        var columns = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var id in history.Instruments)
        {
            var prices = history.PricesOf(id);
            var closes = new double[ends.Length];
            Array.Fill(closes, double.NaN);
            for (var k = 0; k < rows.Length; k++)
            {
                if (!double.IsNaN(prices[rows[k]]))
                    closes[periodOf[k]] = prices[rows[k]];
            }

            var column = new double[ends.Length - 1];
            for (var t = 0; t < column.Length; t++)
                column[t] = Math.Log(closes[t + 1] / closes[t]);
            columns.Add(id, column);
        }

        return new ReturnSeries(frequency, ends[1..], [.. history.Instruments], columns) { calendar = calendar };
    }

    /// <summary>The returns of several instruments over those periods in which all of them have one.</summary>
    /// <returns>One array an instrument, in the order asked, all of one length; and the period ends that belong to them.</returns>
    /// <exception cref="ArgumentException">An instrument is unknown.</exception>
    public (double[][] Returns, DateOnly[] PeriodEnds) Complete(params ReadOnlySpan<string> ids)
    {
        var all = new double[ids.Length][];
        for (var i = 0; i < ids.Length; i++)
            all[i] = Column(ids[i]);
        var kept = Enumerable.Range(0, periodEnds.Length).Where(t => all.All(column => !double.IsNaN(column[t]))).ToArray();
        return (Array.ConvertAll(all, column => Array.ConvertAll(kept, t => column[t])), Array.ConvertAll(kept, t => periodEnds[t]));
    }

    private double[] Column(string instrument) =>
        returns.TryGetValue(instrument, out var column)
            ? column
            : throw new ArgumentException($"Expected one of {string.Join(", ", instruments)}, found '{instrument}'.", nameof(instrument));

    /// <summary>All period ends of the window without a hole, and for each row the index of its period.</summary>
    private static (DateOnly[] Ends, int[] PeriodOf) Periods(PriceHistory history, SamplingFrequency frequency, int[] rows)
    {
        var ends = new List<DateOnly>();
        var periodOf = new int[rows.Length];
        for (var k = 0; k < rows.Length; k++)
        {
            var end = frequency.PeriodEnd(history.Dates[rows[k]]);
            if (ends.Count == 0 || frequency == SamplingFrequency.Daily)
                ends.Add(end);
            while (ends[^1] < end)
                ends.Add(frequency.NextPeriodEnd(ends[^1]));
            periodOf[k] = ends.Count - 1;
        }

        return ([.. ends], periodOf);
    }
}
