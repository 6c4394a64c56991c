using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Time;
using RiskEngine.Simulation.Processes;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>What every built-in kind promises.</summary>
public sealed class BuiltInKindsTests
{
    private static readonly TimeGrid grid = TimeGrid.Build(
        SmallScenario.AsOf,
        new Tenor(1, TenorUnit.Month),
        [SmallScenario.After("1y"), SmallScenario.After("100d")]
    );

    private static IEnumerable<FactorKind> Kinds => BuiltInKinds.All;

    private static IEnumerable<string> Names => Kinds.Select(k => k.Name);

    private static RiskFactor[] Examples =>
        [
            Factors.Brownian("geometric-brownian", 0.3, drift: 0.05, start: 3),
            Factors.Reverting("ornstein-uhlenbeck", 0.4, 0.8, 2, 1),
            Factors.Forecast("forecast-path", 0.2, Parameter.Of(1), (SmallScenario.AsOf, 10), (SmallScenario.After("1y"), 20)),
            Factors.Share("bounded-share", 0.02, 1, 0.1, 0.9, (SmallScenario.AsOf, 0.3), (SmallScenario.After("1y"), 0.6)),
            Factors.Fixed("fixed", 4),
            Factors.StudentT("student-t", 0.3, 5, drift: 0.05, start: 3),
            Factors.Jumping("merton-jump", 0.2, 1.5, -0.1, 0.12, drift: 0.05, start: 3),
            Factors.SquareRoot("cox-ingersoll-ross", 0.12, 1.6, 0.02, 0.05),
            Factors.Garch("garch", 0.2, 0.05, 0.9, startRatio: 1.4, drift: 0.05, start: 3),
            Factors.Heston("heston", 0.06, 0.04, 1.5, 0.1, 0, drift: 0.05, start: 3),
            Factors.HullWhite("hull-white", 0.01, 4, (SmallScenario.AsOf, 0.03), (SmallScenario.After("2y"), 0.04)),
            Factors.Switching(
                "regime-switching",
                [0, 0.5, 0.1, 2, 0, 1, 0, 3, 0],
                [0.6, 0.4, 0],
                Factors.State("calm"),
                Factors.State("tense"),
                Factors.State("crisis")
            ),
            Factors.Bootstrapped(
                "stationary-bootstrap",
                [.. Enumerable.Range(0, 90).Select(k => 0.03 * Math.Sin(k) + 0.01 * Math.Sin(k / 7.0))],
                12,
                6,
                drift: 0.05,
                start: 3
            ),
        ];

    [Test]
    public void There_are_thirteen() =>
        Assert.That(
            Names,
            Is.EqualTo(
                new[]
                {
                    "bounded-share",
                    "cox-ingersoll-ross",
                    "fixed",
                    "forecast-path",
                    "garch",
                    "geometric-brownian",
                    "heston",
                    "hull-white",
                    "merton-jump",
                    "ornstein-uhlenbeck",
                    "regime-switching",
                    "stationary-bootstrap",
                    "student-t",
                }
            )
        );

    [TestCaseSource(nameof(Kinds))]
    public void Its_page_has_every_part(FactorKind kind)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kind.Reference, kind is FixedValue ? Is.EqualTo("None needed") : Does.Match(@"[A-Z][a-z]+.* \(?\d{4}\)?"));
            Assert.That(kind.Parameters.Count > 0 || kind.TakesStates, Is.True);
            foreach (
                var spec in kind
                    .Parameters.Concat(kind.TakesStates ? RegimeKeys.All : [])
                    .Concat(kind.TakesHistory ? [HistoryKeys.BlockLength] : [])
            )
            {
                Assert.That(spec.Unit, Is.Not.Empty, spec.Name);
                Assert.That(spec.Meaning.English, Does.EndWith("."), spec.Name);
                Assert.That(spec.Meaning.Chinese, Does.EndWith("。").And.Not.EqualTo(spec.Meaning.English), spec.Name);
            }
        }
    }

    [TestCaseSource(nameof(Kinds))]
    public void Says_what_it_is(FactorKind kind)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(kind.Name, Does.Match("^[a-z]+(-[a-z]+)*$"));
            Assert.That(kind.Summary.English, Is.Not.Empty);
            Assert.That(kind.Summary.Chinese, Is.Not.Empty.And.Not.EqualTo(kind.Summary.English));
            Assert.That(kind.Equation, Does.Contain("X(t)"));
            Assert.That(kind.Reference, Is.Not.Empty);
            Assert.That(kind.Parameters.Select(p => p.Name), Is.Unique);
            Assert.That(kind.Parameters.Select(p => p.Name), Is.All.Match("^[a-z]+([A-Z][a-z]+)*$"));
        }
    }

    [TestCaseSource(nameof(Kinds))]
    public void Defaults_lie_in_their_own_range(FactorKind kind)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var spec in kind.Parameters)
            {
                Assert.That(spec.Low, Is.LessThan(spec.High), spec.Name);
                if (spec.Default is not { } value)
                    continue;
                Assert.That(value, Is.InRange(spec.Low, spec.High), spec.Name);
                if (spec.OpenLow)
                    Assert.That(value, Is.GreaterThan(spec.Low), spec.Name);
                if (spec.OpenHigh)
                    Assert.That(value, Is.LessThan(spec.High), spec.Name);
            }
        }
    }

    [Test]
    public void Every_kind_has_an_example_that_its_check_accepts()
    {
        Assert.That(Examples.Select(f => f.Kind), Is.EquivalentTo(Kinds.Select(k => k.Name)));
        Assert.That(Examples.SelectMany(f => Simulated.Kinds.KindOf(f).Check(f, SmallScenario.AsOf)), Is.Empty);
    }

    [TestCaseSource(nameof(Names))]
    public void Loadings_give_the_variance_and_expected_the_mean_of_x(string name)
    {
        var factor = Examples.Single(f => f.Kind == name);

        // Exact for the kinds that are linear in their normals or know what is not; the share has so little volatility that its linear part
        // is all, and the variances of Heston and GARCH vary so little that it does not show in the price's.
        var simulated = Simulated.Of(
            SmallScenario
                .New()
                .With(factor)
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch(factor.Id.Value, "100d")
                .Watch(factor.Id.Value, "1y")
        );
        var kind = Simulated.Kinds.KindOf(factor);
        var process = kind.Create(factor, grid);
        Assert.That(simulated.Grid.Dates, Is.EqualTo(grid.Dates));
        foreach (var tenor in (string[])["100d", "1y"])
        {
            var date = grid.IndexOf(SmallScenario.After(tenor));
            var column = simulated.Watched(factor.Id.Value, tenor);
            var sample = kind.Scale == FactorScale.Log ? Sample.OfLogs(column) : Sample.Of(column);
            var variance =
                Enumerable.Range(0, date).Sum(step => process.Loading(step, date) * process.Loading(step, date))
                + process.ResidualVariance(date);
            Within.FourErrorsOfVariance(sample, variance, $"variance by {tenor}");
            Assert.That(
                sample.Mean,
                Is.EqualTo(process.Expected(date)).Within(4 * sample.MeanError + (factor.Kind == "bounded-share" ? 1e-4 : 1e-6)),
                $"mean by {tenor}"
            );
        }
    }

    [Test]
    public void A_path_must_rise_in_time_and_reach_back_to_the_as_of_date()
    {
        var factor = Factors.Forecast(
            "f",
            0.1,
            Parameter.Of(1),
            (SmallScenario.After("1y"), 1),
            (SmallScenario.After("6m"), 2),
            (SmallScenario.After("2y"), 0)
        );
        Assert.That(
            new ForecastPath().Check(factor, SmallScenario.AsOf),
            Is.EquivalentTo(
                new[]
                {
                    "expected path dates in rising order, found 2026-07-01 after 2027-01-01",
                    "expected a path that starts on or before the as-of date 2026-01-01, found a first point on 2027-01-01",
                    "expected path values above 0, found 0 on 2028-01-01",
                }
            )
        );
    }

    [Test]
    public void A_share_s_points_must_lie_inside_its_bounds()
    {
        var factor = Factors.Share("s", 0.1, 1, 0.2, 0.8, (SmallScenario.AsOf, 0.2), (SmallScenario.After("1y"), 0.9));
        Assert.That(
            new BoundedShare().Check(factor, SmallScenario.AsOf),
            Is.EqualTo(
                new[]
                {
                    "expected path values inside the bounds 0.2 and 0.8, found 0.2 on 2026-01-01",
                    "expected path values inside the bounds 0.2 and 0.8, found 0.9 on 2027-01-01",
                }
            )
        );
    }

    [Test]
    public void A_share_s_bounds_must_be_numbers_in_order()
    {
        var factor = Factors.Share("s", 0.1, 1, 0.8, 0.2, (SmallScenario.AsOf, 0.5));
        factor = factor with { Parameters = new Dictionary<string, Parameter>(factor.Parameters) { ["upper"] = new Uniform(0.1, 0.3) } };
        Assert.That(
            new BoundedShare().Check(factor, SmallScenario.AsOf),
            Is.SupersetOf(
                new[]
                {
                    "expected bounds (lower, upper) that are plain numbers, found a distribution",
                    "expected a lower bound below the upper bound, found 0.8 and 0.2",
                }
            )
        );
    }

    [Test]
    public void An_unknown_kind_is_named() =>
        Assert.That(
            () => Simulated.Kinds.KindOf(Factors.Of("x", "brown")),
            Throws.ArgumentException.With.Message.Contains("'x' is of unknown kind 'brown'")
        );

    [Test]
    public void A_missing_parameter_is_named() =>
        Assert.That(
            () => Factors.Fixed("x", 1).Parameter("volatility"),
            Throws.ArgumentException.With.Message.Contains("'x' of kind 'fixed' has no parameter 'volatility'")
        );
}
