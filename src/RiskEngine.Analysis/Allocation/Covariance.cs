using System.Numerics.Tensors;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Analysis.Allocation;

/// <summary>Covariances of columns.</summary>
public static class Covariance
{
    /// <summary>The covariance of each two columns under the paths' probabilities.</summary>
    /// <param name="columns">One outcome per path, all finite; at least one column.</param>
    /// <param name="weights">The paths' probabilities; equal unless given.</param>
    public static double[,] Of(IReadOnlyList<float[]> columns, PathWeights weights = default)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var covariance = new double[columns.Count, columns.Count];
        var centred = columns.Select(c => Centred(c, weights)).ToArray();
        for (var i = 0; i < columns.Count; i++)
        {
            double[] weighted = weights.AreEqual
                ? [.. centred[i].Select(x => x / centred[i].Length)]
                : [.. centred[i].Zip(weights.Probabilities.ToArray(), (x, p) => x * p)];
            for (var j = 0; j <= i; j++)
                covariance[i, j] = covariance[j, i] = TensorPrimitives.Dot<double>(weighted, centred[j]);
        }

        return covariance;
    }

    private static double[] Centred(float[] column, PathWeights weights)
    {
        var mean = ColumnMoments.Of(column, weights).Mean;
        return Array.ConvertAll(column, x => x - mean);
    }
}
