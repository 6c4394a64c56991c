using RiskEngine.Analysis.Columns;
using RiskEngine.Results;

namespace RiskEngine.Measuring;

/// <summary>
/// Counts outcomes in bins for a chart: about sixty round bins over the middle 99% of all columns that are drawn together.
/// </summary>
internal static class HistogramCounting
{
    private const int Bins = 60;

    /// <summary>The histogram of one column.</summary>
    /// <param name="profits">The column to count.</param>
    /// <param name="together">All columns of the chart, so that they share their bins.</param>
    /// <param name="scratch">Room to sort one column.</param>
    public static Histogram Of(ReadOnlySpan<float> profits, IReadOnlyList<float[]> together, float[] scratch)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var column in together)
        {
            var sorted = SortedColumn.Of(column, scratch);
            low = Math.Min(low, sorted.At(1 + (int)(0.005 * sorted.Count)));
            high = Math.Max(high, sorted.At(1 + (int)(0.995 * (sorted.Count - 1))));
        }

        var width = RoundWidth((high - low) / Bins);
        var first = Math.Floor(low / width);
        var counts = new int[(int)(Math.Floor(high / width) - first) + 1];
        var (below, above) = (0, 0);
        foreach (var profit in profits)
        {
            var bin = Math.Floor(profit / width) - first;
            if (bin < 0)
                below++;
            else if (bin >= counts.Length)
                above++;
            else
                counts[(int)bin]++;
        }

        return new Histogram(first * width, width, counts, below, above);
    }

    /// <summary>The next of 1, 2, 5, 10, 20, ... ten-thousandths.</summary>
    private static double RoundWidth(double width)
    {
        for (var unit = 1e-4; ; unit *= 10)
        {
            foreach (var digit in (ReadOnlySpan<int>)[1, 2, 5])
            {
                if (digit * unit >= width)
                    return digit * unit;
            }
        }
    }
}
