using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// Glasserman (2003), eq. 3.41 to 3.45: mean theta + (x0 - theta) e^(-kappa t), variance sigma^2 (1 - e^(-2 kappa t)) / (2 kappa),
/// covariance of s before t the variance at s times e^(-kappa (t - s)). The transition is exact, so none of it may depend on the step.
/// </summary>
[TestFixture("1m")]
[TestFixture("1w")]
[TestFixture("1y")]
public sealed class OrnsteinUhlenbeckTests(string step)
{
    private static readonly double kappa = Math.Log(2) / 0.7;
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .Every(step)
                .With(Factors.Reverting("x", 0.5, halfLife: 0.7, start: 3, mean: 1))
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch("x", "5m")
                .Watch("x", "1y")
        );

    [TestCase("5m")]
    [TestCase("1y")]
    public void The_mean_is_pulled_back(string tenor) =>
        Within.FourErrorsOfMean(Sample.Of(simulated.Watched("x", tenor)), 1 + 2 * Math.Exp(-kappa * SmallScenario.Years(tenor)));

    [TestCase("5m")]
    [TestCase("1y")]
    public void The_variance_saturates(string tenor) =>
        Within.FourErrorsOfVariance(Sample.Of(simulated.Watched("x", tenor)), Variance(SmallScenario.Years(tenor)));

    [Test]
    public void The_autocovariance_decays()
    {
        double[] Column(string tenor) => [.. simulated.Watched("x", tenor).Select(x => (double)x)];
        var (s, t) = (SmallScenario.Years("5m"), SmallScenario.Years("1y"));
        Within.FourErrorsOfMean(Sample.OfProducts(Column("5m"), Column("1y")), Variance(s) * Math.Exp(-kappa * (t - s)), "covariance");
    }

    private static double Variance(double t) => 0.25 * (1 - Math.Exp(-2 * kappa * t)) / (2 * kappa);
}
