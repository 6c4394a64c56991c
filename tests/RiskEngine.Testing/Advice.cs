using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Testing;

/// <summary>Recommendations of a small scenario, with windows in tenors after its as-of date.</summary>
public static class Advice
{
    /// <summary>Buys targets with a part of the portfolio.</summary>
    public static Recommendation Buy(
        string id,
        double size,
        string from,
        string until,
        params (string Instrument, double Weight)[] targets
    ) => SmallScenario.New().BuyOf(id, size, from, until, targets);

    /// <summary>Sells a part of each target holding.</summary>
    public static Recommendation Reduce(string id, double size, string from, string until, params string[] targets) =>
        SmallScenario.New().ReduceOf(id, size, from, until, targets);
}
