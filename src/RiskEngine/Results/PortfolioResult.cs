using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>One portfolio in one case.</summary>
public sealed record PortfolioResult
{
    /// <summary>The portfolio.</summary>
    public required Portfolio Portfolio { get; init; }

    /// <summary>All variants: as held, following all, each recommendation alone, all without each one.</summary>
    public required IReadOnlyList<VariantResult> Variants { get; init; }

    /// <summary>
    /// What following every recommendation changes, at every horizon in order: following all, less as held, path by path; empty when none
    /// trades.
    /// </summary>
    public required IReadOnlyList<Effect> FollowingEffects { get; init; }

    /// <summary>Each traded recommendation's effect at each horizon.</summary>
    public required IReadOnlyList<RecommendationEffect> RecommendationEffects { get; init; }

    /// <summary>The portfolio as held.</summary>
    public VariantResult AsHeld => Variants.First(v => v.Variant.Kind == VariantKind.AsHeld);

    /// <summary>The portfolio following every recommendation; the same as <see cref="AsHeld"/> when none trades.</summary>
    public VariantResult FollowingAll => Variants.FirstOrDefault(v => v.Variant.Kind == VariantKind.FollowingAll) ?? AsHeld;
}

/// <summary>One variant of a portfolio.</summary>
public sealed record VariantResult
{
    /// <summary>Which variant.</summary>
    public required Variant Variant { get; init; }

    /// <summary>Its outcomes at every horizon, in order.</summary>
    public required IReadOnlyList<HorizonResult> Horizons { get; init; }

    /// <summary>Value over time relative to the start (1 is the start value); only for as held and following all, else null.</summary>
    public Fan? Fan { get; init; }

    /// <summary>
    /// Measures of whole paths to the headline horizon (<see cref="PathKinds"/>), of the paths that fans are drawn from; only for as held
    /// and following all, else empty.
    /// </summary>
    public IReadOnlyDictionary<MeasureKind, Estimate> Paths { get; init; } = new Dictionary<MeasureKind, Estimate>();
}

/// <summary>One variant at one horizon.</summary>
public sealed record HorizonResult
{
    /// <summary>The horizon.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>Every measure with its error.</summary>
    public required MeasureSet Measures { get; init; }

    /// <summary>The distribution of profits; only for as held and following all, else null.</summary>
    public Histogram? Histogram { get; init; }

    /// <summary>Relative profit of every path, in path order; only for as held and following all, else empty.</summary>
    public ReadOnlyMemory<float> Profits { get; init; }

    /// <summary>Maximum drawdown of every path up to the horizon (0 to 1); only for as held and following all, else empty.</summary>
    public ReadOnlyMemory<float> Drawdowns { get; init; }
}

/// <summary>What one recommendation changes, paired on common random numbers.</summary>
/// <param name="Recommendation">The recommendation.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Alone">Following only it, less as held.</param>
/// <param name="Last">Following all, less all without it.</param>
public sealed record RecommendationEffect(Recommendation Recommendation, Horizon Horizon, Effect Alone, Effect Last);
