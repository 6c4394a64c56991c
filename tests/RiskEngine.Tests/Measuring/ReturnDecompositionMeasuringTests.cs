using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>What is expected of an instrument: the parts by closed form, and their sum against the simulated figure.</summary>
public sealed class ReturnDecompositionMeasuringTests
{
    private IReadOnlyList<ReturnDecomposition> decompositions = [];

    [OneTimeSetUp]
    public void Run() =>
        decompositions = Runs.Engine.Explain(
            SmallScenario
                .New()
                .Until("6m", "1y")
                .RiskFree(0.03)
                .With(
                    Factors.Brownian("m", 0.2, premium: 0.05),
                    Factors.Forecast("demand", 0.15, Parameter.Of(0.9), (SmallScenario.AsOf, 100), (SmallScenario.After("1y"), 150)) with
                    {
                        PricedIn = 0.7,
                    }
                )
                .With(
                    Instruments.Equity("a", 0.4, ("m", 1.2), ("demand", 0.5)),
                    Instruments.Equity("hit", 0.3, ("m", 1)),
                    Instruments.Private("company", 0.5, [Instruments.Exit(ExitRoute.Sale, 0.7, 0.8)]),
                    Instruments.Private("doomed", 0.5, [Instruments.Exit(ExitRoute.Failure, 0.7, 0)]),
                    Instruments.Cash("cash")
                )
                .Hold("p", ("a", 1))
                .With(Events.Of("shock", 0.4, "0d", "1y", Effects.Hits(-0.25, "hit")))
                .Build(),
            new RunOptions { Paths = 200_000, Threads = 2 }
        );

    [Test]
    public void The_parts_add_up_to_what_is_expected([Values("a", "hit", "company", "doomed", "cash")] string instrument)
    {
        var decomposition = Of(instrument);
        Assert.That(decomposition.Rest, Is.Zero.Within(4 * decomposition.Expected.StandardError + 1e-6));
    }

    [Test]
    public void Premium_and_what_is_not_priced_in_are_exposures_times_factors()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of("a").RiskFree, Is.EqualTo(0.03));
            Assert.That(Of("a").Premium, Is.EqualTo(1.2 * 0.05).Within(1e-12));
            Assert.That(Of("a").NotPricedIn, Is.EqualTo(0.5 * (0.9 - 0.7) * Math.Log(1.5)).Within(1e-12));
            Assert.That(Of("hit").NotPricedIn, Is.Zero.Within(1e-12));
        }
    }

    // On average 1 - 0.4 x 0.25; a sale by a multiple of 0.8 on 1 - e^-0.7 of the paths.
    [TestCase("hit", 0.9)]
    [TestCase("company", 1 - 0.2 * 0.503414696)]
    [TestCase("doomed", 1 - 0.503414696)]
    public void Events_take_what_they_take_on_average(string instrument, double left)
    {
        var events = Of(instrument).Events;
        Runs.AssertWithinFourErrors(events, Math.Log(left));
        Assert.That(
            Of(instrument).Expected.Value,
            Is.EqualTo(0.03 + Of(instrument).Premium + Math.Log(left)).Within(4 * Of(instrument).Expected.StandardError)
        );
    }

    [Test]
    public void Where_nothing_is_left_on_any_path_there_is_no_expected_return()
    {
        // It fails on all paths but e^-400 of them.
        var lost = Runs.Engine.Explain(
            SmallScenario
                .New()
                .With(Instruments.Private("lost", 0.5, [Instruments.Exit(ExitRoute.Failure, 400, 0)]))
                .Hold("p", ("lost", 1))
                .Build(),
            new RunOptions { Paths = 1_000, Threads = 2 }
        )[0];
        Assert.That(
            (lost.Expected.IsAvailable, lost.Events.IsAvailable, lost.SimulatedVolatility.IsAvailable),
            Is.EqualTo((false, false, false))
        );
    }

    [Test]
    public void Events_that_do_not_touch_it_take_nothing() =>
        Assert.That((Of("a").Events.Value, Of("a").Events.StandardError), Is.EqualTo((0.0, 0.0)));

    [Test]
    public void Volatility_is_simulated_as_given_and_more_with_events()
    {
        using (Assert.EnterMultipleScope())
        {
            Runs.AssertWithinFourErrors(Of("a").SimulatedVolatility, 0.4);
            // Var = 0.3^2 + 0.4 x 0.6 (ln 0.75)^2: the occurrence is independent of the rest.
            Runs.AssertWithinFourErrors(Of("hit").SimulatedVolatility, Math.Sqrt(0.09 + 0.24 * Math.Pow(Math.Log(0.75), 2)));
            Assert.That(Of("doomed").SimulatedVolatility.IsAvailable, Is.False, "a total loss has no logarithm");
            Assert.That(Of("hit").OwnVolatility, Is.EqualTo(Math.Sqrt(0.05)).Within(1e-12));
        }
    }

    private ReturnDecomposition Of(string instrument) => decompositions.Single(o => o.Instrument.Id.Value == instrument);
}
