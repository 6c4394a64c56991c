using System.Numerics.Tensors;

namespace RiskEngine.Analysis.Views;

/// <summary>
/// The probabilities nearest to given ones, in relative entropy, under which means of columns are zero, or not below zero.
/// </summary>
/// <remarks>
/// Minimises sum p ln(p / q) subject to E[s_j] = 0 or E[s_j] >= 0. The solution is p ~ q exp(theta's) with theta_j >= 0 for inequalities,
/// and theta minimises the convex J = ln sum q exp(theta's), whose gradient is E[s] and whose Hessian is Cov[s] (Meucci 2008, appendix).
/// Newton steps with an active set of the multipliers that stay at zero, halved until J falls enough. J is summed against its largest term.
/// -J is a lower bound of the smallest relative entropy: once it passes the largest that is allowed, there is no solution.
/// </remarks>
internal sealed class EntropyProjection(double[] logPrior, double[][] columns, bool[] inequalities)
{
    private const int MostSteps = 80;
    private const int BlockLength = 1024;
    private const double Tolerance = 1e-10;
    private readonly int n = logPrior.Length;
    private readonly int k = columns.Length;

    /// <summary>The probabilities reached.</summary>
    internal double[] Probabilities { get; } = new double[logPrior.Length];

    /// <summary>Solves it, beginning from multipliers that are then overwritten.</summary>
    /// <returns>Whether there is a solution with relative entropy up to the largest allowed.</returns>
    internal bool Solve(double[] theta, double largestEntropy)
    {
        var (gradient, hessian) = (new double[k], new double[k, k]);
        var value = Evaluate(theta, gradient, hessian);
        for (var step = 0; step < MostSteps; step++)
        {
            if (-value > largestEntropy)
                return false;
            var free = Enumerable.Range(0, k).Where(j => !inequalities[j] || theta[j] > 0 || gradient[j] < 0).ToArray();
            if (free.All(j => Math.Abs(gradient[j]) <= Tolerance))
                return true;
            var direction = NewtonStep.Of(theta, gradient, hessian, inequalities, free);
            if (!TryStep(theta, direction, ref value, gradient, hessian))
                return free.All(j => Math.Abs(gradient[j]) <= 1e-7);
        }

        return false;
    }

    private bool TryStep(double[] theta, double[] direction, ref double value, double[] gradient, double[,] hessian)
    {
        var (trial, slope) = (new double[k], (double[])gradient.Clone());
        for (var length = 1.0; length > 1e-10; length /= 2)
        {
            var expected = 0.0;
            for (var j = 0; j < k; j++)
            {
                trial[j] = theta[j] + (length * direction[j]);
                if (inequalities[j])
                    trial[j] = Math.Max(0, trial[j]);
                expected += slope[j] * (trial[j] - theta[j]);
            }

            var found = Evaluate(trial, gradient, hessian);
            if (double.IsFinite(found) && found <= value + (1e-4 * expected) + (1e-13 * (1 + Math.Abs(value)))) // sums round
            {
                value = found;
                trial.CopyTo(theta, 0);
                return true;
            }
        }

        value = Evaluate(theta, gradient, hessian);
        return false;
    }

    /// <summary>J with its gradient and Hessian; leaves the probabilities behind.</summary>
    private double Evaluate(double[] theta, double[] gradient, double[,] hessian)
    {
        var p = Probabilities.AsSpan();
        logPrior.CopyTo(p);
        for (var j = 0; j < k; j++)
            TensorPrimitives.MultiplyAdd(columns[j], theta[j], p, p);
        var top = TensorPrimitives.Max<double>(p);
        if (!double.IsFinite(top))
            return double.PositiveInfinity;
        TensorPrimitives.Subtract(p, top, p);
        TensorPrimitives.Exp<double>(p, p);
        var sum = TensorPrimitives.Sum<double>(p);
        TensorPrimitives.Divide(p, sum, p);

        Array.Clear(gradient);
        Array.Clear(hessian);
        Span<double> weighted = stackalloc double[BlockLength];
        for (var start = 0; start < n; start += BlockLength)
        {
            var length = Math.Min(BlockLength, n - start);
            for (var j = 0; j < k; j++)
            {
                TensorPrimitives.Multiply(p.Slice(start, length), columns[j].AsSpan(start, length), weighted[..length]);
                gradient[j] += TensorPrimitives.Sum<double>(weighted[..length]);
                for (var l = 0; l <= j; l++)
                    hessian[j, l] += TensorPrimitives.Dot<double>(weighted[..length], columns[l].AsSpan(start, length));
            }
        }

        for (var j = 0; j < k; j++)
        {
            for (var l = 0; l <= j; l++)
                hessian[l, j] = hessian[j, l] -= gradient[j] * gradient[l];
        }

        return top + Math.Log(sum);
    }
}
