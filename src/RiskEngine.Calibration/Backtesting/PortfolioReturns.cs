using RiskEngine.Abstractions.Prices;

namespace RiskEngine.Calibration.Backtesting;

/// <summary>The daily log returns that today's weights would have had.</summary>
/// <param name="Dates">The day of each return.</param>
/// <param name="Returns">One a day: the logarithm of one plus the weighted simple returns.</param>
/// <param name="LeftOut">Days between the first and the last one on which a price was missing; the next return spans them.</param>
public sealed record PortfolioReturns(IReadOnlyList<DateOnly> Dates, IReadOnlyList<double> Returns, int LeftOut)
{
    /// <summary>The returns of a portfolio whose weights are brought back every day.</summary>
    /// <param name="history">The prices.</param>
    /// <param name="weights">Column and weight, below 0 where it is owed; they are scaled to add to 1.</param>
    /// <param name="until">Prices after this date are left out; null takes all.</param>
    /// <param name="isKept">Which rows of the history count; null for all.</param>
    /// <exception cref="ArgumentException">There is no such column, no weight, or no two days on which all columns have a
    /// price, or a day on which nothing is left.</exception>
    public static PortfolioReturns Of(
        PriceHistory history,
        IReadOnlyList<(string Column, double Weight)> weights,
        DateOnly? until = null,
        Func<int, bool>? isKept = null
    )
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(weights);
        var total = weights.Sum(w => w.Weight);
        if (weights.Any(w => w.Weight == 0 || !double.IsFinite(w.Weight)) || !(total > 0))
            throw new ArgumentException("Expected one weight or more, none of them 0, that add to more than 0.", nameof(weights));
        var columns = weights.Select(w => (Prices: history.PricesOf(w.Column).ToArray(), Weight: w.Weight / total)).ToArray();
        var rows = Enumerable
            .Range(0, history.Dates.Count)
            .Where(row => isKept is null || isKept(row))
            .Where(row =>
                (until is null || history.Dates[row] <= until) && Array.TrueForAll(columns, column => double.IsFinite(column.Prices[row]))
            )
            .ToArray();
        if (rows.Length < 2)
        {
            throw new ArgumentException(
                $"Expected two days or more on which {string.Join(", ", weights.Select(w => w.Column))} have a price, found {rows.Length}.",
                nameof(history)
            );
        }

        var returns = new double[rows.Length - 1];
        for (var t = 0; t < returns.Length; t++)
        {
            var left = columns.Sum(column => column.Weight * column.Prices[rows[t + 1]] / column.Prices[rows[t]]);
            if (!(left > 0))
            {
                throw new ArgumentException(
                    $"Expected equity on every day, found none left on {history.Dates[rows[t + 1]]:yyyy-MM-dd}: these weights would have "
                        + "lost everything.",
                    nameof(weights)
                );
            }

            returns[t] = Math.Log(left);
        }

        return new PortfolioReturns([.. rows.Skip(1).Select(row => history.Dates[row])], returns, rows[^1] - rows[0] + 1 - rows.Length);
    }
}
