using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Results;

/// <summary>The base case if the model itself is wrong: the worst over all models within a relative entropy of it.</summary>
public sealed record UncertaintyResults
{
    /// <summary>The horizon of the worst cases: the middle one.</summary>
    public required Horizon Horizon { get; init; }

    /// <summary>Relative entropies, rising, 0 (the model itself) first.</summary>
    public required IReadOnlyList<double> Radii { get; init; }

    /// <summary>How often someone who saw one outcome would mistake a model at each radius for this one; 0.5 is a guess.</summary>
    public required IReadOnlyList<double> DetectionErrors { get; init; }

    /// <summary>Portfolios as held and following all.</summary>
    public required IReadOnlyList<WorstCases> WorstCases { get; init; }

    /// <summary>
    /// How wrong the model must be before following all no longer has the sign it has, by portfolio and horizon; empty where nothing
    /// trades.
    /// </summary>
    public required IReadOnlyList<Turning> Turnings { get; init; }
}

/// <summary>One portfolio's worst cases.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">As held, or following all.</param>
/// <param name="Es95">The largest 95% expected shortfall at each radius.</param>
/// <param name="Mean">The lowest mean profit at each radius.</param>
public sealed record WorstCases(Portfolio Portfolio, Variant Variant, IReadOnlyList<Estimate> Es95, IReadOnlyList<Estimate> Mean);

/// <summary>The model nearest to this one in which following all earns, on average, neither more nor less than holding.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Effect">Mean profit of following all less as held, in the model.</param>
/// <param name="Radius">The nearest such model's relative entropy, in nats; not available where following is better (or worse) on every
/// path.</param>
/// <param name="Deviations">The same as a shift of a mean, in standard deviations.</param>
/// <param name="DetectionError">How often someone who saw one outcome would name the wrong one of the two models; 0.5 is a guess.</param>
public sealed record Turning(
    Portfolio Portfolio,
    Horizon Horizon,
    Estimate Effect,
    Estimate Radius,
    double Deviations,
    double DetectionError
);
