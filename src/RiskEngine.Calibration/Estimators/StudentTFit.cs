namespace RiskEngine.Calibration.Estimators;

/// <summary>Student's t distribution fitted to returns, with sandwich standard errors.</summary>
/// <param name="Mean">The location, in units of the returns.</param>
/// <param name="Deviation">The standard deviation of one return (not the scale of the t distribution).</param>
/// <param name="DegreesOfFreedom">Above 2: the lower, the fatter the tails.</param>
/// <param name="Observations">How many returns were used.</param>
public sealed record StudentTFit(ParameterEstimate Mean, ParameterEstimate Deviation, ParameterEstimate DegreesOfFreedom, int Observations)
{
    /// <summary>
    /// The standard error of the degrees of freedom by the inverse Hessian, which trusts that the returns are t-distributed.
    /// </summary>
    public required double DegreesOfFreedomHessianError { get; init; }

    /// <summary>The logarithm of the likelihood, of returns in their own unit.</summary>
    public required double LogLikelihood { get; init; }
}
