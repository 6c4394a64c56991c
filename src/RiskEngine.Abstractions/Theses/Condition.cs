using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Market;

namespace RiskEngine.Abstractions.Theses;

/// <summary>A condition that a path fulfils or not on a day.</summary>
public abstract record Condition
{
    private protected Condition() { }
}

/// <summary>A factor's value lies above (or below) a level.</summary>
/// <param name="Factor">The factor.</param>
/// <param name="Side">Above or below; the level itself counts for neither.</param>
/// <param name="Level">The level, in the factor's unit.</param>
public sealed record FactorCondition(Id<RiskFactor> Factor, Side Side, double Level) : Condition;

/// <summary>The ratio of two factors' values lies above (or below) a level.</summary>
/// <param name="Numerator">The factor on top.</param>
/// <param name="Denominator">The factor it is divided by.</param>
/// <param name="Side">Above or below.</param>
/// <param name="Level">The level, a plain number.</param>
public sealed record RatioCondition(Id<RiskFactor> Numerator, Id<RiskFactor> Denominator, Side Side, double Level) : Condition;

/// <summary>At least so many private companies of a group have been listed since the as-of date.</summary>
/// <param name="Group">The group.</param>
/// <param name="AtLeast">How many, above zero.</param>
public sealed record ListingsCondition(Id<InstrumentGroup> Group, int AtLeast) : Condition;

/// <summary>All of several conditions hold.</summary>
/// <param name="Parts">The conditions, two or more.</param>
public sealed record AllCondition(IReadOnlyList<Condition> Parts) : Condition;

/// <summary>On which side of a level.</summary>
public enum Side
{
    /// <summary>Strictly above.</summary>
    Above,

    /// <summary>Strictly below.</summary>
    Below,
}
