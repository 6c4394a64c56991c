using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.Columns;
using RiskEngine.Results;

namespace RiskEngine.Measuring;

/// <summary>Quantiles over time for fan charts (Hyndman and Fan 1996, type 1).</summary>
internal static class FanDrawing
{
    /// <summary>The fan of some columns.</summary>
    /// <param name="columns">Values, one column a date, one number a path.</param>
    /// <param name="dates">Date indices of the columns.</param>
    /// <param name="grid">The dates.</param>
    /// <param name="scratch">Room to sort one column.</param>
    public static Fan Of(IReadOnlyList<float[]> columns, IReadOnlyList<int> dates, TimeGrid grid, float[] scratch)
    {
        var quantiles = new double[5][];
        for (var q = 0; q < 5; q++)
            quantiles[q] = new double[columns.Count];
        for (var d = 0; d < columns.Count; d++)
        {
            var sorted = SortedColumn.Of(columns[d], scratch);
            quantiles[0][d] = At(sorted, 0.05);
            quantiles[1][d] = At(sorted, 0.25);
            quantiles[2][d] = At(sorted, 0.5);
            quantiles[3][d] = At(sorted, 0.75);
            quantiles[4][d] = At(sorted, 0.95);
        }

        return new Fan([.. dates.Select(d => grid.Dates[d])], quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4]);
    }

    private static float At(SortedColumn sorted, double p) => sorted.At(Math.Max(1, (int)Math.Ceiling(p * sorted.Count)));
}
