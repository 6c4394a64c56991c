using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// A basket of lognormals, held: E = sum w e^(mu T), Var = sum w_i w_j e^((mu_i + mu_j) T) (e^(c_ij T) - 1), with c the covariances of the
/// log returns (Levy 1992, the two moments of a sum of lognormals).
/// </summary>
public sealed class BasketTests
{
    private static readonly double[] weights = [0.5, 0.2, 0.2, 0.1];
    private static readonly double[] volatility = [0.25, 0.4, 0.3, 0.55];
    private static readonly double[,] exposures =
    {
        { 1, 0 },
        { 1.4, 0.5 },
        { 0.6, -0.3 },
        { 1.1, 0.9 },
    };
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .RiskFree(0.02)
                .With(Factors.Brownian("m", 0.2, premium: 0.05), Factors.Brownian("s", 0.25, premium: 0.01))
                .Correlate("m", "s", 0.3)
                .With([
                    .. Enumerable
                        .Range(0, 4)
                        .Select(i => Instruments.Equity($"i{i}", volatility[i], ("m", exposures[i, 0]), ("s", exposures[i, 1]))),
                ])
                .Hold("p", ("i0", 50), ("i1", 20), ("i2", 20), ("i3", 10))
        );

    [Test]
    public void Its_mean_is_exact() =>
        Within.FourErrorsOfMean(Sample.Of(simulated.Profits("p")), Enumerable.Range(0, 4).Sum(i => weights[i] * Math.Exp(Rate(i))) - 1);

    [Test]
    public void Its_variance_is_exact()
    {
        var expected = 0.0;
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                expected += weights[i] * weights[j] * Math.Exp(Rate(i) + Rate(j)) * (Math.Exp(Covariance(i, j)) - 1);
            }
        }

        Within.FourErrorsOfVariance(Sample.Of(simulated.Profits("p")), expected);
    }

    private static double Rate(int i) => 0.02 + exposures[i, 0] * 0.05 + exposures[i, 1] * 0.01;

    private static double Covariance(int i, int j) =>
        i == j
            ? volatility[i] * volatility[i]
            : exposures[i, 0] * exposures[j, 0] * 0.04
                + exposures[i, 1] * exposures[j, 1] * 0.0625
                + 0.3 * 0.2 * 0.25 * (exposures[i, 0] * exposures[j, 1] + exposures[i, 1] * exposures[j, 0]);
}
