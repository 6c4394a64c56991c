namespace RiskEngine.Calibration.Estimators;

/// <summary>GARCH(1,1) fitted to returns, with sandwich standard errors.</summary>
/// <param name="Parameters">The law, in units of the returns.</param>
/// <param name="Deviation">The long-run standard deviation of one return.</param>
/// <param name="Alpha">Weight of the last squared move.</param>
/// <param name="Beta">Weight of the last variance.</param>
/// <param name="LastRatio">Volatility of the coming return, on the last day, over the long-run one.</param>
/// <param name="Observations">How many returns were used.</param>
public sealed record GarchFit(
    GarchParameters Parameters,
    ParameterEstimate Deviation,
    ParameterEstimate Alpha,
    ParameterEstimate Beta,
    ParameterEstimate LastRatio,
    int Observations
)
{
    /// <summary>The logarithm of the likelihood under normal shocks, of returns in their own unit.</summary>
    public required double LogLikelihood { get; init; }
}
