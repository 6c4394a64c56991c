using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// Competing constant hazards (Kalbfleisch and Prentice 1980): by t a route has ended the race with probability
/// rate / total (1 - e^(-total t)), exactly on any grid.
/// </summary>
public sealed class PrivateExitTests
{
    private static readonly PrivateExit[] exits =
    [
        Instruments.Exit(ExitRoute.Listing, 0.3, 1.5),
        Instruments.Exit(ExitRoute.Sale, 0.2, 2),
        Instruments.Exit(ExitRoute.DownRound, 0.4, 0.6),
        Instruments.Exit(ExitRoute.Failure, 0.1, 0),
    ];

    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .Until("2y")
                .RiskFree(0.04)
                .With(Factors.Brownian("m", 0, drift: 0))
                .With(
                    Instruments.Private("company", 0, exits),
                    Instruments.Private("drawn", 0, [new PrivateExit(ExitRoute.Sale, 5, new Triangular(0.5, 1, 3))]),
                    Instruments.Private(
                        "exposed",
                        0,
                        [Instruments.Exit(ExitRoute.Listing, 1), Instruments.Exit(ExitRoute.Sale, 1)],
                        ("m", 1)
                    ),
                    Instruments.Private("forced", 0, [Instruments.Exit(ExitRoute.Listing, 0.5)])
                )
                .Hold("p", ("company", 1))
                .With(
                    Events.Sure("crash", "20m", Effects.Shifts(Abstractions.Risks.EffectChannel.Level, -0.5, "m")),
                    Events.Sure("deal", "6m").Ending("forced", ExitRoute.Sale, 3)
                )
        );

    [TestCase(CompanyState.Listed, 0.3)]
    [TestCase(CompanyState.Sold, 0.2)]
    [TestCase(CompanyState.Failed, 0.1)]
    public void A_route_ends_the_race_as_its_part_of_the_total_hazard_says(CompanyState state, double rate)
    {
        foreach (var tenor in (string[])["5m", "2y"])
        {
            var date = simulated.Grid.IndexOf(SmallScenario.After(tenor));
            var count = simulated.States("company").Zip(simulated.ExitDates("company")).Count(p => p.First == state && p.Second <= date);
            Within.FourErrorsOfShare(
                count,
                Simulated.Paths,
                rate / 0.6 * (1 - Math.Exp(-0.6 * SmallScenario.Years(tenor))),
                $"{state} by {tenor}"
            );
        }
    }

    [Test]
    public void What_has_not_ended_is_still_private()
    {
        var still = simulated.States("company").Count(s => s == CompanyState.Private);
        using (Assert.EnterMultipleScope())
        {
            Within.FourErrorsOfShare(still, Simulated.Paths, Math.Exp(-0.6 * SmallScenario.Years("2y")));
            Assert.That(simulated.ExitDates("company").Count(d => d == 0), Is.EqualTo(still));
        }
    }

    [Test]
    public void Down_rounds_come_while_it_is_private()
    {
        // In each step: still private without a round so far, no exit in the step (an exit comes first), then a round.
        var (without, expected) = (1.0, 0.0);
        for (var k = 0; k < simulated.Grid.StepCount; k++)
        {
            var h = simulated.Grid.StepYears(k);
            without *= Math.Exp(-0.6 * h);
            expected += without * (1 - Math.Exp(-0.4 * h));
            without *= Math.Exp(-0.4 * h);
        }

        Within.FourErrorsOfShare(simulated.DownRoundDates("company").Count(d => d > 0), Simulated.Paths, expected);
    }

    [Test]
    public void The_mark_is_what_exits_and_rounds_have_made_of_it()
    {
        // By hand on paths without a down round: the multiple of the exit, and the risk-free rate throughout.
        var cash = Math.Exp(0.04 * SmallScenario.Years("2y"));
        var (values, states, rounds) = (simulated.Values("company"), simulated.States("company"), simulated.DownRoundDates("company"));
        double[] expected = [1, 1.5, 2, 0];
        var wrong = Enumerable
            .Range(0, values.Length)
            .Count(k => rounds[k] == 0 && Math.Abs(values[k] - expected[(int)states[k]] * cash) > 1e-6);
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void Down_rounds_multiply_the_mark()
    {
        // Every value is a multiple by exit times 0.6 to the number of rounds.
        var cash = Math.Exp(0.04 * SmallScenario.Years("2y"));
        double[] multiple = [1, 1.5, 2];
        var (values, states, rounds) = (simulated.Values("company"), simulated.States("company"), simulated.DownRoundDates("company"));
        var counts = Enumerable
            .Range(0, values.Length)
            .Where(k => states[k] != CompanyState.Failed)
            .Select(k => (Rounds: Math.Log(values[k] / multiple[(int)states[k]] / cash) / Math.Log(0.6), Any: rounds[k] > 0))
            .ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.Count(c => Math.Abs(c.Rounds - Math.Round(c.Rounds)) > 1e-4), Is.Zero, "whole numbers of rounds");
            Assert.That(counts.Count(c => c.Any != c.Rounds > 0.5), Is.Zero, "at least one where one is recorded");
            Assert.That(counts.Max(c => c.Rounds), Is.GreaterThan(2.5), "more than one occurs");
        }
    }

    [Test]
    public void An_exit_multiple_is_drawn_from_its_distribution()
    {
        var multiple = new Triangular(0.5, 1, 3);
        var cash = Math.Exp(0.04 * SmallScenario.Years("2y"));
        var sold = simulated.Values("drawn").Where((_, k) => simulated.States("drawn")[k] == CompanyState.Sold).Select(v => v / cash);
        var sample = Sample.Of(sold);
        Within.FourErrorsOfMean(sample, multiple.Mean);
        Within.FourErrorsOfVariance(sample, multiple.StandardDeviation * multiple.StandardDeviation);
    }

    [Test]
    public void A_sold_stake_is_cash_and_a_listed_one_keeps_its_exposures()
    {
        // The factor halves after 20 months: stakes sold before then do not feel it, all others do.
        var crash = simulated.Grid.Dates.ToList().FindIndex(d => d >= SmallScenario.After("20m"));
        var cash = Math.Exp(0.04 * SmallScenario.Years("2y"));
        var (values, states, dates) = (simulated.Values("exposed"), simulated.States("exposed"), simulated.ExitDates("exposed"));
        var wrong = Enumerable
            .Range(0, values.Length)
            .Count(k => Math.Abs(values[k] - cash * (states[k] == CompanyState.Sold && dates[k] < crash ? 1 : 0.5)) > 1e-6);
        Assert.That(wrong, Is.Zero);
    }

    [Test]
    public void A_deal_ends_what_is_still_private()
    {
        var deal = simulated.Grid.IndexOf(SmallScenario.After("6m"));
        var cash = Math.Exp(0.04 * SmallScenario.Years("2y"));
        var (values, states, dates) = (simulated.Values("forced"), simulated.States("forced"), simulated.ExitDates("forced"));
        using (Assert.EnterMultipleScope())
        {
            // The deal occurs before the step's own draws: five months of the listing hazard come before it.
            var listed = states.Count(s => s == CompanyState.Listed);
            Within.FourErrorsOfShare(listed, Simulated.Paths, 1 - Math.Exp(-0.5 * SmallScenario.Years("5m")));
            Assert.That(states.Count(s => s == CompanyState.Sold), Is.EqualTo(Simulated.Paths - listed));
            Assert.That(Enumerable.Range(0, values.Length).Count(k => states[k] == CompanyState.Sold && dates[k] != deal), Is.Zero);
            Assert.That(
                Enumerable.Range(0, values.Length).Count(k => Math.Abs(values[k] - cash * (states[k] == CompanyState.Sold ? 3 : 1)) > 1e-6),
                Is.Zero
            );
        }
    }
}
