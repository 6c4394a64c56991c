using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// The two parameter sets of Broadie and Kaya (2006), tables 1 and 2, both with 2 kappa theta below sigma^2, by several steps.
/// </summary>
/// <remarks>
/// The scheme's error in a call, over 2.6 million paths: -0.006 with a standard error of 0.005 (at strike 120: 0.001) for the first set at
/// monthly steps, and none to be seen at weekly steps (errors 0.001 to 0.007) or for the second set (errors 0.03 to 0.04).
/// </remarks>
[TestFixture(1, "1m", 0.01)]
[TestFixture(1, "1w", 0.0)]
[TestFixture(2, "1m", 0.0)]
[TestFixture(2, "2w", 0.0)]
public sealed class HestonTests(int set, string step, double bias)
{
    private const int Paths = 64 * 1500;
    private readonly HestonPrice law = set == 1 ? HestonPrice.First : HestonPrice.Second;
    private readonly double drift = set == 1 ? 0.0319 : 0.05;
    private double[] x = null!;
    private double years;

    [OneTimeSetUp]
    public void Simulate()
    {
        var grid = ProcessRun.Grid(step, set == 1 ? "1y" : "5y");
        years = grid.Years[^1];
        ProcessRun.Of(
            law.Factor("x", drift, 100),
            grid,
            Paths,
            (date, logs) =>
            {
                if (date == grid.StepCount)
                    x = [.. logs.Select(Math.Exp)];
            }
        );
    }

    [Test]
    public void The_mean_grows_by_the_drift_whatever_the_step() => Within.FourErrorsOfMean(Sample.Of(x), 100 * Math.Exp(drift * years));

    [TestCase(80)]
    [TestCase(100)]
    [TestCase(120)]
    public void Calls_cost_what_the_closed_form_says(double strike)
    {
        var price = Sample.Of(x.Select(value => Math.Exp(-drift * years) * Math.Max(0, value - strike)));
        Assert.That(price.Mean, Is.EqualTo(law.Call(100, strike, drift, years)).Within(4 * price.MeanError + bias));
    }
}
