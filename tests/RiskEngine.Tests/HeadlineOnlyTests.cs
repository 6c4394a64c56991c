using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Testing;

namespace RiskEngine.Tests;

/// <summary>A run of the headline alone leaves variants and drawdowns out, and changes no figure that is there.</summary>
public sealed class HeadlineOnlyTests
{
    private static readonly RunOptions measured = new() { Paths = 2048, MeasuresOnly = true };

    private static readonly Scenario scenario = SmallScenario
        .New()
        .Until("3m", "1y")
        .With(Factors.Brownian("m", 0.2, 0.05))
        .With(Instruments.Equity("a", 0.4, ("m", 1.2)), Instruments.Equity("b", 0.3, ("m", 1)), Instruments.Cash("cash"))
        .Hold("p", ("a", 60), ("cash", 40))
        .Hold("q", ("b", 1))
        .With(Events.Of("shock", 0.3, "0d", "1y", Effects.Hits(-0.3, "a")))
        .With(Advice.Buy("buy", 0.1, "1m", "6m", ("b", 1)), Advice.Reduce("sell", 0.5, "0d", "2y", "a"))
        .Predict("up", "18m", new FactorCondition(new("m"), Side.Above, 1.1))
        .Watch("m", "9m", confirms: new Threshold(Side.Above, 1.05))
        .Build(2048, 7);

    [TestCase(SamplingMethod.Pseudo)]
    [TestCase(SamplingMethod.Sobol)]
    public void Figures_that_are_there_are_the_same_bits(SamplingMethod sampling)
    {
        var all = new Engine().Run(scenario, measured with { Sampling = sampling }).Rows().ToDictionary(Key, r => r);
        var headline = new Engine()
            .Run(scenario, measured with { Sampling = sampling, HeadlineOnly = true, Drawdowns = false })
            .Rows()
            .ToList();

        Assert.That(headline.Select(r => r.Variant).Distinct(), Is.EquivalentTo(new[] { "as-held", "all" }));
        foreach (var row in headline)
        {
            var isDrawdown = row.Measure is "drawdown-mean" or "drawdown-q95" or "cdar95";
            if (isDrawdown)
                Assert.That(row.Value, Is.NaN);
            else
                Assert.That(row, Is.EqualTo(all[Key(row)]));
        }
    }

    [Test]
    public void With_drawdowns_these_are_the_same_bits_too()
    {
        var all = new Engine().Run(scenario, measured).Rows().ToDictionary(Key, r => r);

        foreach (var row in new Engine().Run(scenario, measured with { HeadlineOnly = true }).Rows())
            Assert.That(row, Is.EqualTo(all[Key(row)]));
    }

    [Test]
    public void What_attribution_needs_cannot_be_left_out()
    {
        Assert.That(() => new Engine().Prepare(scenario, new RunOptions { HeadlineOnly = true }), Throws.ArgumentException);
        Assert.That(() => new Engine().Prepare(scenario, measured with { Drawdowns = false }), Throws.ArgumentException);
    }

    private static string Key(Results.FigureRow row) => $"{row.Portfolio}|{row.Variant}|{row.Case}|{row.Horizon}|{row.Measure}";
}
