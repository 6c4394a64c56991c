using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace RiskEngine.Calibration.Estimators;

/// <summary>Fits Student's t distribution to returns by maximum likelihood.</summary>
public static class StudentT
{
    /// <summary>From here on the tails are a normal distribution's as far as any data can tell.</summary>
    private const double MostDegreesOfFreedom = 200;

    /// <summary>Location, standard deviation and degrees of freedom, all three together.</summary>
    /// <remarks>
    /// (x - m)/(s sqrt((nu - 2)/nu)) is t-distributed with nu degrees of freedom, so s is the standard deviation and nu is above 2 (Praetz
    /// 1972). Maximised by Nelder and Mead's simplex over m, ln s and ln (nu - 2). Standard errors are the sandwich's (White 1982).
    /// </remarks>
    /// <param name="returns">Returns without gaps, twenty or more.</param>
    /// <returns>The fit; or null where the data have no fat tails (more than 200 degrees of freedom) or tails too fat for a variance.</returns>
    /// <exception cref="ArgumentException">There are too few returns, one is not finite, or they do not vary.</exception>
    public static StudentTFit? Fit(ReadOnlySpan<double> returns)
    {
        Estimators.Sample.RequireFinite(returns, 20, nameof(returns));
        double[] sample = [.. returns];
        var (mean, deviation) = (ArrayStatistics.Mean(sample), ArrayStatistics.StandardDeviation(sample));
        if (!(deviation > 0)) throw new ArgumentException("Expected returns that vary, found a constant.", nameof(returns));

        // In units of the sample's own deviation all parameters are of the size of one.
        var x = Array.ConvertAll(sample, value => (value - mean) / deviation);
        var excess = x.Average(value => value * value * value * value) - 3;
        var start = excess > 0.2 ? Math.Clamp(4 + (6 / excess), 3, 30) : 30;
        var logs = new double[x.Length];
        var free = MaximumLikelihood.Minimise(Objective, [0, 0, Math.Log(start - 2)]);
        if (free is null) return null;
        double[] at = [free[0], Math.Exp(free[1]), 2 + Math.Exp(free[2])];
        if (at[2] is > MostDegreesOfFreedom or < 2.001) return null;
        if (MaximumLikelihood.Covariance(Contributions, x.Length, at) is not { } covariance) return null;

        return new StudentTFit(
            Scaled(covariance.Estimate(at[0], 0), mean), Scaled(covariance.Estimate(at[1], 1), 0), covariance.Estimate(at[2], 2), x.Length)
        {
            DegreesOfFreedomHessianError = Math.Sqrt(covariance.InverseHessian[2, 2]),
        };

        ParameterEstimate Scaled(ParameterEstimate estimate, double shift) => new(shift + (deviation * estimate.Value), deviation * estimate.StandardError);

        double Objective(double[] parameters)
        {
            Contributions([parameters[0], Math.Exp(parameters[1]), 2 + Math.Exp(Math.Min(parameters[2], 10))], logs);
            return -logs.Sum() / x.Length;
        }

        void Contributions(ReadOnlySpan<double> parameters, Span<double> into)
        {
            var (m, s, nu) = (parameters[0], parameters[1], parameters[2]);
            var scale = s * Math.Sqrt((nu - 2) / nu);
            var constant = SpecialFunctions.GammaLn((nu + 1) / 2) - SpecialFunctions.GammaLn(nu / 2) - (0.5 * Math.Log(nu * Math.PI)) - Math.Log(scale);
            for (var t = 0; t < x.Length; t++)
            {
                var z = (x[t] - m) / scale;
                into[t] = constant - ((nu + 1) / 2 * Math.Log(1 + (z * z / nu)));
            }
        }
    }
}
