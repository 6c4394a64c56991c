using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>Strictly inside its bounds on every path; its dated points are medians; the logit's variance is Ornstein-Uhlenbeck's.</summary>
public sealed class BoundedShareTests
{
    private static readonly string[] tenors = ["3m", "9m", "18m", "30m"];
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate()
    {
        var small = SmallScenario
            .New()
            .With(Instruments.Cash("cash"))
            .Hold("p", ("cash", 1))
            .With(
                Factors.Share(
                    "x",
                    0.8,
                    1.2,
                    0.2,
                    0.9,
                    (new(2025, 1, 1), 0.85),
                    (SmallScenario.After("9m"), 0.7),
                    (SmallScenario.After("18m"), 0.5)
                ),
                Factors.Share("wild", 10, 5, 0, 1, (SmallScenario.AsOf, 0.5))
            );
        foreach (var tenor in tenors)
            small = small.Watch("x", tenor).Watch("wild", tenor);
        simulated = Simulated.Of(small);
    }

    [Test]
    public void It_never_reaches_its_bounds([ValueSource(nameof(tenors))] string tenor) =>
        Assert.That(simulated.Watched("x", tenor), Is.All.GreaterThan(0.2f).And.All.LessThan(0.9f));

    // At ten times the logit's usual volatility the ends are nearer than a float can tell: at the bound, never beyond it.
    [Test]
    public void It_never_passes_them_however_wild([ValueSource(nameof(tenors))] string tenor) =>
        Assert.That(simulated.Watched("wild", tenor), Is.All.GreaterThan(0).And.All.AtMost(1));

    [TestCase("9m", 0.7)]
    [TestCase("18m", 0.5)]
    [TestCase("30m", 0.5)]
    public void Half_of_the_paths_lie_above_each_point(string tenor, double target) =>
        Within.FourErrorsOfShare(simulated.Watched("x", tenor).Count(x => x > target), Simulated.Paths, 0.5);

    [Test]
    public void The_logit_varies_as_an_Ornstein_Uhlenbeck_process([ValueSource(nameof(tenors))] string tenor)
    {
        var kappa = Math.Log(2) / 1.2;
        var expected = 0.64 * (1 - Math.Exp(-2 * kappa * SmallScenario.Years(tenor))) / (2 * kappa);
        Within.FourErrorsOfVariance(Sample.Of(simulated.Watched("x", tenor).Select(x => Math.Log((x - 0.2) / (0.9 - x)))), expected);
    }
}
