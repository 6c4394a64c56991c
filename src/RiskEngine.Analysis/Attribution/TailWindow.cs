using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Attribution;

/// <summary>
/// The paths around a quantile of the whole, and what each part is there: local linear regression of the part on the whole.
/// </summary>
/// <remarks>
/// Hallerbach (2003) and Tasche (2009) average the parts over a window around the quantile and rescale. The regression line over the same
/// window, taken at the quantile itself, has less bias (Fan and Gijbels 1996) and adds up by itself: the whole's line on itself is exact.
/// </remarks>
internal sealed class TailWindow
{
    // A tenth of the tail on either side of the quantile: 4.5% to 5.5% for VaR 95%.
    private const double HalfWidth = 0.1;
    private const int FewestPaths = 15;

    private readonly PartColumns columns;
    private readonly int[] paths;
    private readonly double[] probabilities;
    private readonly double[] deviations; // of the whole from its centre
    private readonly double weight;
    private readonly double weightSquares;
    private readonly double centre;
    private readonly double spread;

    internal TailWindow(PartColumns columns, double level)
    {
        this.columns = columns;
        Probability = TailMean.ProbabilityOf(level);
        Rank = columns.RankAt(Probability);
        Quantile = columns.Total[columns.Ascending[Rank]];
        var from = Math.Max(0, Math.Min(columns.RankAt(Probability * (1 - HalfWidth)), Rank - FewestPaths));
        var until = Math.Min(columns.Paths, Math.Max(columns.RankAt(Probability * (1 + HalfWidth)), Rank + FewestPaths) + 1);
        paths = columns.Ascending[from..until];
        probabilities = columns.Probabilities(paths);
        deviations = Array.ConvertAll(paths, path => columns.Total[path]);
        for (var r = 0; r < paths.Length; r++)
        {
            var p = probabilities[r];
            weight += p;
            weightSquares += p * p;
            centre += p * deviations[r];
        }

        centre /= weight;
        for (var r = 0; r < paths.Length; r++)
        {
            deviations[r] -= centre;
            spread += probabilities[r] * Square(deviations[r]);
        }
    }

    /// <summary>The tail's probability.</summary>
    internal double Probability { get; }

    /// <summary>The quantile's rank, from 0.</summary>
    internal int Rank { get; }

    /// <summary>The quantile of the whole.</summary>
    internal double Quantile { get; }

    /// <summary>How far the quantile may be off: half the distance of the order statistics one binomial deviation away.</summary>
    internal double QuantileError
    {
        get
        {
            var deviation = Math.Sqrt(Probability * (1 - Probability) / columns.SampleSize);
            double At(double p) => columns.Total[columns.Ascending[columns.RankAt(Math.Clamp(p, 0, 1))]];
            return (At(Probability + deviation) - At(Probability - deviation)) / 2;
        }
    }

    /// <summary>A part where the whole is at its quantile, the slope of the line, and the error of the line there.</summary>
    internal (double Value, double Slope, double Error) At(int part)
    {
        var (column, mean, cross) = (columns.Parts[part], 0.0, 0.0);
        var values = new double[paths.Length];
        for (var r = 0; r < values.Length; r++)
        {
            values[r] = column[paths[r]];
            mean += probabilities[r] * values[r];
        }

        mean /= weight;
        for (var r = 0; r < values.Length; r++)
            cross += probabilities[r] * (values[r] - mean) * deviations[r];
        var slope = spread > 0 ? cross / spread : 0;
        var residual = 0.0;
        for (var r = 0; r < values.Length; r++)
            residual += probabilities[r] * Square(values[r] - mean - (slope * deviations[r]));

        var distance = spread > 0 ? Square(Quantile - centre) * weight / spread : 0;
        return (
            mean + (slope * (Quantile - centre)),
            slope,
            Math.Sqrt(residual / weight * weightSquares / (weight * weight) * (1 + distance))
        );
    }

    private static double Square(double x) => x * x;
}
