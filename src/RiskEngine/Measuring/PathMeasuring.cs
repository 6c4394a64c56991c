using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Drawdowns;
using RiskEngine.Analysis.Location;

namespace RiskEngine.Measuring;

/// <summary>Measures of whole paths (<see cref="PathKinds"/>), on the first ones, of which every date is kept.</summary>
internal static class PathMeasuring
{
    /// <summary>The measures of one portfolio's variant, from the start to the headline horizon.</summary>
    /// <param name="values">Its values, a column a date.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="model">The case's model.</param>
    /// <param name="grid">The dates.</param>
    public static IReadOnlyDictionary<MeasureKind, Estimate> Of(
        IReadOnlyList<float[]> values,
        Scenario scenario,
        Model model,
        TimeGrid grid
    )
    {
        var (last, paths) = (grid.IndexOf(scenario.HeadlineHorizon.Date), values[0].Length);
        double[] steps = [.. Enumerable.Range(0, last).Select(grid.StepYears)];
        var (path, riskFree) = (new double[last + 1], Math.Exp(model.RiskFreeRate) - 1);
        var columns = PathKinds.All.ToDictionary(kind => kind, _ => new float[paths]);
        for (var k = 0; k < paths; k++)
        {
            for (var d = 0; d <= last; d++)
                path[d] = values[d][k];
            var falls = DrawdownPath.Of(path, steps);
            var yearly = Math.Pow(Math.Max(0, path[last] / path[0]), 1 / grid.Years[last]) - 1;
            columns[PathKinds.PainIndex][k] = (float)falls.Pain;
            columns[PathKinds.UlcerIndex][k] = (float)falls.Ulcer;
            columns[PathKinds.Burke][k] = (float)falls.Burke(yearly, riskFree);
            columns[PathKinds.Sterling][k] = (float)falls.Sterling(yearly);
            columns[PathKinds.Calmar][k] = (float)falls.Calmar(yearly);
        }

        return columns.ToDictionary(
            c => c.Key,
            c => c.Key.Unit == MeasureUnit.PlainNumber ? Median(c.Value) : MomentMeasures.Mean(ColumnMoments.Of(c.Value))
        );
    }

    /// <summary>
    /// Paths that never fall have no ratio; they stand above all others where they earn something, which is nearly always.
    /// </summary>
    private static Estimate Median(float[] column)
    {
        var some = Array.FindAll(column, float.IsFinite);
        var above = column.Length - some.Length;
        if (some.Length < 2 || 2 * above >= column.Length)
            return Estimate.NotAvailable;
        var all = new float[column.Length];
        some.CopyTo(all, 0);
        Array.Fill(all, some.Max(), some.Length, above);
        return Quantiles.At(SortedColumn.Of(all, new float[SortedColumn.ScratchLength(all.Length)]), 0.5);
    }
}
