using MathNet.Numerics;
using MathNet.Numerics.Statistics;

namespace RiskEngine.Calibration.Estimators;

/// <summary>Fits Student's t distribution to returns by maximum likelihood.</summary>
/// <remarks>
/// (x - m)/(s sqrt((nu - 2)/nu)) is t-distributed with nu degrees of freedom, so s is the standard deviation and nu is above 2 (Praetz
/// 1972). Maximised by Nelder and Mead's simplex over m, ln s and ln (nu - 2). Standard errors are the sandwich's (White 1982).
/// </remarks>
public static class StudentT
{
    /// <summary>From here on the tails are a normal distribution's as far as any data can tell.</summary>
    private const double MostDegreesOfFreedom = 200;

    /// <summary>From here down the variance is anybody's guess.</summary>
    private const double LeastDegreesOfFreedom = 2.001;

    /// <summary>Location, standard deviation and degrees of freedom, with their standard errors.</summary>
    /// <param name="returns">Returns without gaps, twenty or more.</param>
    /// <returns>
    /// The fit; or null where the data have no fat tails (more than 200 degrees of freedom) or tails too fat for a variance.
    /// </returns>
    /// <exception cref="ArgumentException">There are too few returns, one is not finite, or they do not vary.</exception>
    public static StudentTFit? Fit(ReadOnlySpan<double> returns)
    {
        var likelihood = new Likelihood(returns);
        if (likelihood.Maximise() is not { } at || at[2] is > MostDegreesOfFreedom or < LeastDegreesOfFreedom)
            return null;
        if (MaximumLikelihood.Covariance(likelihood.Contributions, likelihood.Observations, at) is not { } covariance)
            return null;
        return new StudentTFit(
            likelihood.Unscaled(covariance.Estimate(at[0], 0), likelihood.Mean),
            likelihood.Unscaled(covariance.Estimate(at[1], 1), 0),
            covariance.Estimate(at[2], 2),
            likelihood.Observations
        )
        {
            DegreesOfFreedomHessianError = Math.Sqrt(covariance.InverseHessian[2, 2]),
            LogLikelihood = likelihood.Log(at),
        };
    }

    /// <summary>
    /// The scale s sqrt((nu - 2)/nu) and the degrees of freedom alone, for who fits often; at most 200 of these, which is normal.
    /// </summary>
    /// <param name="returns">Returns without gaps, twenty or more.</param>
    /// <returns>The parameters, or null where the search does not settle.</returns>
    /// <exception cref="ArgumentException">There are too few returns, one is not finite, or they do not vary.</exception>
    public static (double Scale, double DegreesOfFreedom)? Parameters(ReadOnlySpan<double> returns)
    {
        var likelihood = new Likelihood(returns);
        if (likelihood.Maximise() is not { } at)
            return null;
        return (likelihood.Scale * at[1] * Math.Sqrt((at[2] - 2) / at[2]), Math.Clamp(at[2], LeastDegreesOfFreedom, MostDegreesOfFreedom));
    }

    /// <summary>The likelihood of one series, in units of its own deviation so that all parameters are of the size of one.</summary>
    private sealed class Likelihood
    {
        private readonly double[] x;
        private readonly double[] logs;

        public Likelihood(ReadOnlySpan<double> returns)
        {
            Estimators.Sample.RequireFinite(returns, 20, nameof(returns));
            x = [.. returns];
            logs = new double[x.Length];
            (Mean, Scale) = (ArrayStatistics.Mean(x), ArrayStatistics.StandardDeviation(x));
            if (!(Scale > 0))
                throw new ArgumentException("Expected returns that vary, found a constant.", nameof(returns));
            for (var t = 0; t < x.Length; t++)
                x[t] = (x[t] - Mean) / Scale;
        }

        public double Mean { get; }

        public double Scale { get; }

        public int Observations => x.Length;

        /// <summary>Location, deviation and degrees of freedom in these units; null where the search does not settle.</summary>
        public double[]? Maximise()
        {
            var excess = x.Average(value => value * value * value * value) - 3;
            var start = excess > 0.2 ? Math.Clamp(4 + (6 / excess), 3, 30) : 30;
            var free = MaximumLikelihood.Minimise(Objective, [0, 0, Math.Log(start - 2)]);
            return free is null ? null : Natural(free);
        }

        public ParameterEstimate Unscaled(ParameterEstimate estimate, double shift) =>
            new(shift + (Scale * estimate.Value), Scale * estimate.StandardError);

        /// <summary>The logarithm of the likelihood in units of the returns.</summary>
        public double Log(double[] at)
        {
            Contributions(at, logs);
            return logs.Sum() - (x.Length * Math.Log(Scale));
        }

        public void Contributions(ReadOnlySpan<double> parameters, Span<double> into)
        {
            var (m, s, nu) = (parameters[0], parameters[1], parameters[2]);
            var scale = s * Math.Sqrt((nu - 2) / nu);
            var constant =
                SpecialFunctions.GammaLn((nu + 1) / 2)
                - SpecialFunctions.GammaLn(nu / 2)
                - (0.5 * Math.Log(nu * Math.PI))
                - Math.Log(scale);
            for (var t = 0; t < x.Length; t++)
            {
                var z = (x[t] - m) / scale;
                into[t] = constant - ((nu + 1) / 2 * Math.Log(1 + (z * z / nu)));
            }
        }

        private double Objective(double[] free)
        {
            Contributions(Natural(free), logs);
            return -logs.Sum() / x.Length;
        }

        private static double[] Natural(double[] free) => [free[0], Math.Exp(free[1]), 2 + Math.Exp(Math.Clamp(free[2], -12, 10))];
    }
}
