using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Results;

/// <summary>
/// What carries the answer of the base case: where risk comes from, what each risk, recommendation and claim does, and what tail paths have
/// in common.
/// </summary>
public sealed record AttributionResults
{
    /// <summary>Contributions to risk, for every portfolio as held and following all.</summary>
    public required IReadOnlyList<ContributionResult> Contributions { get; init; }

    /// <summary>The same under the scenario's views; empty where there are none or one was refused.</summary>
    public IReadOnlyList<ContributionResult> ContributionsWithViews { get; init; } = [];

    /// <summary>
    /// Shared effects of the risks (for every portfolio, as held and following all) and of the recommendations (for every portfolio).
    /// </summary>
    public required IReadOnlyList<ShapleyResult> Shapley { get; init; }

    /// <summary>Every claim that something rests on; the one whose falsity changes the answer most first.</summary>
    public required IReadOnlyList<ClaimResult> Claims { get; init; }

    /// <summary>Every prediction over time.</summary>
    public required IReadOnlyList<PredictionTiming> PredictionTimings { get; init; }

    /// <summary>What every indicator would tell.</summary>
    public required IReadOnlyList<IndicatorInformation> Indicators { get; init; }

    /// <summary>The tail paths of every portfolio.</summary>
    public required IReadOnlyList<ReverseStressResult> ReverseStress { get; init; }

    /// <summary>How the instruments that weigh most fall together; empty where there are too few paths or instruments.</summary>
    public IReadOnlyList<TailDependenceResult<Instrument>> TailDependence { get; init; } = [];

    /// <summary>The same of the factors that carry most of the expected shortfall of what is held.</summary>
    public IReadOnlyList<TailDependenceResult<RiskFactor>> FactorTailDependence { get; init; } = [];
}
