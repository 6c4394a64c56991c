using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace RiskEngine.Analysis.Allocation;

/// <summary>The allowed amounts with the least variance, alone or for given means (Markowitz 1952).</summary>
/// <remarks>
/// A quadratic program in the covariance's principal axes, where its quadratic term is a diagonal as <see cref="InteriorPoint"/> wants it:
/// x = V y with the eigenvectors V, bounds as rows of V.
/// </remarks>
public sealed class VarianceMinimiser
{
    private readonly AllocationProblem problem;
    private readonly int[] moving;
    private readonly double[] eigenvalues;
    private readonly double[][] axes; // by asset
    private readonly double scale;

    /// <summary>Takes the problem, of which the level does not matter; it has a budget.</summary>
    /// <exception cref="ArgumentException">The problem has no budget.</exception>
    public VarianceMinimiser(AllocationProblem problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        if (problem.Budget is null)
            throw new ArgumentException("Expected a problem with a budget, found none.", nameof(problem));
        this.problem = problem;

        // Variables that are fixed leave no interior; they are at zero, or the budget is what they leave.
        moving = [.. Enumerable.Range(0, problem.Size).Where(j => problem.Upper[j] - problem.Lower[j] > 1e-12)];
        var covariance = moving.Length == 0 ? new double[0, 0] : Covariance.Of([.. moving.Select(j => problem.Gains[j])], problem.Weights);
        scale = Math.Max(1e-300, Enumerable.Range(0, moving.Length).Select(i => covariance[i, i]).DefaultIfEmpty(1).Max());
        if (moving.Length == 0)
        {
            (eigenvalues, axes) = ([], []);
            return;
        }

        var spectrum = DenseMatrix.OfArray(covariance).Divide(scale).Evd(Symmetricity.Symmetric);
        eigenvalues = [.. spectrum.EigenValues.Select(v => Math.Max(0, v.Real))];
        axes = [.. spectrum.EigenVectors.EnumerateRows().Select(row => row.ToArray())];
    }

    /// <summary>The amounts of the least variance.</summary>
    /// <param name="mean">The mean profit that is wanted at least, below the highest that the bounds allow; null where any will do.</param>
    /// <exception cref="ArgumentOutOfRangeException">No allowed amounts have that mean.</exception>
    public double[] Least(double? mean = null)
    {
        if (mean is { } wanted && !(wanted < problem.HighestMean))
        {
            throw new ArgumentOutOfRangeException(
                nameof(mean),
                wanted,
                $"Expected a mean below the highest that the bounds allow, {problem.HighestMean}."
            );
        }

        var amounts = (double[])problem.Lower.Clone();
        if (moving.Length == 0)
            return amounts;
        var fixedAt = Enumerable.Range(0, problem.Size).Except(moving).ToArray();
        var left = problem.Budget!.Value - fixedAt.Sum(j => problem.Lower[j]);
        var (rows, sides) = Rows(mean - fixedAt.Sum(j => problem.Lower[j] * problem.Means[j]));
        double[] sum = [.. Enumerable.Range(0, moving.Length).Select(k => axes.Sum(axis => axis[k]))];
        var (y, _) = new InteriorPoint([.. eigenvalues.Select(v => v + 1e-10)], new double[moving.Length], rows, sides).Solve(sum, left);
        for (var i = 0; i < moving.Length; i++)
        {
            var x = 0.0;
            for (var k = 0; k < y.Length; k++)
                x += axes[i][k] * y[k];
            amounts[moving[i]] = Math.Clamp(x, problem.Lower[moving[i]], problem.Upper[moving[i]]);
        }

        return amounts;
    }

    /// <summary>
    /// The frontier: amounts for means equally far apart, from that of the least variance of all up to just below the highest.
    /// </summary>
    /// <param name="points">How many, at least 2.</param>
    public IReadOnlyList<double[]> Frontier(int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        var first = Least();
        var (low, high) = (MeanOf(first), problem.HighestMean);
        return high - low < 1e-9
            ? [first]
            : [first, .. Enumerable.Range(1, points - 1).Select(i => Least(low + (Math.Min(0.999, i / (points - 1.0)) * (high - low))))];
    }

    private double MeanOf(double[] amounts) => amounts.Zip(problem.Means, (a, b) => a * b).Sum();

    /// <summary>Upper bounds, lower bounds, and the mean where one is wanted.</summary>
    private (double[][] Rows, double[] Sides) Rows(double? mean)
    {
        var rows = new List<double[]>();
        var sides = new List<double>();
        for (var i = 0; i < moving.Length; i++)
        {
            rows.Add(axes[i]);
            sides.Add(problem.Upper[moving[i]]);
            rows.Add(Array.ConvertAll(axes[i], a => -a));
            sides.Add(-problem.Lower[moving[i]]);
        }

        if (mean is { } wanted)
        {
            rows.Add([.. Enumerable.Range(0, moving.Length).Select(k => -moving.Select((j, i) => axes[i][k] * problem.Means[j]).Sum())]);
            sides.Add(-wanted);
        }

        return ([.. rows], [.. sides]);
    }
}
