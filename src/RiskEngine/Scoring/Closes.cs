using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Scoring;

/// <summary>The close that counts on a day: the last one until then, unless it is older than a week.</summary>
/// <param name="prices">The closes.</param>
internal sealed class Closes(PriceHistory prices)
{
    private const int OldestDays = 7;

    /// <summary>The close; null where the history has no such column, or none that is recent.</summary>
    public double? At(string column, DateOnly date)
    {
        if (!prices.Contains(column))
            return null;
        var values = prices.PricesOf(column);
        for (var row = LastUntil(date); row >= 0 && date.DayNumber - prices.Dates[row].DayNumber <= OldestDays; row--)
        {
            if (!double.IsNaN(values[row]))
                return values[row];
        }

        return null;
    }

    private int LastUntil(DateOnly date)
    {
        var (low, high) = (0, prices.Dates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (prices.Dates[middle] <= date)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }
}
