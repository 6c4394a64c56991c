using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Portfolios;

namespace RiskEngine.Loading.Batches;

/// <summary>Which figure is asked about, and how much work may be spent on it.</summary>
/// <param name="Measure">Id of the measure.</param>
/// <param name="Horizon">Id of the horizon; null for the headline one.</param>
/// <param name="Portfolio">Id of the portfolio; null for the first.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Spread">By which part of itself a number without a range of its own is varied, above 0 and below 1.</param>
/// <param name="Keys">How many numbers are kept after screening.</param>
/// <param name="Points">Base points of the estimators, a power of two.</param>
/// <param name="Resamples">Bootstrap samples.</param>
public sealed record SensitivityQuestion(
    string Measure,
    string? Horizon,
    string? Portfolio,
    HeadlineVariant Variant,
    double Spread,
    int Keys,
    int Points,
    int Resamples
)
{
    /// <summary>Where it stands.</summary>
    public SourceLocation Location { get; init; }

    /// <summary>Where its horizon stands, or itself where none does.</summary>
    public SourceLocation HorizonLocation { get; init; }

    /// <summary>Where its portfolio stands, or itself where none does.</summary>
    public SourceLocation PortfolioLocation { get; init; }
}
