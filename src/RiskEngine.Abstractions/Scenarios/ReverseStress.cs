using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Scenarios;

/// <summary>Which losses are looked at backwards: what the paths that lose so much have in common.</summary>
/// <param name="Loss">A loss relative to the start value, 0 to 1: paths that lose as much or more are looked at; null to look at the worst
/// paths.</param>
/// <param name="Worst">The share of the worst paths that is looked at where no loss is named, above 0 to 0.5.</param>
/// <param name="Horizon">The horizon; null for the middle one.</param>
/// <param name="Variant">Which variant.</param>
public sealed record ReverseStress(double? Loss, double Worst, Id<Horizon>? Horizon, HeadlineVariant Variant)
{
    /// <summary>What is looked at where a scenario does not say: the worst 1% at the middle horizon, as held.</summary>
    public static ReverseStress Default { get; } = new(null, 0.01, null, HeadlineVariant.AsHeld);
}
