using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// A constant hazard -ln(1 - p) / window: within the part f of its window an event occurs with probability 1 - (1 - p)^f, whatever the
/// step, and whether or not the window's edges lie on grid dates.
/// </summary>
[TestFixture("1m")]
[TestFixture("1w")]
public sealed class EventProbabilityTests(string step)
{
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .Every(step)
                .Until("2y")
                .With(Factors.Fixed("count", 0))
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch("count", "2y")
                .With(
                    Events.Of("whole", 0.4, "0d", "1y"),
                    Events.Of("window", 0.4, "100d", "400d"),
                    Events.Of("never", 0, "0d", "1y"),
                    Events.Sure("sure", "200d"),
                    Events.Of("often", 0.95, "0d", "2y", Effects.Shifts(EffectChannel.Level, 1, "count")) with
                    {
                        Recurs = true,
                    }
                )
        );

    [TestCase("whole", 0, 0.5)]
    [TestCase("whole", 0, 1)]
    [TestCase("window", 100, 0.5)]
    [TestCase("window", 100, 1)]
    public void It_occurs_within_a_part_of_its_window_as_the_hazard_says(string risk, int from, double part)
    {
        // At the first grid date at or after the part's end: the part that the grid sees.
        var window = risk == "whole" ? 365 : 300;
        var end = simulated.Grid.Dates.First(d => d >= SmallScenario.AsOf.AddDays(from + (int)(part * window)));
        var seen = Math.Min(1, (end.DayNumber - SmallScenario.AsOf.DayNumber - from) / (double)window);
        Within.FourErrorsOfShare(simulated.Occurrences(risk).Count(s => s <= end), Simulated.Paths, 1 - Math.Pow(0.6, seen));
    }

    [Test]
    public void It_never_occurs_outside_its_window()
    {
        var occurrences = simulated.Occurrences("window").Where(s => s is not null).ToArray();
        var after = simulated.Grid.Dates.First(d => d >= SmallScenario.AsOf.AddDays(400));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(occurrences.Min(), Is.GreaterThan(SmallScenario.AsOf.AddDays(100)));
            Assert.That(occurrences.Max(), Is.EqualTo(after));
        }
    }

    [Test]
    public void An_impossible_one_never_occurs() => Assert.That(simulated.Occurrences("never"), Is.All.Null);

    [Test]
    public void A_sure_one_occurs_on_every_path_in_the_step_of_its_day()
    {
        var day = simulated.Grid.Dates.First(d => d >= SmallScenario.AsOf.AddDays(200));
        Assert.That(simulated.Occurrences("sure"), Is.All.EqualTo(day));
    }

    [Test]
    public void A_recurring_one_occurs_at_most_once_a_step_with_its_hazard()
    {
        // The count is a sum of independent occurrences, one a step: near a Poisson count (mean ln 20 = 3) as steps get short.
        var rate = Math.Log(20) / SmallScenario.Years("2y");
        var perStep = Enumerable
            .Range(0, simulated.Grid.StepCount)
            .Select(k => 1 - Math.Exp(-rate * simulated.Grid.StepYears(k)))
            .ToArray();
        var sample = Sample.Of(simulated.Watched("count", "2y"));
        Within.FourErrorsOfMean(sample, perStep.Sum());
        Within.FourErrorsOfVariance(sample, perStep.Sum(p => p * (1 - p)));
        Within.FourErrorsOfShare(simulated.Watched("count", "2y").Count(c => c == 0), Simulated.Paths, 0.05, "no occurrence at all");
    }
}
