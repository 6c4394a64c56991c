using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>A small scenario whose base case is attributed, run once for all who look at it.</summary>
internal static class Attributed
{
    public const int Paths = 20_000;

    // Two shares on one factor, one of them hit by two events, a private stake, and advice.
    public static ScenarioBuilder Small { get; } =
        SmallScenario
            .New()
            .Until("3m", "1y")
            .RiskFree(0.03)
            .With(Factors.Brownian("m", 0.2), Factors.Brownian("n", 0.1))
            .Correlate("m", "n", 0.3)
            .With(
                Instruments.Equity("a", 0.3, ("m", 1)),
                Instruments.Equity("b", 0.25, ("m", 0.5), ("n", 1)),
                Instruments.Private("c", 0.5, [Instruments.Exit(ExitRoute.Failure, 0.2, 0)])
            )
            .With(
                Events.Of("flood", 0.3, "0d", "1y", Effects.Hits(-0.3, "a")),
                Events.Of("fire", 0.2, "0d", "1y", Effects.Hits(-0.2, "a"), Effects.Hits(-0.1, "b"))
            )
            .With(Advice.Buy("buy-b", 0.1, "0d", "1y", ("b", 1)), Advice.Buy("buy-a", 0.05, "3m", "1y", ("a", 1)))
            .Hold("p", ("a", 0.6), ("b", 0.3), ("c", 0.1))
            .Hold("q", ("b", 1))
            .Watch("m", "3m", confirms: new Threshold(Side.Above, 1.05))
            .Predict("rises", "1y", new FactorCondition(new("m"), Side.Above, 1));

    public static RiskResults Results { get; } = Runs.Of(Small, Paths);
    public static AttributionResults Found { get; } = Results.Attribution!;
}
