using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace RiskEngine.Calibration.Estimators;

/// <summary>Fits GARCH(1,1) to returns by maximum likelihood with normal shocks.</summary>
/// <remarks>
/// The mean is taken out first, as the sample's: for shocks that are symmetric this costs nothing to first order. The variance before the
/// first return is the sample's. Maximised by Nelder and Mead's simplex over ln v, the logit of persistence and that of alpha's part in it.
/// With shocks that are not normal the estimates are still consistent (quasi-maximum likelihood, Bollerslev and Wooldridge 1992), and the
/// standard errors, by their sandwich, still hold.
/// </remarks>
public static class Garch
{
    /// <summary>The least number of returns: with fewer nothing can be said about clustering.</summary>
    public const int LeastReturns = 100;

    /// <summary>Persistence above this has no long-run variance that data could tell.</summary>
    private const double MostPersistence = 0.9995;

    private static readonly double[] commonStart = [0, Logit(0.97), Logit(0.08)];

    /// <summary>The parameters with their standard errors.</summary>
    /// <param name="returns">Returns without gaps, a hundred or more, oldest first.</param>
    /// <returns>
    /// The fit; or null where the likelihood has no peak inside the range: no clustering to be seen, or one that never fades.
    /// </returns>
    /// <exception cref="ArgumentException">There are too few returns, one is not finite, or they do not vary.</exception>
    public static GarchFit? Fit(ReadOnlySpan<double> returns)
    {
        var likelihood = new GarchLikelihood(returns);
        if (Search(likelihood, null) is not { } scaled || IsAtEdge(scaled))
            return null;
        double[] at = [Math.Sqrt(scaled.LongRunVariance), scaled.Alpha, scaled.Beta];
        if (MaximumLikelihood.Covariance(likelihood.Contributions, likelihood.Observations, at) is not { } covariance)
            return null;

        var deviation = covariance.Estimate(at[0], 0);
        return new GarchFit(
            likelihood.Unscaled(scaled),
            new ParameterEstimate(likelihood.Scale * deviation.Value, likelihood.Scale * deviation.StandardError),
            covariance.Estimate(at[1], 1),
            covariance.Estimate(at[2], 2),
            LastRatio(likelihood, at, covariance),
            likelihood.Observations
        )
        {
            LogLikelihood = likelihood.Log(at),
        };
    }

    /// <summary>The parameters alone, for who fits often; falls back on nothing: null where the search does not settle.</summary>
    /// <param name="returns">Returns without gaps, a hundred or more, oldest first.</param>
    /// <param name="near">Parameters to begin the search at, such as those of the last fit; null for common ones.</param>
    /// <exception cref="ArgumentException">There are too few returns, one is not finite, or they do not vary.</exception>
    public static GarchParameters? Parameters(ReadOnlySpan<double> returns, GarchParameters? near = null)
    {
        var likelihood = new GarchLikelihood(returns);
        return Search(likelihood, near) is { } scaled ? likelihood.Unscaled(scaled) : null;
    }

    private static GarchParameters? Search(GarchLikelihood likelihood, GarchParameters? near)
    {
        var start = near is { Alpha: > 1e-4 } last
            ?
            [
                Math.Clamp(Math.Log(last.LongRunVariance / (likelihood.Scale * likelihood.Scale)), -2, 2),
                Logit(Math.Min(last.Persistence, 0.999)),
                Logit(Math.Clamp(last.Alpha / last.Persistence, 0.01, 0.9)),
            ]
            : commonStart;
        var free = MaximumLikelihood.Minimise(parameters => likelihood.Objective(Natural(parameters)), start);
        return free is null ? null : Natural(free);
    }

    private static GarchParameters Natural(double[] free)
    {
        var persistence = MostPersistence / (1 + Math.Exp(-free[1]));
        var alpha = persistence / (1 + Math.Exp(-free[2]));
        return new GarchParameters(0, Math.Exp(free[0]), alpha, persistence - alpha);
    }

    private static bool IsAtEdge(GarchParameters found) =>
        found.Alpha < 1e-3 || found.Beta < 1e-3 || found.Persistence > MostPersistence - 1e-4 || found.LongRunVariance is < 1e-2 or > 1e2;

    /// <summary>Volatility of the coming return over the long-run one, with its error by the delta method.</summary>
    private static ParameterEstimate LastRatio(GarchLikelihood likelihood, double[] at, LikelihoodCovariance covariance)
    {
        var gradient = Vector<double>.Build.Dense(
            at.Length,
            i =>
            {
                var step = 1e-5 * Math.Max(at[i], 1e-2);
                double[] up = [.. at],
                    down = [.. at];
                up[i] += step;
                down[i] -= step;
                return (likelihood.LastRatio(up) - likelihood.LastRatio(down)) / (2 * step);
            }
        );
        return new ParameterEstimate(likelihood.LastRatio(at), covariance.ErrorOf(gradient));
    }

    private static double Logit(double p) => Math.Log(p / (1 - p));

    /// <summary>
    /// The likelihood of one series, in units of its own standard deviation so that all parameters are of the size of one.
    /// </summary>
    private sealed class GarchLikelihood
    {
        private readonly double[] x;
        private readonly double[] h;
        private readonly double mean;

        public GarchLikelihood(ReadOnlySpan<double> returns)
        {
            Estimators.Sample.RequireFinite(returns, LeastReturns, nameof(returns));
            x = [.. returns];
            h = new double[x.Length];
            mean = ArrayStatistics.Mean(x);
            Scale = ArrayStatistics.StandardDeviation(x);
            if (!(Scale > 0))
                throw new ArgumentException("Expected returns that vary, found a constant.", nameof(returns));
            for (var t = 0; t < x.Length; t++)
                x[t] = (x[t] - mean) / Scale;
        }

        public double Scale { get; }

        public int Observations => x.Length;

        public GarchParameters Unscaled(GarchParameters scaled) =>
            scaled with
            {
                Mean = mean,
                LongRunVariance = scaled.LongRunVariance * Scale * Scale,
            };

        /// <summary>Half of the mean of ln h + x^2/h: the negative log likelihood of one return but for a constant.</summary>
        public double Objective(GarchParameters parameters)
        {
            parameters.Filter(x, 1, h);
            var sum = 0.0;
            for (var t = 0; t < x.Length; t++)
                sum += Math.Log(h[t]) + (x[t] * x[t] / h[t]);
            return sum / (2 * x.Length);
        }

        public void Contributions(ReadOnlySpan<double> parameters, Span<double> logs)
        {
            Of(parameters).Filter(x, 1, h);
            for (var t = 0; t < x.Length; t++)
                logs[t] = -0.5 * (Math.Log(2 * Math.PI * h[t]) + (x[t] * x[t] / h[t]));
        }

        /// <summary>The logarithm of the likelihood in units of the returns.</summary>
        public double Log(double[] at)
        {
            var logs = new double[x.Length];
            Contributions(at, logs);
            return logs.Sum() - (x.Length * Math.Log(Scale));
        }

        public double LastRatio(double[] parameters) => Math.Sqrt(Of(parameters).Filter(x, 1, h)) / parameters[0];

        private static GarchParameters Of(ReadOnlySpan<double> at) => new(0, at[0] * at[0], at[1], at[2]);
    }
}
