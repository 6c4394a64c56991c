using RiskEngine.Abstractions.Measures;
using RiskEngine.Loading;
using RiskEngine.Results;
using RiskEngine.Uncertainty;

namespace RiskEngine.Tests.Uncertainty;

/// <summary>
/// A fund that is the market, and advice to turn a tenth of it into cash: what following it earns is known whatever the premium is said to
/// be, and turns its sign with that of the premium.
/// </summary>
public sealed class ReadingStudyTests
{
    private const double Rate = AdviceToCash.Rate;
    private const double Premium = AdviceToCash.Premium;

    private static readonly IReadOnlyList<ReadingResult> results = Study(1);

    [Test]
    public void The_decision_is_run_under_both_statements()
    {
        var decision = results.Single(r => r.Path == "checks.premium").Decisions.Single();
        using (Assert.EnterMultipleScope())
        {
            IsAbout(decision.Stands.Effect.Mean, 0.1 * (Math.Exp(Rate) - Math.Exp(Rate + Premium)));
            IsAbout(decision.Otherwise.Effect.Mean, 0.1 * (Math.Exp(Rate) - Math.Exp(Rate - Premium)));
            Assert.That(decision.Otherwise.Effect.Mean.Value, Is.GreaterThan(0));
            IsAbout(decision.Otherwise.Held[MeasureKinds.Mean], Math.Exp(Rate - Premium) - 1);
        }
    }

    [Test]
    public void The_decision_is_run_under_each_reading_of_a_recommendation()
    {
        var decision = results.Single(r => r.Path == "recommendations.cash.readings.0").Decisions.Single();

        IsAbout(decision.Otherwise.Effect.Mean, 0.5 * (Math.Exp(Rate) - Math.Exp(Rate + Premium)));
        Assert.That(results.Select(r => r.Path), Has.No.Member("checks.words"));
    }

    /// <summary>All of the fund turned into cash earns the rate, whatever the paths.</summary>
    [Test]
    public void Readings_of_one_recommendation_are_run_one_by_one()
    {
        var decision = results.Single(r => r.Path == "recommendations.cash.readings.1").Decisions.Single();

        Assert.That(
            decision.Otherwise.Effect.Mean.Value + decision.Otherwise.Held[MeasureKinds.Mean].Value,
            Is.EqualTo(Math.Exp(Rate) - 1).Within(1e-5)
        );
    }

    [Test]
    public void Any_number_of_threads_gives_the_same_bits() =>
        Assert.That(
            Study(3).SelectMany(r => r.Decisions).Select(d => d.Otherwise.Effect),
            Is.EqualTo(results.SelectMany(r => r.Decisions).Select(d => d.Otherwise.Effect))
        );

    private static void IsAbout(Estimate found, double expected) =>
        Assert.That(found.Value, Is.EqualTo(expected).Within(4 * found.StandardError));

    private static IReadOnlyList<ReadingResult> Study(int threads)
    {
        var read = ScenarioReader.Read(Source(), AdviceToCash.Reading);
        Assert.That(read.Errors.Select(e => $"{e}"), Is.Empty);
        var run = new Engine().Run(read.Scenario!, new RunOptions { MeasuresOnly = true });
        return ReadingStudy.Of(run, AdviceToCash.Reading.Kinds, threads);
    }

    private static ScenarioSource Source() =>
        AdviceToCash.Source(
            AdviceToCash.Recommendation("cash", "[{ because: half, weight: 0.3, size: 0.5 }, { because: all, weight: 0.3, size: 1 }]"),
            checks: """
            checks:
              premium: { says: It falls, claims: sell, set: { factors.market.premium: -0.3 } }
              words: { says: Words only, claims: sell }
            """
        );
}
