using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Attribution;

/// <summary>The paths around a quantile of the whole, and what each part is there: local linear regression of the part on the whole.</summary>
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
    private readonly int from;
    private readonly int until;
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
        from = Math.Max(0, Math.Min(columns.RankAt(Probability * (1 - HalfWidth)), Rank - FewestPaths));
        until = Math.Min(columns.Paths, Math.Max(columns.RankAt(Probability * (1 + HalfWidth)), Rank + FewestPaths) + 1);
        for (var r = from; r < until; r++)
        {
            var path = columns.Ascending[r];
            var p = columns.Probability(path);
            weight += p;
            weightSquares += p * p;
            centre += p * columns.Total[path];
        }

        centre /= weight;
        for (var r = from; r < until; r++) spread += columns.Probability(columns.Ascending[r]) * Square(columns.Total[columns.Ascending[r]] - centre);
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
        var column = columns.Parts[part];
        var (mean, cross) = (0.0, 0.0);
        for (var r = from; r < until; r++) mean += columns.Probability(columns.Ascending[r]) * column[columns.Ascending[r]];
        mean /= weight;
        for (var r = from; r < until; r++)
        {
            var path = columns.Ascending[r];
            cross += columns.Probability(path) * (column[path] - mean) * (columns.Total[path] - centre);
        }

        var slope = spread > 0 ? cross / spread : 0;
        var residual = 0.0;
        for (var r = from; r < until; r++)
        {
            var path = columns.Ascending[r];
            residual += columns.Probability(path) * Square(column[path] - mean - (slope * (columns.Total[path] - centre)));
        }

        var distance = spread > 0 ? Square(Quantile - centre) * weight / spread : 0;
        return (mean + (slope * (Quantile - centre)), slope, Math.Sqrt(residual / weight * weightSquares / (weight * weight) * (1 + distance)));
    }

    private static double Square(double x) => x * x;
}
