using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>A horizon more changes no other horizon's law: for every kind, and for instruments' own risk.</summary>
public sealed class HorizonTests
{
    private const int Paths = 60_000;

    private static readonly double[] history = [.. Enumerable.Range(0, 240).Select(row => 0.04 * Math.Sin(1.7 * row * row))];

    private static IEnumerable<TestCaseData> Kinds()
    {
        var (now, later) = (SmallScenario.After("0d"), SmallScenario.After("2y"));
        RiskFactor[] factors =
        [
            Factors.Brownian("f", 0.3),
            Factors.StudentT("f", 0.3, 3),
            Factors.Jumping("f", 0.2, 1.5, -0.1, 0.1),
            Factors.Garch("f", 0.3, 0.15, 0.8, observations: 52, startRatio: 1.8),
            Factors.Heston("f", 0.16, 0.04, 6, 0.6, -0.7),
            Factors.Reverting("f", 0.1, 0.2, start: 0.1, mean: 0),
            Factors.SquareRoot("f", 0.1, 0.2, 0.05, 0.03),
            Factors.HullWhite("f", 0.01, 0.5, (now, 0.02), (later, 0.04)),
            Factors.Share("f", 0.5, 1, 0.1, 0.9, (now, 0.6), (later, 0.5)),
            Factors.Forecast("f", 0.25, Abstractions.Parameters.Parameter.Of(1), (now, 100), (later, 300)),
            Factors.Bootstrapped("f", history, 12, 3),
        ];
        return factors.Select(factor => new TestCaseData(factor).SetArgDisplayNames(factor.Kind));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Adding_a_horizon_leaves_the_law_at_another(RiskFactor factor)
    {
        var (alone, beside) = (At(factor, 1, "3m"), At(factor, 2, "5d", "40d", "3m"));
        using (Assert.EnterMultipleScope())
        {
            foreach (var power in new[] { 1, 2 })
            {
                var (a, b) = (Moment(alone, power), Moment(beside, power));
                Assert.That(
                    a.Mean,
                    Is.EqualTo(b.Mean).Within(4 * Math.Sqrt(Square(a.MeanError) + Square(b.MeanError)) + 1e-7),
                    $"moment {power}"
                );
            }

            foreach (var level in new[] { 0.001, 0.01, 0.25, 0.75, 0.99 })
            {
                var quantile = alone.Order().ElementAt((int)(level * Paths));
                var share = (double)beside.Count(x => x <= quantile) / Paths;
                var expected = (double)alone.Count(x => x <= quantile) / Paths;
                Assert.That(share, Is.EqualTo(expected).Within(4 * Math.Sqrt(2 * level * (1 - level) / Paths) + 1e-9), $"quantile {level}");
            }
        }
    }

    // The volatility over one regular step, a month, is divided between factor and own risk; a five-day horizon divides no other.
    [Test]
    public void Own_risk_is_the_same_with_a_short_horizon_beside()
    {
        double Own(params string[] horizons) => Simulated.Of(Reverting(horizons), 1000).Planner.OwnRiskOf(new("share")).OwnVolatility;
        Assert.That(Own("5d", "1y"), Is.EqualTo(Own("1y")));
    }

    [Test]
    public void So_is_the_volatility_at_a_horizon()
    {
        var (alone, beside) = (Logs("1y"), Logs("5d", "1y"));
        Assert.That(
            beside.Variance,
            Is.EqualTo(alone.Variance).Within(4 * Math.Sqrt(Square(alone.VarianceError) + Square(beside.VarianceError)))
        );

        Sample Logs(params string[] horizons) =>
            Sample.Of(Simulated.Of(Reverting(horizons), Paths).Profits("p", horizon: horizons.Length - 1).Select(r => Math.Log(1 + r)));
    }

    private static ScenarioBuilder Reverting(string[] horizons) =>
        SmallScenario
            .New()
            .Until(horizons)
            .With(Factors.Reverting("x", 0.5, halfLife: 0.08))
            .With(Instruments.Equity("share", 0.45, ("x", 0.8)), Instruments.Cash("cash"))
            .Hold("p", ("share", 1));

    private static double[] At(RiskFactor factor, ulong seed, params string[] horizons)
    {
        var simulated = Simulated.Of(
            SmallScenario.New().Until(horizons).With(factor).With(Instruments.Cash("cash")).Hold("p", ("cash", 1)).Watch("f", horizons[^1]),
            Paths,
            seed: seed
        );
        return [.. simulated.Watched("f", horizons[^1]).Select(x => (double)x)];
    }

    private static Sample Moment(double[] values, int power)
    {
        var middle = values.Order().ElementAt(values.Length / 2);
        return Sample.Of(values.Select(x => Math.Pow(x - (power == 1 ? 0 : middle), power)));
    }

    private static double Square(double x) => x * x;
}
