using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Testing;

/// <summary>Small scenarios of one as-of date.</summary>
public static class SmallScenario
{
    /// <summary>The as-of date; a year later is exactly 365 days later.</summary>
    public static readonly DateOnly AsOf = new(2026, 1, 1);

    /// <summary>One with nothing in it yet.</summary>
    public static ScenarioBuilder New() => new("small", AsOf);

    /// <summary>The date so long after the as-of date.</summary>
    public static DateOnly After(string tenor) => Tenor.Parse(tenor).After(AsOf);

    /// <summary>ACT/365F years from the as-of date to a date so long after it.</summary>
    public static double Years(string tenor) => DayCount.Years(AsOf, After(tenor));
}
