using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>Measures of a lognormal portfolio by way of the whole engine, against closed forms within four of their own errors.</summary>
public sealed class PortfolioMeasuringTests
{
    private const double M = 0.03 + 0.05 - 0.09 / 2;
    private const double S = 0.3;
    private RiskResults run = null!;
    private MeasureSet measures = null!;

    [OneTimeSetUp]
    public void Run()
    {
        run = Runs.Of(
            SmallScenario
                .New()
                .RiskFree(0.03)
                .With(Factors.Brownian("m", 0.2, 0.05))
                .With(Instruments.Equity("a", S, ("m", 1)), Instruments.Cash("cash"))
                .Hold("p", ("a", 3))
                .With(Advice.Buy("hedge", 0.5, "0d", "2y", ("cash", 1)) with { Cost = 0.01 })
        );
        measures = run.Base.AsHeld().Measures;
    }

    [TestCase("var95", 0.05)]
    [TestCase("var99", 0.01)]
    public void Value_at_risk_is_that_of_a_lognormal(string measure, double tail) =>
        Runs.AssertWithinFourErrors(measures[MeasureKinds.Find(measure)!], 1 - Math.Exp(M + S * Normal.InvCDF(0, 1, tail)));

    [TestCase("es95", 0.05)]
    [TestCase("es99", 0.01)]
    public void Expected_shortfall_is_that_of_a_lognormal(string measure, double tail) =>
        Runs.AssertWithinFourErrors(
            measures[MeasureKinds.Find(measure)!],
            1 - Math.Exp(M + S * S / 2) * Normal.CDF(0, 1, Normal.InvCDF(0, 1, tail) - S) / tail
        );

    [Test]
    public void Mean_and_deviation_are_those_of_a_lognormal()
    {
        Runs.AssertWithinFourErrors(measures.Mean, Math.Exp(0.08) - 1);
        Runs.AssertWithinFourErrors(measures.StandardDeviation, Math.Exp(0.08) * Math.Sqrt(Math.Exp(S * S) - 1));
    }

    [Test]
    public void Probabilities_are_those_of_a_lognormal()
    {
        Runs.AssertWithinFourErrors(measures.LossProbability, Normal.CDF(M, S, 0));
        Runs.AssertWithinFourErrors(
            measures[MeasureKinds.LargeLossProbability],
            Normal.CDF(M, S, Math.Log(0.8)),
            "a loss of more than a fifth"
        );
    }

    [Test]
    public void Half_in_cash_is_a_paired_difference()
    {
        // Half is turned into cash at a cost of 1%: 0.5 x 0.99 e^r instead of half of the shares.
        var effect = run.Base.Portfolios[0].RecommendationEffects.Single();
        Runs.AssertWithinFourErrors(effect.Alone.Mean, 0.5 * 0.99 * Math.Exp(0.03) - 0.5 * Math.Exp(0.08));
        Assert.That(effect.Last, Is.EqualTo(effect.Alone), "with one recommendation both are the same");
        Runs.AssertWithinFourErrors(
            effect.Alone.Es95,
            -0.5 * measures.Es95.Value - 0.5 * (0.99 * Math.Exp(0.03) - 1),
            "half of the loss goes, cash comes"
        );
    }

    [Test]
    public void Beating_the_unchanged_portfolio_is_the_share_of_paths_that_do()
    {
        // Cash wins where the share ends below 0.99 e^r.
        Runs.AssertWithinFourErrors(
            run.Base.All().Measures[MeasureKinds.BeatUnchangedProbability],
            Normal.CDF(M, S, Math.Log(0.99) + 0.03)
        );
        Assert.That(measures[MeasureKinds.BeatUnchangedProbability].IsAvailable, Is.False);
    }

    [Test]
    public void The_fan_s_quantiles_are_those_of_a_lognormal_on_every_date()
    {
        var fan = run.Base.Portfolios[0].AsHeld.Fan!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(fan.Dates, Has.Count.EqualTo(13));
            for (var d = 1; d < 13; d++)
            {
                var t = (fan.Dates[d].DayNumber - fan.Dates[0].DayNumber) / 365.0;
                foreach (
                    var (p, quantiles) in ((double, IReadOnlyList<double>)[])
                        [(0.05, fan.Q05), (0.25, fan.Q25), (0.5, fan.Median), (0.75, fan.Q75), (0.95, fan.Q95)]
                )
                {
                    // Log quantile error: sqrt(p (1 - p) / n) / density, of 8,192 paths.
                    var z = Normal.InvCDF(0, 1, p);
                    var error = S * Math.Sqrt(t) * Sample.ShareError(p, 8192) / Normal.PDF(0, 1, z);
                    Assert.That(Math.Log(quantiles[d]), Is.EqualTo(M * t + S * Math.Sqrt(t) * z).Within(4 * error), $"{p} on date {d}");
                }
            }
        }
    }
}
