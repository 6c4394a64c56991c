namespace RiskEngine.Calibration.Estimators;

/// <summary>Fits an Ornstein-Uhlenbeck process to a series of levels.</summary>
public static class OrnsteinUhlenbeck
{
    /// <summary>Regresses each level on the one before and turns the AR(1) into the process that is exact at those times.</summary>
    /// <remarks>
    /// x(t + d) = a + b x(t) + e has kappa = -ln b / d, theta = a/(1 - b), sigma^2 = 2 kappa Var(e)/(1 - b^2) (Vasicek 1977; the
    /// conditional maximum likelihood estimate). Standard errors by the delta method, with Var(e) and the coefficients taken as
    /// independent. kappa is biased upwards in short samples by about 4 divided by the years of data (Tang and Chen 2009): judge a weak fit
    /// as weak.
    /// </remarks>
    /// <param name="levels">Levels at equal distances in time, six or more.</param>
    /// <param name="yearsPerStep">The distance in years, above 0.</param>
    /// <returns>The fit; or null where the regression slope is not between 0 and 1, so that no such process has these moments.</returns>
    /// <exception cref="ArgumentException">There are too few levels, or they do not vary.</exception>
    public static OrnsteinUhlenbeckFit? Fit(ReadOnlySpan<double> levels, double yearsPerStep)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(yearsPerStep);
        Sample.RequireFinite(levels, 6, nameof(levels));

        // Regressing on the distance from the sample mean keeps the two coefficients almost uncorrelated, which theta's error needs.
        var centre = 0.0;
        foreach (var level in levels)
            centre += level / levels.Length;
        var before = new double[levels.Length - 1];
        var after = new double[levels.Length - 1];
        for (var t = 0; t < before.Length; t++)
        {
            before[t] = levels[t] - centre;
            after[t] = levels[t + 1] - centre;
        }

        var fit = LinearRegression.Fit(after, before);
        var a = fit.Intercept;
        var b = fit.Slopes[0];
        if (b.Value is <= 0 or >= 1)
            return null;

        var kappa = -Math.Log(b.Value) / yearsPerStep;
        var kappaError = b.StandardError / (b.Value * yearsPerStep);
        var distance = a.Value / (1 - b.Value);
        var meanError =
            Math.Sqrt((a.StandardError * a.StandardError) + (distance * distance * b.StandardError * b.StandardError)) / (1 - b.Value);

        // sigma^2 = Var(e) g(b) with g = -2 ln b / (d (1 - b^2)); d ln g / d b = 1/(b ln b) + 2b/(1 - b^2).
        var g = -2 * Math.Log(b.Value) / (yearsPerStep * (1 - (b.Value * b.Value)));
        var sigma = fit.ResidualDeviation * Math.Sqrt(g);
        var fromSlope = ((1 / (b.Value * Math.Log(b.Value))) + (2 * b.Value / (1 - (b.Value * b.Value)))) * b.StandardError / 2;
        var noise = Volatility.Estimate([.. fit.Residuals], 1).Annualised;
        var fromNoise = noise.StandardError / noise.Value;
        var sigmaError = sigma * Math.Sqrt((fromSlope * fromSlope) + (fromNoise * fromNoise));

        return new OrnsteinUhlenbeckFit(
            new ParameterEstimate(kappa, kappaError),
            new ParameterEstimate(centre + distance, meanError),
            new ParameterEstimate(sigma, sigmaError),
            before.Length
        );
    }
}
