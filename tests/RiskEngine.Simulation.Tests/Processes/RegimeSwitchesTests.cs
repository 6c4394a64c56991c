using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Simulation.Processes;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// States' shares against the two-state chain's closed form: pi = b / (a + b), and from a sure start pi (1 - e^(-(a + b) t)).
/// </summary>
public sealed class RegimeSwitchesTests
{
    private const double A = 0.8;
    private const double B = 3.2;

    [Test]
    public void Long_run_shares_hold_at_all_times()
    {
        var simulated = Simulated.Of(Watched(Chain([])));
        foreach (var tenor in (string[])["100d", "1y", "18m"])
            Within.FourErrorsOfShare(simulated.Watched("regime", tenor).Count(x => x == 1), Simulated.Paths, A / (A + B), tenor);
    }

    [Test]
    public void From_a_sure_start_shares_approach_the_long_run_at_the_chain_s_rate_over_uneven_steps()
    {
        var simulated = Simulated.Of(Watched(Chain([1, 0])));
        foreach (var tenor in (string[])["100d", "1y", "18m"])
        {
            var expected = A / (A + B) * (1 - Math.Exp(-(A + B) * SmallScenario.Years(tenor)));
            Within.FourErrorsOfShare(simulated.Watched("regime", tenor).Count(x => x == 1), Simulated.Paths, expected, tenor);
        }
    }

    [Test]
    public void Stays_are_as_long_as_the_rates_say()
    {
        // The share of paths that are in state 1 on both dates: pi P(t)_11.
        var simulated = Simulated.Of(Watched(Chain([])));
        var t = SmallScenario.Years("1y") - SmallScenario.Years("100d");
        var stay = (A + B * Math.Exp(-(A + B) * t)) / (A + B);
        var both = simulated.Watched("regime", "100d").Zip(simulated.Watched("regime", "1y"), (x, y) => x == 1 && y == 1).Count(x => x);
        Within.FourErrorsOfShare(both, Simulated.Paths, A / (A + B) * stay);
    }

    [Test]
    public void Probabilities_of_a_period_mean_the_same_as_their_rates()
    {
        // Over a month e^(-(a + b) / 12).
        var gone = 1 - Math.Exp(-(A + B) / 12);
        var monthly = Chain([]) with
        {
            Regimes = Chain([]).Regimes! with { Transitions = [0, A / (A + B) * gone, B / (A + B) * gone, 0], PeriodYears = 1.0 / 12 },
        };
        var grid = ProcessRun.Grid("1m", "1y");
        var (rates, probabilities) = (new RegimeSwitches().Create(Chain([]), grid), new RegimeSwitches().Create(monthly, grid));
        for (var date = 0; date < grid.Dates.Count; date++)
            Assert.That(probabilities.Expected(date), Is.EqualTo(rates.Expected(date)).Within(1e-9));
    }

    [Test]
    public void Probabilities_that_no_chain_has_are_refused()
    {
        var factor = Chain([]) with { Regimes = Chain([]).Regimes! with { Transitions = [0, 0.7, 0.6, 0], PeriodYears = 1.0 / 12 } };
        Assert.That(new RegimeSwitches().Check(factor, SmallScenario.AsOf), Has.One.Contains("give rates a year instead"));
    }

    [Test]
    public void States_that_do_not_meet_need_a_start()
    {
        var factor = Factors.Switching("regime", [0, 0, 0, 0], [], Factors.State("a"), Factors.State("b"));
        Assert.That(new RegimeSwitches().Check(factor, SmallScenario.AsOf), Has.One.StartsWith("expected a start"));
        Assert.That(
            new RegimeSwitches().Check(factor with { Regimes = factor.Regimes! with { Start = [1, 0] } }, SmallScenario.AsOf),
            Is.Empty
        );
    }

    private static RiskFactor Chain(double[] start) =>
        Factors.Switching("regime", [0, A, B, 0], start, Factors.State("calm"), Factors.State("crisis"));

    private static ScenarioBuilder Watched(RiskFactor chain) =>
        SmallScenario
            .New()
            .Until("18m")
            .With(chain)
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1))
            .Watch("regime", "100d")
            .Watch("regime", "1y")
            .Watch("regime", "18m");
}
