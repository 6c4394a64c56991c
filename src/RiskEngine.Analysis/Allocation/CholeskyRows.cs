namespace RiskEngine.Analysis.Allocation;

/// <summary>Cholesky factor of a small symmetric matrix whose entries may span twenty orders, as they do near the end of an interior point method.</summary>
internal sealed class CholeskyRows
{
    private readonly double[][] rows;

    private CholeskyRows(double[][] rows) => this.rows = rows;

    /// <summary>Factors the lower triangle; what rounding takes from the diagonal is put back, and the next step of the method mends it.</summary>
    internal static CholeskyRows Of(double[,] lower)
    {
        var size = Enumerable.Range(0, lower.GetLength(0)).Max(j => lower[j, j]);
        for (var ridge = 1e-16; ; ridge *= 10)
        {
            if (Factor(lower, ridge * size) is { } factor) return new CholeskyRows(factor);
        }
    }

    /// <summary>Solves the system.</summary>
    internal double[] Solve(double[] right)
    {
        var x = (double[])right.Clone();
        for (var j = 0; j < x.Length; j++)
        {
            for (var k = 0; k < j; k++) x[j] -= rows[j][k] * x[k];
            x[j] /= rows[j][j];
        }

        for (var j = x.Length - 1; j >= 0; j--)
        {
            x[j] /= rows[j][j];
            for (var k = 0; k < j; k++) x[k] -= rows[j][k] * x[j];
        }

        return x;
    }

    private static double[][]? Factor(double[,] lower, double ridge)
    {
        var factor = new double[lower.GetLength(0)][];
        for (var j = 0; j < factor.Length; j++)
        {
            factor[j] = new double[j + 1];
            for (var k = 0; k <= j; k++)
            {
                var value = lower[j, k] + (k == j ? ridge : 0);
                for (var l = 0; l < k; l++) value -= factor[j][l] * factor[k][l];
                if (k < j) factor[j][k] = value / factor[k][k];
                else if (value > 0 || double.IsNaN(value)) factor[j][k] = Math.Sqrt(value);
                else return null;
            }
        }

        return factor;
    }
}
