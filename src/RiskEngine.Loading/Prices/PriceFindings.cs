using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Loading.Csv;

namespace RiskEngine.Loading.Prices;

/// <summary>
/// What a price file that can be used may still have wrong: gaps, stretches without rows, and jumps that look like splits.
/// </summary>
internal static class PriceFindings
{
    /// <summary>
    /// A price that doubles or halves from one close to the next, within a week, is rarer than a split that nobody took out.
    /// </summary>
    private const double LargestJump = 2;

    /// <summary>Adds one finding a column and kind, at its first place, with how many there are.</summary>
    public static void Add(IReadOnlyList<IReadOnlyList<CsvCell>> rows, DateOnly[] dates, double[][] prices, DiagnosticBag diagnostics)
    {
        Holes(rows, dates, diagnostics);
        for (var column = 0; column < prices.Length; column++)
        {
            Gaps(rows, prices[column], column + 1, diagnostics);
            Jumps(rows, dates, prices[column], column + 1, diagnostics);
        }
    }

    private static void Holes(IReadOnlyList<IReadOnlyList<CsvCell>> rows, DateOnly[] dates, DiagnosticBag diagnostics)
    {
        var distances = Enumerable.Range(1, dates.Length - 1).Select(row => dates[row].DayNumber - dates[row - 1].DayNumber).ToArray();
        var most = 12 + (3 * distances.Order().ElementAt(distances.Length / 2));
        var found = Enumerable.Range(1, dates.Length - 1).Where(row => distances[row - 1] > most).ToArray();
        if (found.Length == 0)
            return;
        var first = found[0];
        diagnostics.Notice(
            rows[first + 1][0].Location,
            $"date: no rows between {dates[first - 1]:yyyy-MM-dd} and "
                + $"{dates[first]:yyyy-MM-dd}{Others(found.Length, "such stretch", "such stretches")}"
        );
    }

    private static void Gaps(IReadOnlyList<IReadOnlyList<CsvCell>> rows, double[] prices, int column, DiagnosticBag diagnostics)
    {
        var first = Array.FindIndex(prices, double.IsFinite);
        var last = Array.FindLastIndex(prices, double.IsFinite);
        if (first < 0)
        {
            diagnostics.Warning(rows[0][column].Location, $"{rows[0][column].Text}: the column has no prices");
            return;
        }

        var gaps = Enumerable.Range(first, last - first).Where(row => double.IsNaN(prices[row])).ToArray();
        if (gaps.Length > 0)
        {
            diagnostics.Notice(
                rows[gaps[0] + 1][column].Location,
                $"{rows[0][column].Text}: no price in {gaps.Length} of {last - first + 1} rows between its first and its last one, "
                    + $"here the first time; the returns beside a gap are left out"
            );
        }
    }

    private static void Jumps(
        IReadOnlyList<IReadOnlyList<CsvCell>> rows,
        DateOnly[] dates,
        double[] prices,
        int column,
        DiagnosticBag diagnostics
    )
    {
        var (before, count, at) = (-1, 0, 0);
        for (var row = 0; row < prices.Length; row++)
        {
            if (double.IsNaN(prices[row]))
                continue;
            if (
                before >= 0
                && dates[row].DayNumber - dates[before].DayNumber <= 7
                && Math.Max(prices[row] / prices[before], prices[before] / prices[row]) >= LargestJump
                && count++ == 0
            )
            {
                at = row;
            }

            before = row;
        }

        if (count == 0)
            return;
        var from = Array.FindLastIndex(prices, at - 1, double.IsFinite);
        diagnostics.Warning(
            rows[at + 1][column].Location,
            $"{rows[0][column].Text}: the price goes from {prices[from]:R} to {prices[at]:R} in "
                + $"{Days(dates[at].DayNumber - dates[from].DayNumber)}; expected prices adjusted for splits and "
                + $"dividends{Others(count, "such jump", "such jumps")}"
        );
    }

    private static string Days(int days) => days == 1 ? "a day" : $"{days} days";

    private static string Others(int count, string one, string many) =>
        count switch
        {
            1 => "",
            2 => $", and one more {one}",
            _ => $", and {count - 1} more {many}",
        };
}
