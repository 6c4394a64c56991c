using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// Only what prices do not know moves them: the part of the base case's path that is not priced in, and what a case changes.
/// </summary>
public sealed class SurpriseTests
{
    private static readonly (DateOnly, double)[] points = [(SmallScenario.AsOf, 100), (SmallScenario.After("1y"), 200)];

    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .With(
            Factors.Forecast("known", 0, Parameter.Of(1), points),
            Factors.Forecast("partly", 0, Parameter.Of(1), points) with
            {
                PricedIn = 0.8,
            },
            Factors.Forecast("falls-short", 0, Parameter.Of(0.5), points) with
            {
                PricedIn = 0.8,
            },
            Factors.Reverting("yield", 0, 1, start: 0.04, mean: 0.06)
        )
        .With(
            Instruments.Equity("known", 0, ("known", 1.5)),
            Instruments.Equity("partly", 0, ("partly", 1.5)),
            Instruments.Equity("falls-short", 0, ("falls-short", 1.5)),
            Instruments.Equity("bond", 0, ("yield", -5))
        )
        .Hold("p", ("known", 1))
        .Case(
            "higher",
            m =>
                Change(
                    m,
                    "known",
                    f => f with { Path = [new DatedValue(SmallScenario.AsOf, 100), new DatedValue(SmallScenario.After("1y"), 300)] }
                )
        )
        .Case("elsewhere", m => Change(m, "yield", f => f with { Parameters = With(f, "start", 0.05) }));

    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() => simulated = Simulated.Of(small, 1000);

    [Test]
    public void What_is_priced_in_moves_nothing() => Assert.That(simulated.Values("known"), Is.All.EqualTo(1).Within(1e-6));

    [Test]
    public void The_rest_is_still_to_come() => Assert.That(simulated.Values("partly"), Is.All.EqualTo(Math.Pow(2, 1.5 * 0.2)).Within(1e-6));

    [Test]
    public void Less_than_is_priced_in_is_a_loss() =>
        Assert.That(simulated.Values("falls-short"), Is.All.EqualTo(Math.Pow(2, 1.5 * -0.3)).Within(1e-6));

    [Test]
    public void The_expected_part_that_is_not_priced_in_can_be_told()
    {
        double NotPricedIn(string id) =>
            simulated.Planner.NotPricedIn(small.Model.Instruments.First(i => i.Id.Value == id), SmallScenario.After("1y"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(NotPricedIn("known"), Is.Zero.Within(1e-12));
            Assert.That(NotPricedIn("partly"), Is.EqualTo(1.5 * 0.2 * Math.Log(2)).Within(1e-12));
            Assert.That(NotPricedIn("falls-short"), Is.EqualTo(1.5 * -0.3 * Math.Log(2)).Within(1e-12));
        }
    }

    [Test]
    public void A_move_of_a_level_that_is_expected_moves_nothing() => Assert.That(simulated.Values("bond"), Is.All.EqualTo(1).Within(1e-6));

    [Test]
    public void A_case_with_another_path_surprises_by_the_difference() =>
        Assert.That(Simulated.Of(small, 1000, "higher").Values("known"), Is.All.EqualTo(Math.Pow(1.5, 1.5)).Within(1e-6));

    [Test]
    public void A_case_with_another_start_surprises_by_it_and_by_its_return()
    {
        // One half-life: half of the hundredth by which it starts higher is left at the year's end.
        Assert.That(Simulated.Of(small, 1000, "elsewhere").Values("bond"), Is.All.EqualTo(Math.Exp(-5 * 0.005)).Within(1e-6));
    }

    [Test]
    public void Own_risk_is_the_base_case_s_and_convexity_the_case_s()
    {
        var risky = SmallScenario
            .New()
            .RiskFree(0.03)
            .With(Factors.Brownian("m", 0.2, premium: 0.05))
            .With(Instruments.Equity("a", 0.3, ("m", 1)))
            .Hold("p", ("a", 1))
            .Case("storm", m => Change(m, "m", f => f with { Parameters = With(f, "volatility", 0.4) }));
        var stormy = Simulated.Of(risky, @case: "storm");

        // 0.3^2 - 0.2^2 = 0.05 of its own stays, 0.4^2 comes from the factor; the expected return does not change.
        Within.FourErrorsOfVariance(Sample.OfLogs(stormy.Values("a")), 0.05 + 0.16);
        Within.FourErrorsOfMean(Sample.Of(stormy.Values("a")), Math.Exp(0.08));
    }

    [Test]
    public void A_drift_that_is_partly_priced_in_earns_the_rest_whatever_the_volatility()
    {
        var risky = SmallScenario
            .New()
            .With(Factors.Brownian("m", 0.4, drift: 0.1, pricedIn: 0.25))
            .With(Instruments.Equity("a", 0.8, ("m", 2)))
            .Hold("p", ("a", 1));
        var grown = Simulated.Of(risky);
        Within.FourErrorsOfMean(Sample.Of(grown.Values("a")), Math.Exp(2 * 0.75 * 0.1));
        Assert.That(
            grown.Planner.NotPricedIn(risky.Model.Instruments[0], SmallScenario.After("1y")),
            Is.EqualTo(2 * 0.75 * 0.1).Within(1e-12)
        );
    }

    private static Model Change(Model model, string factor, Func<RiskFactor, RiskFactor> change) =>
        model with
        {
            Factors = [.. model.Factors.Select(f => f.Id.Value == factor ? change(f) : f)],
        };

    private static Dictionary<string, Parameter> With(RiskFactor factor, string name, double value) =>
        new(factor.Parameters) { [name] = Parameter.Of(value) };
}
