namespace RiskEngine.Testing;

/// <summary>Moments of a column of outcomes with their standard errors, which hold for any distribution with four moments.</summary>
public sealed class Sample
{
    private Sample(int count, double mean, double variance, double fourth)
    {
        Count = count;
        Mean = mean;
        Variance = variance;
        VarianceError = Math.Sqrt(Math.Max(0, fourth - variance * variance) / count);
    }

    /// <summary>Number of outcomes.</summary>
    public int Count { get; }

    /// <summary>Their mean.</summary>
    public double Mean { get; }

    /// <summary>Standard error of <see cref="Mean"/>.</summary>
    public double MeanError => Math.Sqrt(Variance / Count);

    /// <summary>Their variance.</summary>
    public double Variance { get; }

    /// <summary>Standard error of <see cref="Variance"/>: sqrt((m4 - variance^2) / n).</summary>
    public double VarianceError { get; }

    /// <summary>The moments of a column.</summary>
    public static Sample Of(IEnumerable<double> values)
    {
        var column = values as double[] ?? [.. values];
        var mean = column.Sum() / column.Length;
        var (second, fourth) = (0.0, 0.0);
        foreach (var x in column)
        {
            var square = (x - mean) * (x - mean);
            second += square;
            fourth += square * square;
        }

        return new Sample(column.Length, mean, second / column.Length, fourth / column.Length);
    }

    /// <summary>The moments of a column.</summary>
    public static Sample Of(IEnumerable<float> values) => Of(values.Select(x => (double)x));

    /// <summary>The moments of a column's logarithms.</summary>
    public static Sample OfLogs(IEnumerable<float> values) => Of(values.Select(x => Math.Log(x)));

    /// <summary>The products of two columns' deviations from their means: their mean is the covariance.</summary>
    public static Sample OfProducts(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        var (a, b) = (first.Average(), second.Average());
        return Of(first.Zip(second, (x, y) => (x - a) * (y - b)));
    }

    /// <summary>The sample correlation of two columns.</summary>
    public static double Correlation(IReadOnlyList<double> first, IReadOnlyList<double> second) =>
        OfProducts(first, second).Mean / Math.Sqrt(Of(first).Variance * Of(second).Variance);

    /// <summary>Standard error of a share of <paramref name="count"/> paths whose probability is <paramref name="probability"/>.</summary>
    public static double ShareError(double probability, int count) => Math.Sqrt(probability * (1 - probability) / count);
}
