namespace RiskEngine.Abstractions.Prices;

/// <summary>A table of closing prices: one row a date, one column an instrument, gaps allowed.</summary>
/// <remarks>
/// Dates rise strictly. A price is positive, in the currency of its column (this type does not convert), and
/// <see cref="double.NaN"/> where the instrument has no close on that date. Prices are taken as adjusted for splits and dividends.
/// </remarks>
public sealed class PriceHistory
{
    private readonly DateOnly[] dates;
    private readonly string[] instruments;
    private readonly double[][] columns;
    private readonly Dictionary<string, int> columnOf = new(StringComparer.Ordinal);

    /// <summary>Makes a history from its columns; the arrays are copied.</summary>
    /// <param name="dates">The dates, strictly rising; at least one.</param>
    /// <param name="instruments">The ids of the columns, distinct and not empty; at least one.</param>
    /// <param name="prices">Per instrument one array of prices, as long as <paramref name="dates"/>; NaN is a gap.</param>
    /// <exception cref="ArgumentException">The shapes differ, dates do not rise, an id repeats, or a price is not positive and
    /// finite.</exception>
    public PriceHistory(IReadOnlyList<DateOnly> dates, IReadOnlyList<string> instruments, IReadOnlyList<double[]> prices)
    {
        ArgumentNullException.ThrowIfNull(dates);
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentNullException.ThrowIfNull(prices);
        if (dates.Count == 0)
            throw new ArgumentException("Expected at least one date, found none.", nameof(dates));
        if (instruments.Count == 0)
            throw new ArgumentException("Expected at least one instrument, found none.", nameof(instruments));
        if (prices.Count != instruments.Count)
        {
            throw new ArgumentException(
                $"Expected {instruments.Count} columns of prices, one an instrument, found {prices.Count}.",
                nameof(prices)
            );
        }

        for (var row = 1; row < dates.Count; row++)
        {
            if (dates[row] <= dates[row - 1])
            {
                throw new ArgumentException(
                    $"Expected rising dates, found {dates[row]:yyyy-MM-dd} after {dates[row - 1]:yyyy-MM-dd} at row {row}.",
                    nameof(dates)
                );
            }
        }

        this.dates = [.. dates];
        this.instruments = [.. instruments];
        columns = new double[instruments.Count][];
        for (var column = 0; column < instruments.Count; column++)
        {
            var id = instruments[column];
            ArgumentException.ThrowIfNullOrWhiteSpace(id, nameof(instruments));
            if (!columnOf.TryAdd(id, column))
                throw new ArgumentException($"Expected distinct instruments, found '{id}' twice.", nameof(instruments));
            columns[column] = CheckedCopy(id, prices[column]);
        }
    }

    /// <summary>The dates of the rows, strictly rising.</summary>
    public IReadOnlyList<DateOnly> Dates => dates;

    /// <summary>The ids of the columns, in the order of the source.</summary>
    public IReadOnlyList<string> Instruments => instruments;

    /// <summary>Whether there is a column of this id (ordinal comparison).</summary>
    public bool Contains(string instrument) => columnOf.ContainsKey(instrument);

    /// <summary>The prices of one instrument, one a date, NaN where there is none.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public ReadOnlySpan<double> PricesOf(string instrument) =>
        columnOf.TryGetValue(instrument, out var column)
            ? columns[column]
            : throw new ArgumentException($"Expected one of {string.Join(", ", instruments)}, found '{instrument}'.", nameof(instrument));

    /// <summary>The close of one instrument on a date, or null where the date or the close is missing.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public double? CloseOn(string instrument, DateOnly date)
    {
        var row = Array.BinarySearch(dates, date);
        var prices = PricesOf(instrument);
        return row < 0 || double.IsNaN(prices[row]) ? null : prices[row];
    }

    private double[] CheckedCopy(string id, double[] prices)
    {
        if (prices is null || prices.Length != dates.Length)
        {
            throw new ArgumentException(
                $"Expected {dates.Length} prices of '{id}', one a date, found {prices?.Length ?? 0}.",
                nameof(prices)
            );
        }

        for (var row = 0; row < prices.Length; row++)
        {
            var price = prices[row];
            if (!double.IsNaN(price) && (!double.IsFinite(price) || price <= 0))
            {
                throw new ArgumentException(
                    $"Expected a positive price of '{id}' on {dates[row]:yyyy-MM-dd}, found {price}.",
                    nameof(prices)
                );
            }
        }

        return [.. prices];
    }
}
