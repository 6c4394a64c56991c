using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Scenarios;

/// <summary>A bound on a measure. It is breached when the measure's value, not its interval, lies on the wrong side.</summary>
/// <param name="Measure">The measure's id, for example <c>es95</c>.</param>
/// <param name="Horizon">The horizon.</param>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Variant">Which variant.</param>
/// <param name="Case">The case.</param>
/// <param name="Below">The measure must be below this; null when there is no such bound.</param>
/// <param name="Above">The measure must be above this; null when there is no such bound.</param>
public sealed record Limit(
    string Measure,
    Id<Horizon> Horizon,
    Id<Portfolio> Portfolio,
    HeadlineVariant Variant,
    Id<Case> Case,
    double? Below,
    double? Above
);
