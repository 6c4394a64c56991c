using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>Glasserman (2003), eq. 3.21 to 3.23: mean X0 e^(mu t), log variance sigma^2 t, log autocovariance sigma^2 min(s, t).</summary>
public sealed class GeometricBrownianTests
{
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .With(Factors.Brownian("x", 0.3, drift: 0.08, start: 40))
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch("x", "6m")
                .Watch("x", "10m")
                .Watch("x", "100d")
        );

    [TestCase("6m")]
    [TestCase("100d")]
    public void The_mean_grows_by_the_drift(string tenor) =>
        Within.FourErrorsOfMean(Sample.Of(simulated.Watched("x", tenor)), 40 * Math.Exp(0.08 * SmallScenario.Years(tenor)));

    [TestCase("6m")]
    [TestCase("100d")]
    public void The_log_variance_grows_with_time(string tenor) =>
        Within.FourErrorsOfVariance(Sample.OfLogs(simulated.Watched("x", tenor)), 0.09 * SmallScenario.Years(tenor));

    [Test]
    public void Increments_are_independent()
    {
        double[] Logs(string tenor) => [.. simulated.Watched("x", tenor).Select(x => Math.Log(x))];
        Within.FourErrorsOfMean(Sample.OfProducts(Logs("6m"), Logs("10m")), 0.09 * SmallScenario.Years("6m"), "covariance");
    }
}
