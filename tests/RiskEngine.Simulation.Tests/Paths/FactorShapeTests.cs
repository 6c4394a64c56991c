using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// Events that raise volatility or correlation, from the step after their occurrence; three correlated factors of volatility 0.2.
/// </summary>
public sealed class FactorShapeTests
{
    private const double Before = 0.2;
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .With(Factors.Brownian("a", 0.2), Factors.Brownian("b", 0.2), Factors.Brownian("c", 0.2))
        .Correlate("a", "b", Before)
        .Correlate("a", "c", 0.1)
        .With(Instruments.Cash("cash"))
        .Hold("p", ("cash", 1))
        .Watch("a", "3m")
        .Watch("b", "3m")
        .Watch("c", "3m")
        .Watch("a", "1y")
        .Watch("b", "1y")
        .Watch("c", "1y");

    private static readonly double rest = SmallScenario.Years("1y") - SmallScenario.Years("3m");

    [Test]
    public void A_volatility_effect_multiplies_the_volatility_while_it_lasts()
    {
        var simulated = Simulated.Of(small.With(Events.Sure("storm", "3m", Effects.Shifts(EffectChannel.Volatility, 0.5, "a"))));
        Within.FourErrorsOfVariance(Sample.OfLogs(simulated.Watched("a", "3m")), 0.04 * SmallScenario.Years("3m"), "before");
        Within.FourErrorsOfVariance(Sample.Of(After(simulated, "a")), 0.04 * 2.25 * rest, "after");
        Within.FourErrorsOfVariance(Sample.Of(After(simulated, "b")), 0.04 * rest, "another factor");
    }

    [Test]
    public void A_volatility_effect_fades()
    {
        var simulated = Simulated.Of(
            small.With(Events.Sure("storm", "3m", Effects.Shifts(EffectChannel.Volatility, 1, "a").Recovering("2m")))
        );
        var grid = simulated.Grid;
        var expected = Enumerable
            .Range(3, 9)
            .Sum(k => 0.04 * grid.StepYears(k) * Math.Pow(1 + Math.Pow(2, -(grid.Years[k] - grid.Years[3]) * 6), 2));
        Within.FourErrorsOfVariance(Sample.Of(After(simulated, "a")), expected);
    }

    [Test]
    public void A_correlation_effect_takes_r_to_r_and_a_part_of_what_is_left()
    {
        var simulated = Simulated.Of(small.With(Events.Sure("panic", "3m", Effects.Shifts(EffectChannel.Correlation, 0.6, "a", "b"))));
        var (a, b, c) = (After(simulated, "a"), After(simulated, "b"), After(simulated, "c"));
        Within.FourErrorsOfVariance(Sample.Of(a), 0.04 * rest, "variance stays");
        Within.FourErrorsOfMean(Sample.OfProducts(a, b), 0.04 * rest * (0.4 * Before + 0.6), "covariance of targets");
        Within.FourErrorsOfMean(Sample.OfProducts(a, c), 0.04 * rest * Math.Sqrt(0.4) * 0.1, "covariance with another factor");
    }

    [Test]
    public void Volatility_and_correlation_effects_do_not_depend_on_their_order([Values] bool volatilityFirst)
    {
        var volatility = Effects.Shifts(EffectChannel.Volatility, 0.5, "a", "b");
        var correlation = Effects.Shifts(EffectChannel.Correlation, 0.6, "a", "b");
        var simulated = Simulated.Of(
            small.With(Events.Sure("crisis", "3m", volatilityFirst ? [volatility, correlation] : [correlation, volatility]))
        );
        var (a, b) = (After(simulated, "a"), After(simulated, "b"));
        Within.FourErrorsOfVariance(Sample.Of(a), 0.04 * 2.25 * rest);
        Within.FourErrorsOfMean(Sample.OfProducts(a, b), 0.04 * 2.25 * rest * (0.4 * Before + 0.6), "covariance");
    }

    [Test]
    public void Two_correlation_effects_of_one_event_bind_their_own_targets_only()
    {
        var four = small.With(Factors.Brownian("d", 0.2)).Watch("d", "3m").Watch("d", "1y");
        var simulated = Simulated.Of(
            four.With(
                Events.Sure(
                    "split",
                    "3m",
                    Effects.Shifts(EffectChannel.Correlation, 0.6, "a", "b"),
                    Effects.Shifts(EffectChannel.Correlation, 0.5, "c", "d")
                )
            )
        );
        Within.FourErrorsOfMean(Sample.OfProducts(After(simulated, "c"), After(simulated, "d")), 0.04 * rest * 0.5, "within the second");
        Within.FourErrorsOfMean(
            Sample.OfProducts(After(simulated, "a"), After(simulated, "c")),
            0.04 * rest * Math.Sqrt(0.4 * 0.5) * 0.1,
            "across"
        );
    }

    private static double[] After(Simulated simulated, string factor) =>
        [.. simulated.Watched(factor, "1y").Zip(simulated.Watched(factor, "3m"), (late, early) => Math.Log(late) - Math.Log(early))];
}
