using RiskEngine.Abstractions.Building;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring.WhatIf;

/// <summary>What is embedded adds up to the run's own outcomes.</summary>
public sealed class WhatIfMeasuringTests
{
    private static readonly RiskResults results = Attributed.Results;
    private static readonly WhatIfResult paths = results.WhatIf!;

    [Test]
    public void Positions_add_up_to_the_profit_as_held_and_gains_to_that_following_all()
    {
        using (Assert.EnterMultipleScope())
        {
            for (var p = 0; p < paths.Portfolios.Count; p++)
            {
                var run = results.Base.Portfolios[p];
                var held = run.AsHeld.Horizons[1].Profits.Span;
                var followed = run.FollowingAll.Horizons[1].Profits.Span;
                for (var k = 0; k < paths.Paths; k += 97)
                {
                    var at = (int)((long)k * Attributed.Paths / paths.Paths);
                    var sum = paths
                        .Portfolios[p]
                        .Positions.Sum(x => x.Weight * ((paths.Instruments[x.Instrument].Values[k] * x.Grown) - 1));
                    Assert.That(sum, Is.EqualTo(held[at]).Within(1e-5));
                    Assert.That(sum + paths.Portfolios[p].Gains.Sum(g => g[k]), Is.EqualTo(followed[at]).Within(1e-5));
                }
            }
        }
    }

    [Test]
    public void An_event_occurs_as_often_as_its_probability_says_and_hazards_add_up_to_it()
    {
        var flood = paths.Events.Single(e => e.Event.Id.Value == "flood");
        var share = flood.Steps.Count(s => s > 0) / (double)paths.Paths;
        Assert.That(share, Is.EqualTo(0.3).Within(4 * Math.Sqrt(0.3 * 0.7 / paths.Paths)));
        Assert.That(1 - Math.Exp(-flood.Hazard.Sum()), Is.EqualTo(0.3).Within(1e-9));
        Assert.That(flood.Limit, Is.EqualTo(WhatIfLimit.None));
    }

    /// <summary>
    /// The number of steps of a year in which an event of hazard h a step occurs is binomial with probability 1 - exp(-h).
    /// </summary>
    [Test]
    public void An_event_that_recurs_has_all_its_steps()
    {
        var small = SmallScenario
            .New()
            .With(Instruments.Equity("a", 0.1))
            .With(Events.Of("wave", 0.9, "0d", "1y", Effects.Hits(-0.1, "a")) with { Recurs = true })
            .Hold("p", ("a", 1));

        var wave = Runs.Of(small, 4_000).WhatIf!.Events.Single();

        Assert.That(wave.Steps, Is.Empty);
        var counts = wave.RecurringSteps.Select(s => (double)System.Numerics.BitOperations.PopCount(s)).ToList();
        var (mean, variance) = (wave.Hazard.Sum(h => 1 - Math.Exp(-h)), wave.Hazard.Sum(h => Math.Exp(-h) * (1 - Math.Exp(-h))));
        Assert.That(counts.Average(), Is.EqualTo(mean).Within(4 * Math.Sqrt(variance / counts.Count)));
    }
}
