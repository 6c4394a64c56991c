using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Testing;
using Beta = MathNet.Numerics.Distributions.Beta;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>What an occurrence does, on instruments without volatility: every price by hand.</summary>
public sealed class SeverityTests
{
    private static readonly Parameter loss = new Uniform(-0.6, -0.2);
    private static readonly Pert rise = new(0.5, 1, 3);
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(0.05)
                .With(Factors.Brownian("log", 0), Factors.Fixed("level", 2), Factors.Fixed("graded", 0))
                .With(
                    Instruments.Equity("plain", 0),
                    Instruments.Equity("recovers", 0),
                    Instruments.Equity("lost", 0),
                    Instruments.Equity("elastic", 0, ("log", 1.5)),
                    Instruments.Equity("duration", 0, ("level", -7)),
                    Instruments.Equity("graded", 0),
                    Instruments.Equity("again", 0)
                )
                .Hold("p", ("plain", 1))
                .Watch("log", "1y")
                .Watch("level", "1y")
                .Watch("level", "6m")
                .Watch("graded", "1y")
                .With(
                    Events.Sure(
                        "fall",
                        "4m",
                        Effects.Hits(-0.25, "plain"),
                        Effects.Hits(-0.4, "recovers").Recovering("6m", 0.75),
                        Effects.Hits(-1, "lost")
                    ),
                    Events.Sure(
                        "shift",
                        "6m",
                        Effects.Shifts(EffectChannel.Level, -0.3, "log"),
                        Effects.Shifts(EffectChannel.Level, 0.01, "level").Recovering("3m", 0.5)
                    ),
                    Events.Sure("graded", "2m", Effects.Hits(loss, "graded"), Effects.Shifts(EffectChannel.Level, rise, "graded")),
                    Events.Sure("again1", "2m", Effects.Hits(-0.1, "again")),
                    Events.Sure("again2", "5m", Effects.Hits(-0.2, "again"))
                )
        );

    private static double Cash => Math.Exp(0.05);

    [Test]
    public void A_fall_of_a_quarter_takes_a_quarter() => Assert.That(simulated.Values("plain"), Is.All.EqualTo(0.75 * Cash).Within(1e-6));

    [Test]
    public void A_share_that_is_pushed_beyond_its_bound_stays_at_the_bound()
    {
        var pushed = Simulated.Of(
            SmallScenario
                .New()
                .With(Factors.Share("share", 0, 1, 0.1, 0.9, (SmallScenario.After("0d"), 0.8), (SmallScenario.After("2y"), 0.8)))
                .With(Instruments.Equity("sharer", 0, ("share", 1)), Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch("share", "1y")
                .With(Events.Sure("push", "3m", Effects.Shifts(EffectChannel.Level, 0.5, "share"))),
            1000
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(pushed.Watched("share", "1y"), Is.All.EqualTo(0.9).Within(1e-6), "0.8 x 1.5 would be 1.2");
            Assert.That(pushed.Values("sharer"), Is.All.EqualTo(0.9 / 0.8).Within(1e-6), "prices see what happened");
        }
    }

    [Test]
    public void Two_falls_multiply() => Assert.That(simulated.Values("again"), Is.All.EqualTo(0.9 * 0.8 * Cash).Within(1e-6));

    [Test]
    public void A_total_loss_leaves_nothing() => Assert.That(simulated.Values("lost"), Is.All.EqualTo(0).Within(1e-8));

    [Test]
    public void A_recovering_part_halves_in_each_half_life()
    {
        // After t years the effect, in logs, has gone down to (1 - share) + share 2^(-t / halfLife) of itself.
        var t = SmallScenario.Years("1y") - SmallScenario.Years("4m");
        Assert.That(simulated.Values("recovers"), Is.All.EqualTo(Cash * Math.Pow(0.6, 0.25 + 0.75 * Math.Pow(2, -t / 0.5))).Within(1e-6));
    }

    [Test]
    public void A_log_scale_factor_falls_by_the_part_and_takes_instruments_by_their_elasticity()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated.Watched("log", "1y"), Is.All.EqualTo(0.7).Within(1e-6));
            Assert.That(simulated.Values("elastic"), Is.All.EqualTo(Cash * Math.Pow(0.7, 1.5)).Within(1e-6));
        }
    }

    [Test]
    public void A_level_scale_factor_moves_by_the_amount_and_takes_instruments_by_their_exposure()
    {
        var left = 0.01 * (0.5 + 0.5 * Math.Pow(2, -(SmallScenario.Years("1y") - SmallScenario.Years("6m")) / 0.25));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated.Watched("level", "6m"), Is.All.EqualTo(2.01).Within(1e-6), "an event occurs at the end of its step");
            Assert.That(simulated.Watched("level", "1y"), Is.All.EqualTo(2 + left).Within(1e-6));
            Assert.That(simulated.Values("duration"), Is.All.EqualTo(Cash * Math.Exp(-7 * left)).Within(1e-6));
        }
    }

    [Test]
    public void Severities_are_drawn_from_their_distributions()
    {
        var losses = Sample.Of(simulated.Values("graded").Select(v => v / Cash - 1));
        var rises = Sample.Of(simulated.Watched("graded", "1y"));
        Within.FourErrorsOfMean(losses, loss.Mean);
        Within.FourErrorsOfVariance(losses, loss.StandardDeviation * loss.StandardDeviation);
        Within.FourErrorsOfMean(rises, rise.Mean);
        Within.FourErrorsOfVariance(rises, rise.StandardDeviation * rise.StandardDeviation);
    }

    [Test]
    public void One_severity_rank_rules_all_effects()
    {
        // The further from zero, the higher the rank: a loss of -0.2 - 0.4 u comes with the rise at u, path by path.
        var (losses, rises) = (simulated.Values("graded"), simulated.Watched("graded", "1y"));
        using (Assert.EnterMultipleScope())
        {
            for (var path = 0; path < 2000; path++)
            {
                var u = (1 - losses[path] / Cash - 0.2) / 0.4;
                Assert.That(rises[path], Is.EqualTo(0.5 + 2.5 * Beta.InvCDF(rise.Alpha, rise.Beta, u)).Within(1e-4));
            }
        }
    }
}
