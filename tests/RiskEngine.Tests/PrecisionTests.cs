using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Testing;

namespace RiskEngine.Tests;

/// <summary>A run that goes on until a measure is sure, and runs with other samplings.</summary>
public sealed class PrecisionTests
{
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .Until("3m", "1y")
        .RiskFree(0.03)
        .With(Factors.Brownian("m", 0.2, 0.05))
        .With(Instruments.Equity("a", 0.3, ("m", 1)))
        .Hold("p", ("a", 1));

    [Test]
    public void A_run_goes_on_until_the_measure_is_sure([Values] SamplingMethod sampling)
    {
        var scenario = small.Build(2_000);
        var horizon = scenario.Horizons[1].Id.Value;
        var results = Runs.Engine.Run(
            scenario,
            new RunOptions { Sampling = sampling, Until = new PrecisionTarget(MeasureKinds.Mean, horizon, 0.002) }
        );
        var mean = results.Base.Portfolios[0].AsHeld.Horizons[1].Measures[MeasureKinds.Mean];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(results.Precision!.IsReached);
            Assert.That((mean.High - mean.Low) / 2, Is.EqualTo(results.Precision.Error).Within(1e-12).And.AtMost(0.002));
            Assert.That(results.Scenario.Simulation.Paths, Is.EqualTo(results.Precision.Paths));
            Assert.That(mean.Value, Is.EqualTo(Math.Exp(0.08) - 1).Within(2 * 0.002));
        }
    }

    [Test]
    public void What_cannot_be_reached_is_said_loudly()
    {
        var scenario = small.Build(2_000);
        var results = Runs.Engine.Run(
            scenario,
            new RunOptions { Paths = 5_000, Until = new PrecisionTarget(MeasureKinds.Es95, scenario.Horizons[0].Id.Value, 1e-6) }
        );
        Assert.That(results.Precision, Is.Not.Null.And.Property("IsReached").False.And.Property("Paths").EqualTo(5_000));
        Assert.That(
            results.Notices.Where(n => n.Severity == Severity.Warning).Select(n => n.Message),
            Has.Some.Contains("5,000 paths, the most that were allowed")
        );
    }

    [Test]
    public void More_paths_than_were_asked_for_are_a_notice() =>
        Assert.That(
            Runs.Engine.Run(small.Build(2_000), new RunOptions { Paths = 5_000, Sampling = SamplingMethod.Sobol })
                .Notices.Select(n => n.Message),
            Has.Some.Contains("8,192 paths instead of 5,000")
        );

    [Test]
    public void An_unknown_horizon_or_error_is_refused()
    {
        Assert.That(
            () => Runs.Engine.Run(small.Build(2_000), new RunOptions { Until = new PrecisionTarget(MeasureKinds.Mean, "never", 0.1) }),
            Throws.ArgumentException.With.Message.Contains("'never'")
        );
        Assert.That(
            () => Runs.Engine.Run(small.Build(2_000), new RunOptions { Until = new PrecisionTarget(MeasureKinds.Mean, "h0", 0) }),
            Throws.ArgumentException
        );
    }
}
