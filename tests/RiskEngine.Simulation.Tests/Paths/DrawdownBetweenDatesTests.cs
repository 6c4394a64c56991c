using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>Drawdowns over steps of a month are those that steps of a day show: the twin is the same portfolio, simulated by
/// days.</summary>
public sealed class DrawdownBetweenDatesTests
{
    private const int Paths = 40_000;
    private const double Bound = 0.03;

    [TestCase(0.12)]
    [TestCase(0.35)]
    [TestCase(0.6)]
    public void One_share_has_the_daily_mean_and_quantiles(double volatility) =>
        Compare(SmallScenario.New().Until("3m", "1y", "3y").With(Instruments.Equity("a", volatility)).Hold("p", ("a", 1)));

    [Test]
    public void So_has_a_portfolio_with_shocks() =>
        Compare(
            SmallScenario
                .New()
                .Until("3m", "1y", "3y")
                .RiskFree(0.03)
                .With(Instruments.Equity("a", 0.3))
                .With(Instruments.Equity("b", 0.15))
                .With(Events.Of("fall", 0.3, "0d", "1y", Effects.Hits(-0.25, "a")))
                .Hold("p", ("a", 0.6), ("b", 0.4))
        );

    private static void Compare(ScenarioBuilder small)
    {
        var months = Simulated.Of(small, Paths);
        var days = Simulated.Of(small.Every("1d"), Paths);
        using (Assert.EnterMultipleScope())
        {
            for (var horizon = 0; horizon < 3; horizon++)
            {
                var (by, wanted) = (Sorted(months, horizon), Sorted(days, horizon));
                Assert.That(by.Average() / wanted.Average(), Is.EqualTo(1).Within(Bound), $"mean, horizon {horizon}");
                foreach (var p in new[] { 0.25, 0.5, 0.75, 0.95 })
                {
                    Assert.That(
                        by[(int)(p * Paths)] / wanted[(int)(p * Paths)],
                        Is.EqualTo(1).Within(Bound),
                        $"quantile {p}, horizon {horizon}"
                    );
                }
            }
        }
    }

    private static float[] Sorted(Simulated simulated, int horizon) => [.. simulated.Drawdowns("p", horizon: horizon).Order()];
}
