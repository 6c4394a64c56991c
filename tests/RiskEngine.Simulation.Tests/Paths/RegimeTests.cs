using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// What states do to other factors, against closed forms of a two-state chain with rates a and b: shares pi, and the telegraph signal's
/// autocovariance pi0 pi1 e^(-(a + b) |t - s|) (Cox and Miller 1965, section 4.3).
/// </summary>
public sealed class RegimeTests
{
    private const double A = 1.5;
    private const double B = 4.5;
    private const double Crisis = A / (A + B);
    private const double Sigma = 0.2;

    [Test]
    public void A_factor_s_mean_and_variance_are_the_mixture_s()
    {
        // ln X = -sigma^2 t / 2 + sum d(S) h + sigma m(S) sqrt(h) Z, the states' long-run shares from the start.
        const double Fall = -0.3;
        const double Multiple = 2.2;
        var simulated = Simulated.Of(Scenario(Factors.State("calm"), Factors.State("crisis").Drifting("f", Fall).Shaking("f", Multiple)));
        var t = SmallScenario.Years("1y");
        var sample = Sample.OfLogs(simulated.Watched("f", "1y"));
        Within.FourErrorsOfMean(sample, -Sigma * Sigma * t / 2 + Crisis * Fall * t);
        Within.FourErrorsOfVariance(
            sample,
            Sigma * Sigma * t * (1 - Crisis + Crisis * Multiple * Multiple) + Fall * Fall * Telegraph(simulated, 0)
        );
    }

    // A drift that switches is skewed: half its variance leaves about a sixth of the third cumulant, here more than a point a year.
    [Test]
    public void An_exposure_earns_the_risk_free_rate_whatever_the_states_do()
    {
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(0.02)
                .With(
                    Factors.Brownian("f", 0.1),
                    Factors.Brownian("g", 0.1),
                    Chain(Factors.State("calm"), Factors.State("crisis").Drifting("f", -2).Shaking("f", 3).Tying(0.5, "f", "g"))
                )
                .Correlate("f", "g", 0.3)
                .With(Instruments.Equity("share", 0.45, ("f", 1), ("g", 0.7)), Instruments.Cash("cash"))
                .Hold("p", ("share", 1)),
            200_000
        );
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("share")), Math.Exp(0.02));
    }

    [Test]
    public void A_drift_of_a_reverting_factor_is_pulled_back_with_the_rest()
    {
        // Each step's drift fades as the deviation does: weights h e^(-kappa (t - end of step)).
        const double HalfLife = 0.4;
        var kappa = Math.Log(2) / HalfLife;
        var small = SmallScenario
            .New()
            .With(Factors.Reverting("f", 0.01, HalfLife), Chain(Factors.State("calm"), Factors.State("crisis").Drifting("f", 0.5)))
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1))
            .Watch("f", "1y")
            .Watch("f", "100d");
        var simulated = Simulated.Of(small);
        var (grid, last) = (simulated.Grid, simulated.Grid.IndexOf(SmallScenario.After("1y")));
        var mean =
            Crisis
            * 0.5
            * Enumerable.Range(0, last).Sum(k => grid.StepYears(k) * Math.Exp(-kappa * (grid.Years[last] - grid.Years[k + 1])));
        var sample = Sample.Of(simulated.Watched("f", "1y"));
        Within.FourErrorsOfMean(sample, mean);
        var diffusion = 0.01 * 0.01 * (1 - Math.Exp(-2 * kappa * grid.Years[last])) / (2 * kappa);
        Within.FourErrorsOfVariance(sample, diffusion + 0.25 * Telegraph(simulated, kappa));
    }

    [TestCase(0.6, ExpectedResult = true)]
    [TestCase(-0.7, ExpectedResult = true)]
    public bool Correlations_rise_towards_one_or_fall_towards_zero(double change)
    {
        const double R = 0.4;
        var small = SmallScenario
            .New()
            .With(Factors.Brownian("f", 0.2), Factors.Brownian("g", 0.3), Factors.Brownian("h", 0.3))
            .Correlate("f", "g", R)
            .Correlate("f", "h", R)
            .Correlate("g", "h", R)
            .With(Factors.Switching("regime", [0, 0, 0, 0], [0, 1], Factors.State("calm"), Factors.State("crisis").Tying(change, "f", "g")))
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1))
            .Watch("f", "1y")
            .Watch("g", "1y")
            .Watch("h", "1y");
        var simulated = Simulated.Of(small);
        var root = Math.Sqrt(1 - Math.Abs(change));
        Correlated(simulated, "f", "g", (1 - Math.Abs(change)) * R + Math.Max(0, change));
        Correlated(simulated, "f", "h", root * R);
        return true;
    }

    [Test]
    public void Prices_grow_as_expected_whatever_states_do()
    {
        var crisis = Factors.State("crisis").Drifting("f", -0.4).Shaking("f", 2).Shaking("g", 1.7).Tying(0.5, "f", "g");
        var small = SmallScenario
            .New()
            .RiskFree(0.02)
            .With(
                Factors.Brownian("f", 0.15, premium: 0.04),
                Factors.Brownian("g", 0.2),
                Chain(Factors.State("calm").Drifting("f", 0.1), crisis)
            )
            .Correlate("f", "g", 0.3)
            .With(
                Instruments.Equity("i", 0.5, ("f", 1.2), ("g", -0.5)),
                Instruments.Equity("j", 0.45, ("f", 0.8), ("g", 0.8), ("regime", -0.05))
            )
            .Hold("p", ("i", 1))
            .Hold("q", ("j", 1));
        var simulated = Simulated.Of(small);
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("i")), Math.Exp(0.02 + 1.2 * 0.04), "i");
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("j")), Math.Exp(0.02 + 0.8 * 0.04), "j");
    }

    [Test]
    public void What_prices_do_not_know_of_a_state_s_drift_moves_them()
    {
        var small = SmallScenario
            .New()
            .With(Factors.Brownian("f", 0.1, pricedIn: 0.25), Chain(Factors.State("calm"), Factors.State("crisis").Drifting("f", -0.4)))
            .With(Instruments.Equity("i", 0.3, ("f", 1)))
            .Hold("p", ("i", 1));
        var simulated = Simulated.Of(small);
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("i")), Math.Exp(0.75 * Crisis * -0.4));
        var notPricedIn = simulated.Planner.NotPricedIn(small.Model.Instruments[0], SmallScenario.After("1y"));
        Assert.That(notPricedIn, Is.EqualTo(0.75 * Crisis * -0.4).Within(1e-12));
    }

    [Test]
    public void Volatility_stays_what_the_file_says_over_the_first_step()
    {
        // Own risk is what the average state leaves of it.
        var small = SmallScenario
            .New()
            .Every("1y")
            .With(Factors.Brownian("f", 0.2), Chain(Factors.State("calm").Shaking("f", 0.8), Factors.State("crisis").Shaking("f", 2)))
            .With(Instruments.Equity("i", 0.35, ("f", 1)))
            .Hold("p", ("i", 1));
        Within.FourErrorsOfVariance(Sample.OfLogs(Simulated.Of(small).Values("i")), 0.35 * 0.35 + ConvexityVariance(0.2, 0.8, 2));
    }

    [Test]
    public void A_scenario_without_regimes_draws_the_same_as_one_whose_states_change_nothing()
    {
        var plain = SmallScenario
            .New()
            .With(Factors.Brownian("f", 0.2), Factors.Brownian("g", 0.3))
            .Correlate("f", "g", 0.3)
            .With(Instruments.Equity("i", 0.5, ("f", 1.2), ("g", -0.5)))
            .Hold("p", ("i", 1));
        var idle = plain.With(Chain(Factors.State("calm"), Factors.State("crisis")));
        Assert.That(Simulated.Of(idle, paths: 5000).Profits("p"), Is.EqualTo(Simulated.Of(plain, paths: 5000).Profits("p")));
    }

    // Taking half the state's variance out moves logs by state: -(V(s) - E V) / 2, which has a variance of its own.
    private static double ConvexityVariance(double sigma, double calm, double crisis)
    {
        var half = sigma * sigma * (crisis * crisis - calm * calm) / 2;
        return half * half * Crisis * (1 - Crisis);
    }

    /// <summary>Variance of the sum over steps of h e^(-kappa (t - end)) times the indicator of the crisis.</summary>
    private static double Telegraph(Simulated simulated, double kappa)
    {
        var (grid, last) = (simulated.Grid, simulated.Grid.IndexOf(SmallScenario.After("1y")));
        double Weight(int k) => grid.StepYears(k) * Math.Exp(-kappa * (grid.Years[last] - grid.Years[k + 1]));
        return Crisis
            * (1 - Crisis)
            * Enumerable
                .Range(0, last)
                .Sum(k =>
                    Enumerable.Range(0, last).Sum(l => Weight(k) * Weight(l) * Math.Exp(-(A + B) * Math.Abs(grid.Years[k] - grid.Years[l])))
                );
    }

    private static RiskFactor Chain(Regime calm, Regime crisis) => Factors.Switching("regime", [0, A, B, 0], [], calm, crisis);

    private static ScenarioBuilder Scenario(Regime calm, Regime crisis) =>
        SmallScenario
            .New()
            .With(Factors.Brownian("f", Sigma), Chain(calm, crisis))
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1))
            .Watch("f", "1y")
            .Watch("f", "100d");

    private static void Correlated(Simulated simulated, string first, string second, double expected)
    {
        double[] Logs(string factor) => [.. simulated.Watched(factor, "1y").Select(x => Math.Log(x))];
        var error = (1 - expected * expected) / Math.Sqrt(Simulated.Paths);
        Assert.That(Sample.Correlation(Logs(first), Logs(second)), Is.EqualTo(expected).Within(4 * error), $"{first} and {second}");
    }
}
