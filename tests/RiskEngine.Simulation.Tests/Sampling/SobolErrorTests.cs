using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Sampling;

/// <summary>Sobol's points make expected shortfall surer, and change no law: the shortfall is that of independent paths.</summary>
public sealed class SobolErrorTests
{
    private const int Paths = 65_536;
    private const int Replicates = 16;

    // Ten lognormals in equal parts: to first order a function of the portfolio's own dimension.
    [Test]
    public void Of_a_basket_without_events_by_far()
    {
        var basket = SmallScenario.New().Until("1y", "3y");
        for (var i = 0; i < 10; i++)
        {
            basket = basket.With(Factors.Brownian($"f{i}", 0.2 + 0.02 * i)).With(Instruments.Equity($"a{i}", 0.2 + 0.02 * i, ($"f{i}", 1)));
            for (var j = 0; j < i; j++)
                basket = basket.Correlate($"f{i}", $"f{j}", 0.5);
        }

        RequireSurer(basket.Hold("p", [.. Enumerable.Range(0, 10).Select(i => ($"a{i}", 0.1))]), times: 10);
    }

    // An occurrence at a random date, after which one more normal is shared by the factors and all of them move more.
    [Test]
    public void Of_a_portfolio_whose_factors_an_event_couples() =>
        RequireSurer(
            SmallScenario
                .New()
                .Until("3m", "1y", "3y")
                .With(Factors.Brownian("m", 0.2), Factors.Brownian("s", 0.3))
                .Correlate("m", "s", 0.2)
                .With(Instruments.Equity("a", 0.5, ("m", 1.2), ("s", 0.8)), Instruments.Equity("b", 0.25, ("m", 0.9)))
                .With(
                    Events.Of(
                        "bust",
                        0.2,
                        "0d",
                        "2y",
                        Effects.Hits(new Uniform(-0.3, -0.1), "a"),
                        Effects.Shifts(EffectChannel.Volatility, 0.5, "m", "s").Recovering("6m"),
                        Effects.Shifts(EffectChannel.Correlation, 0.4, "m", "s").Recovering("1y")
                    )
                )
                .Hold("p", ("a", 60), ("b", 40))
                .Hold("q", ("b", 1)),
            times: 6
        );

    // Two portfolios of one factor and own risks: a coordinate of theirs is an instrument's own normal, and two effects of an event couple
    // what it moves.
    [Test]
    public void Of_portfolios_that_are_more_than_factors() =>
        RequireSurer(
            SmallScenario
                .New()
                .Until("3m", "1y", "3y")
                .With(Factors.Brownian("m", 0.2))
                .With(Instruments.Equity("a", 0.4, ("m", 1.2)), Instruments.Equity("b", 0.5, ("m", 0.5)))
                .With(
                    Events.Of(
                        "bust",
                        0.5,
                        "0d",
                        "2y",
                        Effects.Shifts(EffectChannel.Volatility, 0.8, "m"),
                        Effects.Shifts(EffectChannel.Correlation, 0.3, "m"),
                        Effects.Shifts(EffectChannel.Correlation, 0.4, "m")
                    )
                )
                .Hold("p", ("a", 1))
                .Hold("q", ("b", 1)),
            times: 4
        );

    // Half of the time it is sold before the horizon, at a random date that ends its own moves; or it fails before.
    [Test]
    public void Of_a_portfolio_whose_company_is_sold() =>
        RequireSurer(
            SmallScenario
                .New()
                .Until("3m", "1y", "3y")
                .With(Factors.Brownian("m", 0.2))
                .With(
                    Instruments.Equity("a", 0.4, ("m", 1.2)),
                    Instruments.Private("c", 0.8, [Instruments.Exit(ExitRoute.Failure, 0.1, 0.1)], ("m", 1))
                )
                .With(Events.Of("deal", 0.75, "0d", "2y").Ending("c", ExitRoute.Sale, 1.2))
                .Hold("p", ("a", 60), ("c", 40)),
            times: 2
        );

    private static void RequireSurer(ScenarioBuilder small, double times)
    {
        var (pseudo, pseudoError) = Shortfall(small, SamplingMethod.Pseudo);
        var (sobol, sobolError) = Shortfall(small, SamplingMethod.Sobol);
        Assert.That(sobol, Is.EqualTo(pseudo).Within(4 * Math.Sqrt(pseudoError * pseudoError + sobolError * sobolError)));
        Assert.That(pseudoError / sobolError, Is.GreaterThan(times));
    }

    /// <summary>
    /// The mean of the replicates' ES 95% at the headline horizon, and its error by their spread; groups of independent paths stand for
    /// replicates of them.
    /// </summary>
    private static (double Value, double Error) Shortfall(ScenarioBuilder small, SamplingMethod method)
    {
        var built = small.Build(Paths, 11);
        var scenario = built with { Simulation = built.Simulation with { Sampling = method } };
        var outcomes = new PathSimulator(new Planner(scenario, Simulated.Kinds, 11), Paths, 2).Simulate(
            new SimulatedCase(scenario.Base),
            new OutcomeSelection(VariantSelection.Headline),
            null,
            CancellationToken.None
        );
        var profits = outcomes.Cube.Profits(new(0), VariantSet.AsHeld, scenario.HeadlineHorizonIndex);
        var values = profits.Chunk(Paths / Replicates).Select(c => -c.Order().Take(c.Length / 20).Average(x => (double)x)).ToArray();
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (Replicates - 1) / Replicates));
    }
}
