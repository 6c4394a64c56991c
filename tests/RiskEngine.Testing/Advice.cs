using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Theses;

namespace RiskEngine.Testing;

/// <summary>Recommendations.</summary>
public static class Advice
{
    /// <summary>Buys targets with a part of the portfolio.</summary>
    public static Recommendation Buy(
        string id,
        double size,
        string from,
        string until,
        params (string Instrument, double Weight)[] targets
    ) => Of(id, Direction.Buy, size, from, until, [.. targets.Select(t => new Target(new(t.Instrument), t.Weight))]);

    /// <summary>Sells a part of each target holding.</summary>
    public static Recommendation Reduce(string id, double size, string from, string until, params string[] targets) =>
        Of(id, Direction.Reduce, size, from, until, [.. targets.Select(t => new Target(new(t), 1))]);

    private static Recommendation Of(string id, Direction direction, double size, string from, string until, Target[] targets) =>
        new()
        {
            Id = new(id),
            Name = LocalText.Same(id),
            Claims = [SmallScenario.Claim],
            Horizon = new("1y"),
            Conviction = new Conviction(direction == Direction.Buy ? "invest" : "reduce", direction, size),
            Size = size,
            Targets = targets,
            From = SmallScenario.After(from),
            Until = SmallScenario.After(until),
        };
}
