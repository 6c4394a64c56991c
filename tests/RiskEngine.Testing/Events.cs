using RiskEngine.Abstractions.Risks;

namespace RiskEngine.Testing;

/// <summary>Risk events of a small scenario, with windows in tenors after its as-of date.</summary>
public static class Events
{
    /// <summary>An event in a window of tenors.</summary>
    public static RiskEvent Of(string id, double probability, string from, string until, params EventEffect[] effects) =>
        SmallScenario.New().EventOf(id, probability, from, until, effects);

    /// <summary>An event that is sure to come on a day.</summary>
    public static RiskEvent Sure(string id, string on, params EventEffect[] effects) => Of(id, 1, "0d", on, effects);
}
