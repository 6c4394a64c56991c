using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;

namespace RiskEngine.Calibration;

/// <summary>The estimates of one instrument. Means are not among them: past returns are no drift.</summary>
/// <param name="Instrument">The id of the column.</param>
/// <param name="FirstReturn">End of the first period with a return.</param>
/// <param name="LastReturn">End of the last period with a return.</param>
/// <param name="LastClose">The last close in the window, in the currency of the column.</param>
/// <param name="LastCloseDate">The date of that close.</param>
/// <param name="Volatility">Annualised volatility of all its returns.</param>
/// <param name="Exposures">Betas and own risk; null for the benchmark itself, or without one.</param>
public sealed record InstrumentCalibration(
    string Instrument,
    DateOnly FirstReturn,
    DateOnly LastReturn,
    double LastClose,
    DateOnly LastCloseDate,
    VolatilityEstimate Volatility,
    FactorExposures? Exposures
)
{
    /// <summary>
    /// Exposures to the residual factors, in their order; empty where the instrument has none. Their errors hold given the factors (Bai
    /// 2003).
    /// </summary>
    public IReadOnlyList<ParameterEstimate> Residual { get; init; } = [];

    /// <summary>The shape of its own risk; null where that is normal.</summary>
    public OwnCalibration? Own { get; init; }
}
