using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Building;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Dependence;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Dependence;

/// <summary>
/// The t copula against its distribution function and its coefficient of tail dependence (Demarta and McNeil 2005, proposition 1).
/// </summary>
public sealed class StudentCopulaTests
{
    private const int Paths = 1 << 18;

    [TestCase(3, 0.5)]
    [TestCase(4, 0)]
    [TestCase(8, -0.3)]
    public void The_closed_form_of_tail_dependence_is_the_limit_of_the_distribution_function(double nu, double rho)
    {
        // P(both below their u-quantile) / u, by the integral that the draws are compared with below, for u small.
        var limit = 2 * StudentT.CDF(0, 1, nu + 1, -Math.Sqrt((nu + 1) * (1 - rho) / (1 + rho)));
        Assert.That(JointTail(nu, rho, 1e-12) / 1e-12, Is.EqualTo(limit).Within(3e-3 * limit + 1e-3));
    }

    [TestCase(3, 0.5, 0.01)]
    [TestCase(3, 0.5, 0.0005)]
    [TestCase(4, 0, 0.005)]
    [TestCase(8, -0.3, 0.01)]
    public void Joint_lower_tails_are_those_of_the_t_copula(double nu, double rho, double u)
    {
        var (first, second) = Draw(nu, rho);
        var level = Normal.InvCDF(0, 1, u);
        var both = first.Zip(second, (a, b) => a < level && b < level).Count(x => x);
        Within.FourErrorsOfShare(both, Paths, JointTail(nu, rho, u));
    }

    [TestCase(1)]
    [TestCase(2.5)]
    [TestCase(6)]
    [TestCase(200)]
    public void Each_factor_s_shock_stays_standard_normal(double nu)
    {
        var (first, _) = Draw(nu, 0.5);
        var sample = Sample.Of(first);
        Within.FourErrorsOfMean(sample, 0);
        Within.FourErrorsOfVariance(sample, 1);
        foreach (var level in (double[])[-4, -3, -2, -1, -0.1, 0.5, 1.5, 2.5, 3.5])
            Within.FourErrorsOfShare(first.Count(z => z < level), Paths, Normal.CDF(0, 1, level), $"below {level}");
    }

    [TestCase(1, 0.6)]
    [TestCase(3, 0.5)]
    [TestCase(5, -0.8)]
    [TestCase(200, 0.3)]
    public void The_correlation_of_the_shocks_is_known(double nu, double rho)
    {
        var (first, second) = Draw(nu, rho);
        var product = Sample.Of(first.Zip(second, (a, b) => (double)a * b));
        Within.FourErrorsOfMean(product, new StudentCopula(nu).ShockCorrelation(rho));
    }

    [Test]
    public void With_many_degrees_of_freedom_it_is_the_gaussian_one()
    {
        Assert.That(new StudentCopula(1e6).ShockCorrelation(0.5), Is.EqualTo(0.5).Within(1e-5));
        Assert.That(new StudentCopula(4).ShockCorrelation(1), Is.EqualTo(1).Within(1e-12));
        Assert.That(new StudentCopula(4).ShockCorrelation(-1), Is.EqualTo(-1).Within(1e-12));
    }

    [Test]
    public void Simulated_factors_fall_together_as_the_copula_says_in_one_step()
    {
        const double U = 0.01;
        var simulated = Simulated.Of(Pair(3).Every("1y"));
        var level = Normal.InvCDF(0, 1, U);
        double Shock(float value, double sigma) => (Math.Log(value) + sigma * sigma / 2) / sigma;
        var both = simulated
            .Watched("f", "1y")
            .Zip(simulated.Watched("g", "1y"), (a, b) => Shock(a, 0.2) < level && Shock(b, 0.3) < level)
            .Count(x => x);
        Within.FourErrorsOfShare(both, Simulated.Paths, JointTail(3, 0.5, U));
    }

    [Test]
    public void Prices_grow_as_expected_under_it_and_keep_their_volatility()
    {
        var simulated = Simulated.Of(Pair(3));
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("i")), Math.Exp(0.02 + 0.05));
        Within.FourErrorsOfVariance(Sample.OfLogs(simulated.Values("i")), 0.5 * 0.5);
    }

    private static ScenarioBuilder Pair(double nu) =>
        SmallScenario
            .New()
            .RiskFree(0.02)
            .With(Factors.Brownian("f", 0.2, premium: 0.05), Factors.Brownian("g", 0.3))
            .Correlate("f", "g", 0.5)
            .With(Instruments.Equity("i", 0.5, ("f", 1), ("g", 0.8)))
            .Hold("p", ("i", 1))
            .Watch("f", "1y")
            .Watch("g", "1y")
            .Copula(nu);

    private static (float[] First, float[] Second) Draw(double nu, double rho)
    {
        var copula = new StudentCopula(nu);
        var (first, second, mixing, scratch) = (new float[Paths], new float[Paths], new double[Paths], new double[Paths]);
        RandomStream.Create(7, "first").FillNormals(0, 1, first);
        RandomStream.Create(7, "second").FillNormals(0, 1, second);
        RandomStream.Create(7, "mixing").FillUniforms(0, 1, mixing);
        for (var i = 0; i < Paths; i++)
            second[i] = (float)(rho * first[i] + Math.Sqrt(1 - rho * rho) * second[i]);
        copula.FillMixing(mixing);
        copula.Map(first, mixing, scratch);
        copula.Map(second, mixing, scratch);
        return (first, second);
    }

    /// <summary>
    /// P(T1 and T2 below their u-quantile q): given T1 = t, T2 is rho t + sqrt((1 - rho^2) (nu + t^2) / (nu + 1)) times a t with nu + 1
    /// degrees of freedom.
    /// </summary>
    private static double JointTail(double nu, double rho, double u)
    {
        // Midpoints in y, t = q e^y: the density falls as e^(-nu y).
        const int Points = 4000;
        var (q, reach, sum) = (LowerQuantile(nu, u), 40 / nu, 0.0);
        for (var k = 0; k < Points; k++)
        {
            var t = q * Math.Exp((k + 0.5) * reach / Points);
            sum -=
                t
                * StudentT.PDF(0, 1, nu, t)
                * StudentT.CDF(0, 1, nu + 1, (q - rho * t) / Math.Sqrt((1 - rho * rho) * (nu + t * t) / (nu + 1)));
        }

        return sum * reach / Points;
    }

    /// <summary>By halving, for u below a half.</summary>
    private static double LowerQuantile(double nu, double u)
    {
        var (near, far) = (-10.0, 50.0);
        for (var round = 0; round < 100; round++)
        {
            var middle = (near + far) / 2;
            if (StudentT.CDF(0, 1, nu, -Math.Exp(middle)) > u)
                near = middle;
            else
                far = middle;
        }

        return -Math.Exp(far);
    }
}
