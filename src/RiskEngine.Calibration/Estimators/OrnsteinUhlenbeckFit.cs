namespace RiskEngine.Calibration.Estimators;

/// <summary>Parameters of dx = kappa (theta - x) dt + sigma dW fitted to equally spaced levels.</summary>
/// <param name="MeanReversion">kappa, a year; not far from zero in standard errors means the data hardly show any reversion.</param>
/// <param name="Mean">theta, in the unit of the level.</param>
/// <param name="Volatility">sigma, in units of the level a square-root year.</param>
/// <param name="Observations">How many steps were used (levels less one).</param>
public sealed record OrnsteinUhlenbeckFit(
    ParameterEstimate MeanReversion,
    ParameterEstimate Mean,
    ParameterEstimate Volatility,
    int Observations
)
{
    /// <summary>Years until half of a distance from the mean is gone, ln 2 / kappa.</summary>
    public double HalfLife => Math.Log(2) / MeanReversion.Value;
}
