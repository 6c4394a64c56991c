using RiskEngine.Abstractions.Identity;
using RiskEngine.Calibration.Estimators;
using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration;

/// <summary>What a price history says about volatility and dependence: plain figures with their errors, window and method.</summary>
/// <param name="FirstPrice">Date of the first price row inside the window asked for.</param>
/// <param name="LastPrice">Date of the last price row inside the window asked for.</param>
/// <param name="Frequency">How prices were sampled.</param>
/// <param name="Benchmark">The market column, or null.</param>
/// <param name="Sector">The sector column whose residual is the second factor, or null.</param>
/// <param name="SectorResidual">Volatility of that residual, or null.</param>
/// <param name="Method">The method in words, fit to stand as the provenance of a figure.</param>
/// <param name="Instruments">One entry an instrument that had enough returns, in the order of the history.</param>
/// <param name="Correlations">One entry a pair of those instruments that had enough common returns; never both (a, b) and (b, a).</param>
/// <param name="Skipped">What was left out, and why.</param>
public sealed record CalibrationResult(
    DateOnly FirstPrice,
    DateOnly LastPrice,
    SamplingFrequency Frequency,
    string? Benchmark,
    string? Sector,
    VolatilityEstimate? SectorResidual,
    LocalText Method,
    IReadOnlyList<InstrumentCalibration> Instruments,
    IReadOnlyList<PairCorrelation> Correlations,
    IReadOnlyList<SkippedEstimate> Skipped
)
{
    /// <summary>
    /// The factors that a market file has: the market and, where asked for, the sector; or one an instrument where there is no benchmark.
    /// </summary>
    public required IReadOnlyList<FactorCalibration> Factors { get; init; }

    /// <summary>How far correlations were pulled towards a target; null where they were not.</summary>
    public ShrunkCorrelation? Shrunk { get; init; }

    /// <summary>What the dates of the prices said and what was done about it, a sentence each.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>How well a market file of these figures gives the correlations back.</summary>
    public CorrelationFit Fit { get; init; } = new(0, 0, [], 0);

    /// <summary>The figures of one instrument, or null where it was skipped or unknown.</summary>
    public InstrumentCalibration? Find(string instrument) => Instruments.FirstOrDefault(entry => entry.Instrument == instrument);
}
