using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Simulation.Processes;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>
/// Cox, Ingersoll and Ross (1985): moments (eq. 19), bond prices (eq. 23). The transition is exact, so none of it may depend on the step.
/// </summary>
[TestFixture("1m")]
[TestFixture("1w")]
[TestFixture("1y")]
public sealed class CoxIngersollRossTests(string step)
{
    private const double Theta = 0.05;
    private const double Sigma = 0.12;
    private static readonly double kappa = Math.Log(2) / 1.6;
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .Every(step)
                .RiskFree(0.03)
                .With(Rate("x", 0.02), Rate("low", 0.0), Factors.Brownian("m", 0.2))
                .Correlate("x", "m", -0.7)
                .With(Instruments.Equity("bond", 0.4, ("x", -6)), Instruments.Cash("cash"))
                .Hold("p", ("bond", 1))
                .Watch("x", "5m")
                .Watch("x", "1y")
                .Watch("low", "5m")
                .Watch("m", "1y"),
            60_000
        );

    [TestCase("5m")]
    [TestCase("1y")]
    public void The_mean_is_pulled_back(string tenor) =>
        Within.FourErrorsOfMean(
            Sample.Of(simulated.Watched("x", tenor)),
            Theta + (0.02 - Theta) * Math.Exp(-kappa * SmallScenario.Years(tenor))
        );

    [TestCase("5m")]
    [TestCase("1y")]
    public void The_variance_follows_the_level(string tenor) =>
        Within.FourErrorsOfVariance(Sample.Of(simulated.Watched("x", tenor)), Variance(0.02, SmallScenario.Years(tenor)));

    // From zero the law is c times a central chi-square with d degrees of freedom: half of the paths lie below its median.
    [Test]
    public void From_zero_it_is_a_chi_square()
    {
        var t = SmallScenario.Years("5m");
        var c = Sigma * Sigma * (1 - Math.Exp(-kappa * t)) / (4 * kappa);
        var low = simulated.Watched("low", "5m");
        Assert.That(low, Is.All.GreaterThanOrEqualTo(0));
        foreach (var share in (double[])[0.01, 0.5, 0.99])
        {
            var level = 2 * c * MathNet.Numerics.Distributions.Gamma.InvCDF(2 * kappa * Theta / (Sigma * Sigma), 1, share);
            Within.FourErrorsOfShare(low.Count(x => x < level), low.Length, share);
        }
    }

    // Within a step the normal is linear but for its square: over a month nearly all of the correlation arrives.
    [Test]
    public void It_is_correlated_with_other_factors()
    {
        var correlation = Sample.Correlation(
            [.. simulated.Watched("x", "1y").Select(x => (double)x)],
            [.. simulated.Watched("m", "1y").Select(x => Math.Log(x))]
        );
        var most = step == "1y" ? 0.55 : 0.6;
        Assert.That(correlation, Is.InRange(-0.7, -most));
    }

    // E e^(u X) = (1 - 2 c u)^(-d/2) e^(lambda c u / (1 - 2 c u)): the whole variance is taken out, the third cumulant and on stay.
    [Test]
    public void An_expected_return_is_the_risk_free_rate_and_what_higher_moments_leave()
    {
        var decay = Math.Exp(-kappa);
        var c = Sigma * Sigma * (1 - decay) / (4 * kappa);
        var (u, d) = (-6.0, 4 * kappa * Theta / (Sigma * Sigma));
        var log = -d / 2 * Math.Log(1 - 2 * c * u) + decay * 0.02 * u / (1 - 2 * c * u);
        var left = log - u * (Theta + (0.02 - Theta) * decay) - u * u * Variance(0.02, 1) / 2;
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("bond")), Math.Exp(0.03 + left));
        Assert.That(left, Is.EqualTo(0).Within(0.001), "it is little");
    }

    [Test]
    public void It_must_not_stick_to_zero()
    {
        var factor = Factors.SquareRoot("x", 0.5, 2, 0.02, 0.05);
        Assert.That(
            new CoxIngersollRoss().Check(factor, SmallScenario.AsOf),
            Is.EqualTo(
                new[]
                {
                    "expected 4 kappa mean above volatility^2 (kappa = ln 2 / halfLife), else it sticks to zero; found 0.069315 and 0.25",
                }
            )
        );
    }

    [Test]
    public void What_its_tables_rest_on_are_plain_numbers()
    {
        var factor = Rate("x", 0.02);
        factor = factor with
        {
            Parameters = new Dictionary<string, Parameter>(factor.Parameters)
            {
                ["mean"] = new Uniform(0.04, 0.06),
                ["start"] = new Uniform(0.01, 0.02),
            },
        };
        Assert.That(
            new CoxIngersollRoss().Check(factor, SmallScenario.AsOf),
            Is.EqualTo(new[] { "expected a plain number as mean, found a distribution" })
        );
    }

    private static Abstractions.Factors.RiskFactor Rate(string id, double start) => Factors.SquareRoot(id, Sigma, 1.6, start, Theta);

    private static double Variance(double start, double t)
    {
        var decay = Math.Exp(-kappa * t);
        return start * Sigma * Sigma / kappa * (decay - decay * decay) + Theta * Sigma * Sigma / (2 * kappa) * (1 - decay) * (1 - decay);
    }
}
