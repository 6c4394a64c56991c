namespace RiskEngine.Calibration.Estimators;

/// <summary>A fitted linear regression y = a + b1 x1 + ... + bk xk + e.</summary>
/// <param name="Intercept">The constant a, in units of y.</param>
/// <param name="Slopes">The coefficients b1 to bk, in the order of the regressors.</param>
/// <param name="ResidualDeviation">Standard deviation of e for one observation, with n - k - 1 degrees of freedom.</param>
/// <param name="RSquared">Share of the variance of y explained, 0 to 1.</param>
/// <param name="Residuals">The residuals, one an observation.</param>
public sealed record RegressionFit(
    ParameterEstimate Intercept,
    IReadOnlyList<ParameterEstimate> Slopes,
    double ResidualDeviation,
    double RSquared,
    IReadOnlyList<double> Residuals
)
{
    /// <summary>How many observations were used.</summary>
    public int Observations => Residuals.Count;
}
