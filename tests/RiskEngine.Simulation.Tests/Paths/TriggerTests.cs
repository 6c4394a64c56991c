using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>An event occurs at the end of a step; its triggers act from then on for exactly their time.</summary>
public sealed class TriggerTests
{
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .With(
                    Events
                        .Sure("source", "3m")
                        .Triggering("raised", 4, "2m")
                        .Triggering("raised-longer", 4, "3m")
                        .Triggering("lowered", 0.25, "1y"),
                    Events.Of("raised", 0.3, "0d", "1y"),
                    Events.Of("raised-longer", 0.3, "0d", "1y"),
                    Events.Of("lowered", 0.6, "0d", "1y"),
                    Events.Of("maybe", 0.5, "0d", "1y").Triggering("follows", 5, "1y"),
                    Events.Of("follows", 0.2, "0d", "1y"),
                    Events.Of("first", 1, "0d", "2m").Triggering("twice", 2, "1y"),
                    Events.Of("second", 1, "0d", "4m").Triggering("twice", 3, "1y"),
                    Events.Of("twice", 0.1, "0d", "1y")
                )
        );

    [Test]
    public void A_trigger_multiplies_the_hazard_for_its_time()
    {
        // Occurs on 1 April, for 2 months of 1/12 year: April and all but a sixth of a day of May.
        var hazard = -Math.Log(0.7) * (1 + 3 * 2 / 12.0);
        Within.FourErrorsOfShare(simulated.Occurrences("raised").Count(s => s is not null), Simulated.Paths, 1 - Math.Exp(-hazard));
    }

    [Test]
    public void A_trigger_that_runs_out_just_after_a_step_begins_does_not_last_for_the_whole_step()
    {
        // Occurs on 1 April, for 3 months of 1/12 year: 91.25 days, of which only the last quarter of a day is in July.
        var hazard = -Math.Log(0.7) * (1 + 3 * 3 / 12.0);
        Within.FourErrorsOfShare(simulated.Occurrences("raised-longer").Count(s => s is not null), Simulated.Paths, 1 - Math.Exp(-hazard));
    }

    [Test]
    public void A_trigger_can_make_rarer()
    {
        var hazard = -Math.Log(0.4) * (90 + 0.25 * 275) / 365;
        Within.FourErrorsOfShare(simulated.Occurrences("lowered").Count(s => s is not null), Simulated.Paths, 1 - Math.Exp(-hazard));
    }

    [Test]
    public void A_chance_occurrence_triggers_from_the_next_step_on()
    {
        // On the grid: state 0 (not triggered) or 1 (triggered), survival of the follower carried from step to step.
        var (quiet, triggered) = (1.0, 0.0);
        for (var k = 0; k < simulated.Grid.StepCount; k++)
        {
            var h = simulated.Grid.StepYears(k);
            quiet *= Math.Pow(0.8, h);
            triggered *= Math.Pow(0.8, 5 * h);
            var occurred = 1 - Math.Pow(0.5, h);
            (quiet, triggered) = (quiet * (1 - occurred), triggered + quiet * occurred);
        }

        Within.FourErrorsOfShare(simulated.Occurrences("follows").Count(s => s is null), Simulated.Paths, quiet + triggered);
    }

    [Test]
    public void Several_triggers_multiply()
    {
        var hazard = -Math.Log(0.9) * (59 + 2 * 61 + 6 * 245) / 365;
        Within.FourErrorsOfShare(simulated.Occurrences("twice").Count(s => s is not null), Simulated.Paths, 1 - Math.Exp(-hazard));
    }
}
