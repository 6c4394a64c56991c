using RiskEngine.Abstractions.Building;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Processes;

/// <summary>What a process draws beside its normal is addressed by name, path and date like everything else.</summary>
public sealed class ExtraDrawsTests
{
    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .With(
            Factors.Heston("h", 0.04, 0.04, 1, 0.5, -0.5),
            Factors.Jumping("j", 0.2, 2, -0.1, 0.1),
            Factors.SquareRoot("r", 0.1, 2, 0.03, 0.04)
        )
        .With(Instruments.Equity("all", 0.8, ("h", 1), ("j", 1), ("r", -5)))
        .Hold("p", ("all", 1));

    private readonly float[] plain = Simulated.Of(small, 3000, threads: 1).Values("all");

    [Test]
    public void The_number_of_threads_changes_nothing() =>
        Assert.That(Simulated.Of(small, 3000, threads: 7).Values("all"), Is.EqualTo(plain));

    [Test]
    public void A_further_factor_changes_nothing() =>
        Assert.That(
            Simulated
                .Of(small.With(Factors.Heston("other", 0.04, 0.04, 1, 0.5, -0.5), Factors.Jumping("another", 0.2, 2, 0, 0.1)), 3000)
                .Values("all"),
            Is.EqualTo(plain)
        );

    [Test]
    public void More_paths_begin_with_the_same_ones() => Assert.That(Simulated.Of(small, 4000).Values("all").Take(3000), Is.EqualTo(plain));

    [Test]
    public void Two_factors_of_one_kind_draw_for_themselves()
    {
        var two = Simulated.Of(
            SmallScenario
                .New()
                .With(Factors.Jumping("a", 0, 3, 0, 0.1), Factors.Jumping("b", 0, 3, 0, 0.1))
                .With(Instruments.Cash("cash"))
                .Hold("p", ("cash", 1))
                .Watch("a", "1y")
                .Watch("b", "1y"),
            50_000
        );
        double[] Logs(string factor) => [.. two.Watched(factor, "1y").Select(x => Math.Log(x))];
        Within.FourErrorsOfMean(Sample.OfProducts(Logs("a"), Logs("b")), 0, "covariance");
    }
}
