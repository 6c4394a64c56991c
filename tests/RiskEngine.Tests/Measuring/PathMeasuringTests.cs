using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>What whole paths tell of portfolios, and what pairs of instruments have in common in their tails.</summary>
public sealed class PathMeasuringTests
{
    private static readonly RiskResults results = Runs.Of(
        SmallScenario
            .New()
            .Until("3m", "1y")
            .RiskFree(0.03)
            .With(Factors.Brownian("m", 0.2, premium: 0.05))
            .With(Instruments.Equity("a", 0.2, ("m", 1)), Instruments.Equity("b", 0.4, ("m", 2)), Instruments.Equity("c", 0.3))
            .With(Instruments.Cash("cash"))
            .Hold("p", ("a", 0.5), ("b", 0.3), ("c", 0.2))
            .Hold("safe", ("cash", 1)),
        20_000
    );

    [Test]
    public void Indices_lie_below_the_mean_of_the_worst_drawdowns()
    {
        var held = results.Base.Portfolios[0].AsHeld;
        var (pain, ulcer) = (held.Paths[PathKinds.PainIndex], held.Paths[PathKinds.UlcerIndex]);
        Assert.That(pain.Value, Is.InRange(0.01, ulcer.Value));
        Assert.That(ulcer.Value, Is.LessThan(held.Horizons[1].Measures[MeasureKinds.DrawdownMean].Value));
        Assert.That(held.Paths.Keys, Is.EquivalentTo(PathKinds.All));
        Assert.That(held.Paths.Values.Select(e => e.HasError), Is.All.True);
        Assert.That(held.Paths[PathKinds.Calmar].Value, Is.GreaterThan(held.Paths[PathKinds.Sterling].Value));
    }

    // Cash never falls: its yearly return by the tenth of Sterling's ratio is all there is.
    [Test]
    public void Cash_has_no_falls()
    {
        var safe = results.Base.Portfolios[1].AsHeld.Paths;
        Assert.That(safe[PathKinds.PainIndex].Value, Is.Zero);
        Assert.That(safe[PathKinds.Calmar], Is.EqualTo(Estimate.NotAvailable));
        Assert.That(safe[PathKinds.Burke], Is.EqualTo(Estimate.NotAvailable));
        Assert.That(safe[PathKinds.Sterling].Value, Is.EqualTo((Math.Exp(0.03) - 1) / 0.1).Within(1e-5));
    }

    // a and b move as one, c by itself: always, and by chance.
    [Test]
    public void Tails_meet_as_the_instruments_do()
    {
        var pairs = results.Attribution!.TailDependence.ToDictionary(t => (t.First.Id.Value, t.Second.Id.Value));
        Assert.That(pairs.Keys, Is.EquivalentTo(new[] { ("a", "b"), ("a", "c"), ("b", "c") }));
        Assert.That(pairs[("a", "b")].Worst5.Value, Is.EqualTo(1));
        Assert.That(pairs[("a", "b")].Correlation, Is.EqualTo(1).Within(1e-4));
        Runs.AssertWithinFourErrors(pairs[("a", "c")].Worst5, 0.05);
        Runs.AssertWithinFourErrors(pairs[("b", "c")].Worst1, 0.01);
        Assert.That(pairs[("a", "b")].Best5.Value, Is.EqualTo(1));
        Runs.AssertWithinFourErrors(pairs[("a", "c")].Best5, 0.05);
    }

    // The moves of two normal factors meet as two normals of their correlation do: the integral of phi(x) Phi((q - r x) / sqrt(1 - r^2)).
    [Test]
    public void Tails_of_factors_meet_as_their_correlation_says()
    {
        const double Correlation = 0.6;
        var pair = Runs.Of(
                SmallScenario
                    .New()
                    .Until("1y")
                    .With(Factors.Brownian("m", 0.2), Factors.Reverting("n", 0.1, halfLife: 1))
                    .Correlate("m", "n", Correlation)
                    .With(Instruments.Equity("a", 0.3, ("m", 1), ("n", 1)), Instruments.Cash("cash"))
                    .Hold("p", ("a", 1)),
                20_000
            )
            .Attribution!.FactorTailDependence.Single();
        var q = Normal.InvCDF(0, 1, 0.05);
        var both = Integrate.OnClosedInterval(
            x =>
                Normal.PDF(0, 1, x) * Normal.CDF(0, 1, (q - (pair.Correlation * x)) / Math.Sqrt(1 - (pair.Correlation * pair.Correlation))),
            -8,
            q
        );
        Assert.That((pair.First.Id.Value, pair.Second.Id.Value), Is.EqualTo(("m", "n")));
        Assert.That(pair.Correlation, Is.EqualTo(Correlation).Within(0.03)); // the pull-back weighs early shocks less: a little below
        Runs.AssertWithinFourErrors(pair.Worst5, both / 0.05);
        Runs.AssertWithinFourErrors(pair.Best5, both / 0.05);
    }
}
