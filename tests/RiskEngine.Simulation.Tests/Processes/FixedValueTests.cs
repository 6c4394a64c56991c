using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>A fixed value stays; an unknown one is drawn once a path.</summary>
public sealed class FixedValueTests
{
    private static readonly Parameter unknown = new Triangular(1, 2, 6);
    private Simulated simulated = null!;

    [OneTimeSetUp]
    public void Simulate() =>
        simulated = Simulated.Of(
            SmallScenario
                .New()
                .With(Factors.Fixed("known", -2.5), Factors.Fixed("unknown", unknown))
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch("known", "1y")
                .Watch("unknown", "1m")
                .Watch("unknown", "1y")
        );

    [Test]
    public void A_number_stays_what_it_is() => Assert.That(simulated.Watched("known", "1y"), Is.All.EqualTo(-2.5f));

    [Test]
    public void An_unknown_one_is_the_same_on_every_date_of_a_path() =>
        Assert.That(simulated.Watched("unknown", "1y"), Is.EqualTo(simulated.Watched("unknown", "1m")));

    [Test]
    public void An_unknown_one_has_the_moments_of_its_distribution()
    {
        var sample = Sample.Of(simulated.Watched("unknown", "1y"));
        Within.FourErrorsOfMean(sample, unknown.Mean);
        Within.FourErrorsOfVariance(sample, unknown.StandardDeviation * unknown.StandardDeviation);
    }
}
