using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Calibration.Returns;

/// <summary>
/// How often the columns of a price history have closes, read from their dates, and which rows daily returns are taken from.
/// </summary>
public sealed class HistoryCalendar
{
    private readonly Dictionary<string, ColumnCalendar> byColumn;
    private readonly bool[] isKept;

    private HistoryCalendar(List<ColumnCalendar> columns, bool[] isKept, int leftOut)
    {
        Columns = columns;
        byColumn = columns.ToDictionary(entry => entry.Column, StringComparer.Ordinal);
        this.isKept = isKept;
        LeftOut = leftOut;
    }

    /// <summary>One entry a column, in the order of the history.</summary>
    public IReadOnlyList<ColumnCalendar> Columns { get; }

    /// <summary>How many rows daily returns leave out because no column of a five-day calendar has a close of its own there.</summary>
    public int LeftOut { get; }

    /// <summary>The finest sampling that some column has; null where all are more seldom than monthly.</summary>
    public SamplingFrequency? Finest => Columns.Min(entry => entry.Frequency);

    /// <summary>What one column's dates say.</summary>
    public ColumnCalendar Of(string column) => byColumn[column];

    /// <summary>Whether daily returns are taken from a row.</summary>
    public bool IsKept(int row) => isKept[row];

    /// <summary>
    /// Returns a year of a column: 52 or 12; of daily ones its own calendar's count, and the count of five-day markets for a seven-day
    /// column beside them, whose weekends are then part of the next return.
    /// </summary>
    public double PeriodsPerYear(string column, SamplingFrequency frequency)
    {
        if (frequency != SamplingFrequency.Daily)
            return frequency.PeriodsPerYear();
        var calendar = Of(column);
        return calendar.IsSevenDay && FiveDay(Columns).Any() ? FiveDay(Columns).Max(entry => entry.DaysAYear) : calendar.DaysAYear;
    }

    /// <summary>Reads the calendars.</summary>
    /// <param name="history">The prices.</param>
    /// <param name="from">Prices before this date do not count; null for all.</param>
    /// <param name="to">Prices after this date do not count; null for all.</param>
    public static HistoryCalendar Read(PriceHistory history, DateOnly? from = null, DateOnly? to = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        var columns = new List<ColumnCalendar>();
        foreach (var id in history.Instruments)
        {
            var (dates, closes) = (new List<DateOnly>(), new List<double>());
            var prices = history.PricesOf(id);
            for (var row = 0; row < prices.Length; row++)
            {
                if (double.IsNaN(prices[row]) || history.Dates[row] < from || history.Dates[row] > to)
                    continue;
                dates.Add(history.Dates[row]);
                closes.Add(prices[row]);
            }

            columns.Add(ColumnCalendar.Of(id, dates, closes));
        }

        var kept = Kept(history, columns);
        var leftOut = Enumerable
            .Range(0, kept.Length)
            .Count(row => !kept[row] && !(history.Dates[row] < from) && !(history.Dates[row] > to));
        return new HistoryCalendar(columns, kept, leftOut);
    }

    /// <summary>All rows, where all columns keep one calendar; else those on which a five-day column has a close of its own.</summary>
    private static bool[] Kept(PriceHistory history, List<ColumnCalendar> columns)
    {
        var kept = new bool[history.Dates.Count];
        var fiveDay = FiveDay(columns).ToArray();
        if (fiveDay.Length == 0 || !columns.Exists(entry => entry.IsSevenDay || entry.HasFilledWeekends))
        {
            Array.Fill(kept, true);
            return kept;
        }

        foreach (var entry in fiveDay)
        {
            var prices = history.PricesOf(entry.Column);
            for (var row = 0; row < kept.Length; row++)
                kept[row] |= !double.IsNaN(prices[row]) && !(entry.HasFilledWeekends && ColumnCalendar.IsWeekend(history.Dates[row]));
        }

        return kept;
    }

    private static IEnumerable<ColumnCalendar> FiveDay(IEnumerable<ColumnCalendar> columns) =>
        columns.Where(entry => entry is { Frequency: SamplingFrequency.Daily, IsSevenDay: false, MiddleGap: > 0 });
}
