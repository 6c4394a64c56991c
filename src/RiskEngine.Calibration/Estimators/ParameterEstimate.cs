namespace RiskEngine.Calibration.Estimators;

/// <summary>A fitted parameter and its standard error, in the parameter's own unit.</summary>
/// <param name="Value">The estimate.</param>
/// <param name="StandardError">One standard error of the estimate, 0 or more.</param>
public sealed record ParameterEstimate(double Value, double StandardError)
{
    /// <summary>Two-sided 95% quantile of the standard normal distribution.</summary>
    private const double Z95 = 1.959963984540054;

    /// <summary>Lower end of the normal 95% interval.</summary>
    public double Lower95 => Value - (Z95 * StandardError);

    /// <summary>Upper end of the normal 95% interval.</summary>
    public double Upper95 => Value + (Z95 * StandardError);
}
