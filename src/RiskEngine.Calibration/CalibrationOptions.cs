using RiskEngine.Calibration.Factors;
using RiskEngine.Calibration.Returns;

namespace RiskEngine.Calibration;

/// <summary>What to estimate from a price history, and from which part of it.</summary>
/// <param name="Frequency">
/// How prices are sampled; weekly is the safe choice across time zones. Null for weekly, or monthly where prices come no more often.
/// </param>
/// <param name="Benchmark">The column that stands for the market; null leaves betas out.</param>
/// <param name="Sector">
/// A second index whose residual against the benchmark is a second, uncorrelated factor; null for one factor. Needs a benchmark.
/// </param>
/// <param name="From">First date of prices that count; null for all.</param>
/// <param name="To">Last date of prices that count; null for all.</param>
/// <param name="MinimumReturns">An instrument or a pair with fewer returns is left out and listed, 10 or more.</param>
public sealed record CalibrationOptions(
    SamplingFrequency? Frequency = null,
    string? Benchmark = null,
    string? Sector = null,
    DateOnly? From = null,
    DateOnly? To = null,
    int MinimumReturns = 24
)
{
    /// <summary>The kind of process that is fitted to the factors.</summary>
    public FactorModel Kind { get; init; }

    /// <summary>The law that is fitted to instruments' own risk; of a calibration with a benchmark only.</summary>
    public OwnModel Own { get; init; }

    /// <summary>What correlations are pulled towards.</summary>
    public Shrinkage Shrinkage { get; init; }
}
