using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// An instrument's own risk may be of any kind that moves by percentages: its law is the kind's, its expected return no other.
/// </summary>
public sealed class OwnRiskTests
{
    private static IEnumerable<TestCaseData> Kinds() =>
        new[]
        {
            Factors.Brownian("own", 0.3),
            Factors.StudentT("own", 0.3, 4),
            Factors.Jumping("own", 0.2, 1.5, -0.1, 0.1),
            Factors.Garch("own", 0.3, 0.15, 0.8, observations: 52, startRatio: 1.8),
            Factors.Heston("own", 0.16, 0.04, 6, 0.6, -0.7),
        }.Select(own => new TestCaseData(own).SetArgDisplayNames(own.Kind));

    [TestCaseSource(nameof(Kinds))]
    public void It_leaves_the_expected_return_at_the_risk_free_rate_and_the_premium(RiskFactor own) =>
        Within.FourErrorsOfMean(Sample.Of(Share(own, "1y").Values("share")), Math.Exp(0.03 + 0.8 * 0.05));

    [TestCaseSource(nameof(Kinds))]
    public void Adding_a_horizon_leaves_the_law_at_another(RiskFactor own)
    {
        double[] Logs(ulong seed, params string[] horizons) =>
            [
                .. Simulated
                    .Of(Small(own, horizons), 60_000, seed: seed)
                    .Profits("p", horizon: horizons.Length - 1)
                    .Select(r => Math.Log(1 + r)),
            ];
        var (alone, beside) = (Logs(1, "3m"), Logs(2, "5d", "40d", "3m"));
        var (a, b) = (Sample.Of(alone), Sample.Of(beside));
        Assert.That(b.Variance, Is.EqualTo(a.Variance).Within(4 * Math.Sqrt(Square(a.VarianceError) + Square(b.VarianceError))));
        foreach (var level in new[] { 0.001, 0.01, 0.5, 0.99 })
        {
            var quantile = alone.Order().ElementAt((int)(level * alone.Length));
            Within.FourErrorsOfShare(beside.Count(x => x <= quantile), 2 * beside.Length, level / 2, $"quantile {level}");
        }
    }

    // A regular step's move is t: of a share that nothing else moves, the tail is the distribution's own.
    [TestCase(0.05)]
    [TestCase(0.01)]
    [TestCase(0.001)]
    public void A_student_t_step_has_the_tails_of_its_distribution(double tail)
    {
        const double Nu = 4;
        var simulated = Simulated.Of(
            SmallScenario.New().Until("1m").With(Instruments.Equity("share", Factors.StudentT("own", 0.3, Nu))).Hold("p", ("share", 1))
        );
        var logs = simulated.Values("share").Select(x => Math.Log(x)).Order().ToArray();
        var middle = logs[logs.Length / 2]; // half the convexity below zero
        var scale = 0.3 * Math.Sqrt(SmallScenario.Years("1m")) * Math.Sqrt((Nu - 2) / Nu);
        var level = scale * StudentT.InvCDF(0, 1, Nu, tail);
        Within.FourErrorsOfShare(logs.Count(x => x - middle < level), logs.Length, tail);
    }

    // From h on the first day the variance of m observations is m v + (h - v) (1 - p^m) / (1 - p) (Bollerslev 1986), v the long-run one.
    [TestCase("1m")]
    [TestCase("1y")]
    public void A_garch_share_has_the_variance_of_today_and_returns_to_its_own(string horizon)
    {
        const double Alpha = 0.1;
        const double Beta = 0.85;
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .Until(horizon)
                .With(Instruments.Equity("share", Factors.Garch("own", 0.3, Alpha, Beta, observations: 52, startRatio: 2)))
                .Hold("p", ("share", 1))
        );
        var m = 52 * SmallScenario.Years(horizon);
        var (v, p) = (0.09 / 52, Alpha + Beta);
        var expected = m * v + 3 * v * (1 - Math.Pow(p, m)) / (1 - p);

        // Half the variance is in the drift, path by path, and adds its own variance: less than 3% of the whole here.
        var sample = Sample.OfLogs(simulated.Values("share"));
        Assert.That(sample.Variance, Is.EqualTo(expected).Within(4 * sample.VarianceError + 0.03 * expected));
        Assert.That(sample.Variance, Is.GreaterThan(1.1 * m * v));
    }

    // A normal process of the size that factors leave of the volatility is what own risk is without one: the same paths.
    [Test]
    public void A_normal_process_is_the_twin_of_plain_own_risk()
    {
        var own = Math.Sqrt(0.35 * 0.35 - 0.64 * 0.04);
        var (plain, twin) = (
            Simulated.Of(Market("1y").With(Instruments.Equity("share", 0.35, ("m", 0.8))).Hold("p", ("share", 1)), 2000),
            Share(Factors.Brownian("own", own), "1y", 2000)
        );
        Assert.That(twin.Planner.OwnRiskOf(new("share")).Volatility, Is.EqualTo(0.35).Within(1e-12));
        Assert.That(twin.Values("share"), Is.EqualTo(plain.Values("share")).Within(1e-6));
    }

    [Test]
    public void It_moves_no_other_instrument()
    {
        Simulated With(Abstractions.Market.Instrument first) =>
            Simulated.Of(
                Market("1y")
                    .With(first, Instruments.Equity("other", Factors.Heston("own", 0.1, 0.1, 2, 0.3, 0)))
                    .Hold("p", ("share", 0.5), ("other", 0.5)),
                1000
            );
        var plain = With(Instruments.Equity("share", 0.35, ("m", 0.8)));
        var jumping = With(Instruments.Equity("share", Factors.Jumping("own", 0.2, 1.5, -0.1, 0.1), ("m", 0.8)));
        Assert.That(jumping.Values("other"), Is.EqualTo(plain.Values("other")));
        Assert.That(jumping.Values("share"), Is.Not.EqualTo(plain.Values("share")));
    }

    // Of a volatility that is 20% or 40% by path, uniform between, the mean square is (b^3 - a^3) / 3 (b - a).
    [Test]
    public void Its_parameters_may_be_uncertain()
    {
        var own = Factors.Brownian("own", 0.3);
        own = own with { Parameters = new Dictionary<string, Parameter>(own.Parameters) { ["volatility"] = new Uniform(0.2, 0.4) } };
        var simulated = Simulated.Of(SmallScenario.New().Until("1y").With(Instruments.Equity("share", own)).Hold("p", ("share", 1)));
        var sample = Sample.OfLogs(simulated.Values("share"));
        var square = (Math.Pow(0.4, 3) - Math.Pow(0.2, 3)) / (3 * 0.2);
        var ofDrift = ((Math.Pow(0.4, 5) - Math.Pow(0.2, 5)) / (5 * 0.2) - square * square) / 4;
        Within.FourErrorsOfVariance(sample, square + ofDrift);
    }

    [TestCase(SamplingMethod.Sobol)]
    [TestCase(SamplingMethod.Antithetic)]
    public void It_is_the_same_law_by_other_points(SamplingMethod method)
    {
        var simulated = Simulated.Of(Small(Factors.StudentT("own", 0.3, 4), "1y"), 32_768, sampling: method);
        Within.FourErrorsOfMean(Sample.Of(simulated.Values("share")), Math.Exp(0.03 + 0.8 * 0.05));
    }

    private static Simulated Share(RiskFactor own, string horizon, int paths = Simulated.Paths) => Simulated.Of(Small(own, horizon), paths);

    private static ScenarioBuilder Small(RiskFactor own, params string[] horizons) =>
        Market(horizons).With(Instruments.Equity("share", own, ("m", 0.8))).Hold("p", ("share", 1));

    private static ScenarioBuilder Market(params string[] horizons) =>
        SmallScenario.New().RiskFree(0.03).Until(horizons).With(Factors.Brownian("m", 0.2, premium: 0.05));

    private static double Square(double x) => x * x;
}
