using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Risks;

/// <summary>What of its targets an event changes.</summary>
public enum EffectChannel
{
    /// <summary>
    /// The price of instruments or the value of factors: relative for instruments and log-scale factors (-0.25 is a fall of a quarter),
    /// an amount for level-scale factors.
    /// </summary>
    Level,

    /// <summary>The volatility of factors, relative: 0.5 raises it by half while the effect lasts.</summary>
    Volatility,

    /// <summary>
    /// The correlation among the target factors, 0 to below 1: with a, each pair's correlation r becomes (1 - a) r + a. Correlations with
    /// factors outside the targets shrink by sqrt(1 - a).
    /// </summary>
    Correlation,
}

/// <summary>
/// One effect of a <see cref="RiskEvent"/>. Recovery: after t years the effect has gone down to (1 - share) + share 2^(-t / halfLife) of
/// itself (in log terms for relative sizes). An effect on volatility or correlation acts through each step with its size at the step's
/// start.
/// </summary>
public sealed record EventEffect
{
    /// <summary>What is changed.</summary>
    public required EffectChannel Channel { get; init; }

    /// <summary>Instruments that it hits; only for <see cref="EffectChannel.Level"/>. Groups in the file are spelled out here.</summary>
    public IReadOnlyList<Id<Instrument>> Instruments { get; init; } = [];

    /// <summary>The groups that the file named, for readers; their members stand in <see cref="Instruments"/>.</summary>
    public IReadOnlyList<Id<InstrumentGroup>> Groups { get; init; } = [];

    /// <summary>Factors that it hits.</summary>
    public IReadOnlyList<Id<RiskFactor>> Factors { get; init; } = [];

    /// <summary>How much; drawn at each occurrence. The further from zero, the higher the occurrence's severity rank.</summary>
    public required Parameter Size { get; init; }

    /// <summary>Half-life of the part that recovers; null when nothing does.</summary>
    public Tenor? RecoveryHalfLife { get; init; }

    /// <summary>The part that recovers, 0 to 1; measured in log terms for relative sizes.</summary>
    public double RecoveryShare { get; init; }
}
