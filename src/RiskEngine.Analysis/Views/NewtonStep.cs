using MathNet.Numerics.LinearAlgebra.Double;

namespace RiskEngine.Analysis.Views;

/// <summary>The Newton step of a convex function whose variables may have zero as a lower bound.</summary>
internal static class NewtonStep
{
    /// <summary>
    /// The step to the minimum of the quadratic model on the free variables; one that would pass its bound is set on it, the worst first,
    /// and the others are solved again. The variables that are not free stay.
    /// </summary>
    internal static double[] Of(double[] at, double[] gradient, double[,] hessian, bool[] bounded, IEnumerable<int> free)
    {
        var moving = free.ToList();
        var step = new double[at.Length];
        while (moving.Count > 0)
        {
            var pinned = Enumerable.Range(0, at.Length).Except(moving).Where(j => step[j] != 0).ToArray();
            var right = DenseVector.Create(moving.Count, a => -gradient[moving[a]] - pinned.Sum(j => hessian[moving[a], j] * step[j]));
            var solution = Solve(hessian, moving, right);
            for (var a = 0; a < moving.Count; a++)
                step[moving[a]] = solution[a];
            var beyond = moving.Where(j => bounded[j] && at[j] + step[j] < 0).ToArray();
            if (beyond.Length == 0)
                break;
            var worst = beyond.MinBy(j => at[j] + step[j]);
            step[worst] = -at[worst];
            moving.Remove(worst);
        }

        return step;
    }

    /// <summary>Cholesky; a little is added to the diagonal where columns repeat each other.</summary>
    private static double[] Solve(double[,] hessian, List<int> free, DenseVector right)
    {
        var size = free.Count;
        var diagonal = (free.Sum(j => hessian[j, j]) / size) + 1e-12;
        for (var ridge = 1e-13; ; ridge *= 100)
        {
            var h = DenseMatrix.Create(size, size, (a, b) => hessian[free[a], free[b]] + (a == b ? ridge * diagonal : 0));
            try
            {
                var solution = h.Cholesky().Solve(right);
                if (solution.All(double.IsFinite) || ridge > 1)
                    return [.. solution];
            }
            catch (ArgumentException) when (ridge < 1)
            {
                // Not positive definite to working precision: more on the diagonal.
            }
        }
    }
}
