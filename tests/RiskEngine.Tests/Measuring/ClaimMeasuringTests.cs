using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>Claims, predictions and indicators, held against what is known of small scenarios.</summary>
public sealed class ClaimMeasuringTests
{
    private static readonly RiskResults results = Attributed.Results;
    private static readonly AttributionResults found = Attributed.Found;

    [Test]
    public void A_false_claim_takes_out_all_that_rests_on_it()
    {
        // The one claim of the small scenario carries both recommendations: without it following all is as held.
        var claim = found.Claims.Single();
        var following = claim
            .Effects.First(e => e.Portfolio.Id.Value == "p" && e.Variant.Kind == VariantKind.FollowingAll)
            .Change.Mean.Value;
        var held = claim.Effects.First(e => e.Portfolio.Id.Value == "p" && e.Variant.Kind == VariantKind.AsHeld).Change;
        var (all, none) = (
            results.Base.Portfolios[0].FollowingAll.Horizons[1].Profits,
            results.Base.Portfolios[0].AsHeld.Horizons[1].Profits
        );
        var expected = 0.0;
        for (var k = 0; k < claim.Paths; k++)
            expected += ((double)none.Span[k] - all.Span[k]) / claim.Paths;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(following, Is.EqualTo(expected).Within(1e-6));
            Assert.That(held.Mean, Is.EqualTo(Estimate.Exact(0)));
            Assert.That(
                claim.Uses.Select(u => u.Kind),
                Is.EqualTo(
                    new[] { ClaimUseKind.Recommendation, ClaimUseKind.Recommendation, ClaimUseKind.Prediction, ClaimUseKind.Indicator }
                )
            );
        }
    }

    [Test]
    public void A_forecast_that_is_false_does_not_come_while_prices_expect_it()
    {
        // A market said to double in a year, fully priced in, moves a share one for one: if it stays, the share loses half of its mean
        // value.
        var forecast = SmallScenario
            .New()
            .With(Factors.Forecast("f", 0.1, Parameter.Of(1), (SmallScenario.AsOf, 1), (SmallScenario.After("1y"), 2)))
            .With(Instruments.Equity("a", 0.2, ("f", 1)))
            .Hold("p", ("a", 1))
            .Build(2000);
        var said = forecast with
        {
            Ledger =
            [
                new Assumption(
                    "factors",
                    "f",
                    "path",
                    "1, 2",
                    new FromArticle(ScenarioBuilder.ThesisId, ScenarioBuilder.Claim.Claim),
                    "theses/thesis.yaml",
                    1
                ),
            ],
        };
        var claim = Runs.Engine.Run(said, new RunOptions { Threads = 2 }).Attribution!.Claims.Single();
        Assert.That(claim.Uses.Single().Kind, Is.EqualTo(ClaimUseKind.Forecast));
        Assert.That(claim.Effects.Single().Change.Mean.Value, Is.EqualTo(-0.5).Within(4 * 0.2 / Math.Sqrt(2000)));
    }

    [Test]
    public void A_prediction_s_last_point_in_time_is_its_probability()
    {
        var timing = found.PredictionTimings.Single();
        Assert.That(timing.Dates[^1], Is.EqualTo(SmallScenario.After("1y")));
        Assert.That(timing.Probabilities[^1], Is.EqualTo(results.Base.Predictions.Single().Probability));
        Assert.That(timing.Probabilities[0].Value, Is.Zero, "the factor starts at the level, and the level itself does not count");
    }

    [Test]
    public void An_indicator_tells_the_more_the_further_its_two_sides_differ()
    {
        var information = found.Indicators.Single();
        var (most, named) = (information.Readings[0], information.Readings[1]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(information.Judged.Single().Id.Value, Is.EqualTo("rises"));
            Assert.That(named.Level, Is.EqualTo(1.05));
            Assert.That(named.Kind, Is.EqualTo(ReadingKind.Confirms));
            Assert.That(
                most.Above.ThesisTrue.Value - most.Below.ThesisTrue.Value,
                Is.GreaterThanOrEqualTo(named.Above.ThesisTrue.Value - named.Below.ThesisTrue.Value - 1e-9)
            );
            Assert.That(most.Above.Probability.Value + most.Below.Probability.Value, Is.EqualTo(1).Within(1e-9));
            foreach (var reading in information.Readings)
            {
                var total =
                    (reading.Above.Probability.Value * reading.Above.Profits[0].AsHeld.Value)
                    + (reading.Below.Probability.Value * reading.Below.Profits[0].AsHeld.Value);
                Assert.That(
                    total,
                    Is.EqualTo(results.Base.Portfolios[0].AsHeld.Horizons[0].Measures.Mean.Value).Within(1e-6),
                    "law of total expectation, at the horizon of the indicator's date"
                );
            }
        }
    }
}
