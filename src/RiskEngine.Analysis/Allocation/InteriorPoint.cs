namespace RiskEngine.Analysis.Allocation;

/// <summary>
/// Small dense convex quadratic programs: minimise d x'x / 2 + c'x (d a diagonal) subject to rows g x at most h, bounds on each variable
/// (infinite where there is none), and one sum of variables where there is one.
/// </summary>
/// <remarks>
/// Primal-dual interior point with Mehrotra's predictor and corrector (1992; Nocedal and Wright 2006, algorithm 16.4). Answers are good to
/// about ten digits; whoever needs a proof takes the multipliers and computes a bound from them.
/// </remarks>
/// <param name="d">Diagonal of the quadratic term.</param>
/// <param name="c">Linear term.</param>
/// <param name="g">Rows of the constraints.</param>
/// <param name="h">Their right-hand sides.</param>
internal sealed class InteriorPoint(double[] d, double[] c, double[][] g, double[] h)
{
    private const int MostSteps = 60;
    private const double Tolerance = 1e-12;
    private readonly int n = c.Length;

    /// <summary>Solves it.</summary>
    /// <param name="sum">Coefficients of the sum; null where there is none.</param>
    /// <param name="total">What the sum is.</param>
    /// <returns>The point, and a multiplier of 0 or more for each row.</returns>
    internal (double[] X, double[] Multipliers) Solve(double[]? sum, double total)
    {
        var (x, y, m) = (new double[n], 0.0, h.Length);
        double[] s = [.. h.Select(v => Math.Max(1, Math.Abs(v)))];
        double[] z = [.. Enumerable.Repeat(1.0, m)];
        double[][] normal = [.. Enumerable.Range(1, n).Select(length => new double[length])];
        for (var step = 0; step < MostSteps; step++)
        {
            var (dual, primal) = (new double[n], new double[m]);
            for (var j = 0; j < n; j++)
                dual[j] = (d[j] * x[j]) + c[j] + (sum is null ? 0 : y * sum[j]);
            for (var i = 0; i < m; i++)
            {
                primal[i] = Dot(g[i], x) + s[i] - h[i];
                Add(dual, g[i], z[i]);
            }

            var equal = sum is null ? 0 : Dot(sum, x) - total;
            var mu = Dot(s, z) / m;
            if (mu < Tolerance && Largest(primal) < 1e-9 && Largest(dual) < 1e-9 && Math.Abs(equal) < 1e-9)
                break;

            Fill(normal, s, z);
            var factor = CholeskyRows.Of(normal);
            var reach = sum is null ? null : factor.Solve(sum);
            var complementarity = new double[m];
            for (var i = 0; i < m; i++)
                complementarity[i] = s[i] * z[i];
            var (_, ds, _, dz) = Direction();
            var affine = Math.Min(StepLength(s, ds), StepLength(z, dz));
            var after = 0.0;
            for (var i = 0; i < m; i++)
                after += (s[i] + (affine * ds[i])) * (z[i] + (affine * dz[i])) / m;
            var centring = Math.Pow(after / mu, 3);
            for (var i = 0; i < m; i++)
                complementarity[i] += (ds[i] * dz[i]) - (centring * mu);
            var (dx, cs, dy, cz) = Direction();
            var length = Math.Min(1, 0.995 * Math.Min(StepLength(s, cs), StepLength(z, cz)));
            Add(x, dx, length);
            Add(s, cs, length);
            Add(z, cz, length);
            y += length * dy;

            (double[] X, double[] S, double Y, double[] Z) Direction()
            {
                var (right, q) = (new double[n], new double[m]);
                Add(right, dual, -1);
                for (var i = 0; i < m; i++)
                {
                    q[i] = ((z[i] * primal[i]) - complementarity[i]) / s[i];
                    Add(right, g[i], -q[i]);
                }

                var moveX = factor.Solve(right);
                var moveY = sum is null ? 0 : (Dot(sum, moveX) + equal) / Dot(sum, reach!);
                if (sum is not null)
                    Add(moveX, reach!, -moveY);
                var (moveS, moveZ) = (new double[m], new double[m]);
                for (var i = 0; i < m; i++)
                {
                    var image = Dot(g[i], moveX);
                    moveS[i] = -primal[i] - image;
                    moveZ[i] = q[i] + (z[i] / s[i] * image);
                }

                return (moveX, moveS, moveY, moveZ);
            }
        }

        return (x, z);
    }

    /// <summary>The lower triangle of the normal equations.</summary>
    private void Fill(double[][] normal, double[] s, double[] z)
    {
        foreach (var row in normal)
            Array.Clear(row);
        for (var i = 0; i < s.Length; i++)
        {
            var (row, ratio) = (g[i], z[i] / s[i]);
            for (var j = 0; j < n; j++)
            {
                if (row[j] == 0)
                    continue; // rows of bounds have one entry
                var scaled = ratio * row[j];
                var to = normal[j];
                for (var k = 0; k < to.Length; k++)
                    to[k] += scaled * row[k];
            }
        }

        for (var j = 0; j < n; j++)
            normal[j][j] += d[j];
    }

    private static double Dot(double[] a, double[] b) => System.Numerics.Tensors.TensorPrimitives.Dot<double>(a, b);

    private static void Add(double[] to, double[] what, double times) =>
        System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(what, times, to, to);

    private static double Largest(double[] values) => values.Max(Math.Abs);

    private static double StepLength(double[] at, double[] direction)
    {
        var length = 1.0;
        for (var i = 0; i < at.Length; i++)
        {
            if (direction[i] < 0)
                length = Math.Min(length, -at[i] / direction[i]);
        }

        return length;
    }
}
