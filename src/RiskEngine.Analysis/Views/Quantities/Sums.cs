using System.Numerics.Tensors;

namespace RiskEngine.Analysis.Views.Quantities;

/// <summary>Means under probabilities.</summary>
internal static class Sums
{
    internal static double[] Widen(ReadOnlySpan<float> column)
    {
        var wide = new double[column.Length];
        for (var i = 0; i < wide.Length; i++)
            wide[i] = column[i];
        return wide;
    }

    internal static double Mean(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> column) =>
        TensorPrimitives.Dot(probabilities, column);

    internal static (double Mean, double Deviation) Moments(ReadOnlySpan<double> probabilities, ReadOnlySpan<double> column)
    {
        var mean = Mean(probabilities, column);
        var square = 0.0;
        for (var i = 0; i < column.Length; i++)
            square += probabilities[i] * (column[i] - mean) * (column[i] - mean);
        return (mean, Math.Sqrt(square));
    }

    /// <summary>The standard deviation with equal probabilities: a size by which others are judged.</summary>
    internal static double Spread(ReadOnlySpan<double> column)
    {
        var mean = TensorPrimitives.Sum(column) / column.Length;
        var square = 0.0;
        foreach (var x in column)
            square += (x - mean) * (x - mean);
        return Math.Sqrt(square / column.Length);
    }
}
