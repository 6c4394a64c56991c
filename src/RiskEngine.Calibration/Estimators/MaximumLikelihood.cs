using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace RiskEngine.Calibration.Estimators;

/// <summary>Maximises a likelihood and works out what the data leave open about each parameter.</summary>
internal static class MaximumLikelihood
{
    private const int MostSteps = 5_000;
    private const int MostRestarts = 5;
    private const double Tolerance = 1e-10;

    /// <summary>Fills the logarithm of the likelihood of each observation, at parameters in their own units.</summary>
    public delegate void Contributions(ReadOnlySpan<double> parameters, Span<double> logs);

    /// <summary>The free parameters at which a function is least, by Nelder and Mead's simplex (1965), begun anew until it stays.</summary>
    /// <param name="objective">The function: finite at the start; infinite where parameters make no sense.</param>
    /// <param name="start">Where the search begins.</param>
    /// <returns>The parameters, or null where the search does not settle.</returns>
    public static double[]? Minimise(Func<double[], double> objective, double[] start)
    {
        var function = ObjectiveFunction.Value(v =>
            objective(v.AsArray()) is var value && double.IsNaN(value) ? double.PositiveInfinity : value
        );
        var simplex = new NelderMeadSimplex(Tolerance, MostSteps);
        var (best, lowest) = (Vector<double>.Build.Dense([.. start]), objective(start));
        try
        {
            // A simplex may collapse on its way: from where it stopped a fresh one goes on.
            for (var round = 0; round < MostRestarts; round++)
            {
                var found = simplex.FindMinimum(function, best, Vector<double>.Build.Dense(start.Length, round == 0 ? 0.5 : 0.1));
                var gain = lowest - found.FunctionInfoAtMinimum.Value;
                if (gain >= 0)
                    (best, lowest) = (found.MinimizingPoint, found.FunctionInfoAtMinimum.Value);
                if (round > 0 && gain < 1e-9)
                    break;
            }
        }
        catch (MaximumIterationsException)
        {
            return null;
        }

        return double.IsFinite(lowest) ? best.ToArray() : null;
    }

    /// <summary>
    /// The covariance of the estimates: the sandwich H^-1 G H^-1 of the negative Hessian H and the outer product G of the scores, which
    /// holds when the law is not quite the data's (White 1982; for GARCH Bollerslev and Wooldridge 1992), and the inverse Hessian alone.
    /// </summary>
    /// <param name="contributions">The log likelihood of each observation.</param>
    /// <param name="observations">How many there are.</param>
    /// <param name="at">The estimates, inside their ranges.</param>
    /// <returns>Both covariances, or null where the likelihood has no peak there: at the edge of a range, or flat.</returns>
    public static LikelihoodCovariance? Covariance(Contributions contributions, int observations, double[] at)
    {
        var k = at.Length;
        var steps = Array.ConvertAll(at, value => 1e-4 * Math.Max(Math.Abs(value), 1e-3));
        var scores = Matrix<double>.Build.Dense(observations, k);
        for (var i = 0; i < k; i++)
        {
            var (up, down) = (Logs(Moved(i, +1)), Logs(Moved(i, -1)));
            for (var t = 0; t < observations; t++)
                scores[t, i] = (up[t] - down[t]) / (2 * steps[i]);
        }

        var centre = Total(at);
        var hessian = Matrix<double>.Build.Dense(k, k);
        for (var i = 0; i < k; i++)
        {
            hessian[i, i] = -(Total(Moved(i, +1)) - (2 * centre) + Total(Moved(i, -1))) / (steps[i] * steps[i]);
            for (var j = 0; j < i; j++)
            {
                var mixed = Both(i, j, +1, +1) - Both(i, j, +1, -1) - Both(i, j, -1, +1) + Both(i, j, -1, -1);
                hessian[i, j] = hessian[j, i] = -mixed / (4 * steps[i] * steps[j]);
            }
        }

        if (!hessian.Enumerate().All(double.IsFinite) || hessian.Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum() <= 0)
            return null;
        var inverse = hessian.Inverse();
        var sandwich = inverse * scores.TransposeThisAndMultiply(scores) * inverse;
        return sandwich.Enumerate().All(double.IsFinite) ? new LikelihoodCovariance(sandwich, inverse) : null;

        double[] Moved(int i, int sign) => [.. at.Select((value, index) => index == i ? value + (sign * steps[i]) : value)];

        double Both(int i, int j, int first, int second)
        {
            var moved = Moved(i, first);
            moved[j] += second * steps[j];
            return Total(moved);
        }

        double[] Logs(double[] parameters)
        {
            var logs = new double[observations];
            contributions(parameters, logs);
            return logs;
        }

        double Total(double[] parameters) => Logs(parameters).Sum();
    }
}

/// <summary>Covariances of maximum likelihood estimates.</summary>
/// <param name="Sandwich">Holds for quasi-likelihoods as well.</param>
/// <param name="InverseHessian">Holds where the law is the data's.</param>
internal sealed record LikelihoodCovariance(Matrix<double> Sandwich, Matrix<double> InverseHessian)
{
    /// <summary>An estimate with the sandwich's standard error.</summary>
    public ParameterEstimate Estimate(double value, int index) => new(value, Math.Sqrt(Sandwich[index, index]));

    /// <summary>The standard error of a smooth function of the parameters, by its gradient (the delta method).</summary>
    public double ErrorOf(Vector<double> gradient) => Math.Sqrt(Math.Max(0, gradient * Sandwich * gradient));
}
