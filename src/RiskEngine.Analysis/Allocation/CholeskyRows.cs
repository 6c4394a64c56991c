namespace RiskEngine.Analysis.Allocation;

/// <summary>
/// Cholesky factor of a small symmetric matrix whose entries may span twenty orders, as they do near the end of an interior point method.
/// </summary>
internal sealed class CholeskyRows
{
    private readonly double[][] rows;

    private CholeskyRows(double[][] rows) => this.rows = rows;

    /// <summary>
    /// Factors the lower triangle; what rounding takes from the diagonal is put back, and the next step of the method mends it.
    /// </summary>
    internal static CholeskyRows Of(double[][] lower)
    {
        var size = lower.Max(row => row[^1]);
        for (var ridge = 1e-16; ; ridge *= 10)
        {
            if (Factor(lower, ridge * size) is { } factor)
                return new CholeskyRows(factor);
        }
    }

    /// <summary>Solves the system.</summary>
    internal double[] Solve(double[] right)
    {
        var x = (double[])right.Clone();
        for (var j = 0; j < x.Length; j++)
        {
            for (var k = 0; k < j; k++)
                x[j] -= rows[j][k] * x[k];
            x[j] /= rows[j][j];
        }

        for (var j = x.Length - 1; j >= 0; j--)
        {
            x[j] /= rows[j][j];
            for (var k = 0; k < j; k++)
                x[k] -= rows[j][k] * x[j];
        }

        return x;
    }

    private static double[][]? Factor(double[][] lower, double ridge)
    {
        var factor = new double[lower.Length][];
        for (var j = 0; j < factor.Length; j++)
        {
            var row = factor[j] = new double[j + 1];
            for (var k = 0; k <= j; k++)
            {
                var value = lower[j][k] + (k == j ? ridge : 0);
                var above = factor[k];
                for (var l = 0; l < k; l++)
                    value -= row[l] * above[l];
                if (k < j)
                    row[k] = value / above[k];
                else if (value > 0 || double.IsNaN(value))
                    row[k] = Math.Sqrt(value);
                else
                    return null;
            }
        }

        return factor;
    }
}
