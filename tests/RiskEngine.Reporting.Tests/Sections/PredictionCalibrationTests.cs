using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Sections;

internal sealed class PredictionCalibrationTests
{
    [Test]
    public void A_prediction_stands_beside_the_certainty_it_is_stated_with_and_the_scores_to_expect()
    {
        var results = SampleResults.Make();
        results = results with { Views = null, Cases = [results.Cases[0] with { Predictions = [results.Cases[0].Predictions[0]] }] };
        var figure = ReportBuilder
            .Build(results, SampleResults.Run)
            .Sections.Single(s => s.Id == "predictions")
            .Blocks.OfType<Figure>()
            .First();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                ((ProbabilitiesChart)figure.Chart).Items.Single().Dots.Select(d => d!.Value),
                Is.EqualTo(new[] { 0.41, 1 }).Within(1e-12)
            );
            Assert.That(figure.Title!.English, Is.EqualTo("Of 1 prediction stated as certain, the engine expects 0.4 to come true"));
            // Brier (1950) in expectation: 1 - 0.41, and 0.41 x 0.59.
            Assert.That(figure.Caption.English, Does.Contain("0.59 for certainty, 0.24 for its probabilities"));
        }
    }

    [Test]
    public void The_probabilities_under_the_views_stand_between_them()
    {
        var figure = ReportBuilder
            .Build(SampleResults.Make(), SampleResults.Run)
            .Sections.Single(s => s.Id == "predictions")
            .Blocks.OfType<Figure>()
            .First();

        Assert.That(
            ((ProbabilitiesChart)figure.Chart).Series.Select(s => s.English),
            Is.EqualTo(new[] { "The engine's probability", "If the scenario's views hold", "As stated" })
        );
    }
}
