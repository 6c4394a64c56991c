using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>The tail paths, held against what is known of small scenarios.</summary>
public sealed class ReverseStressMeasuringTests
{
    private static readonly RiskResults results = Attributed.Results;
    private static readonly AttributionResults found = Attributed.Found;

    [Test]
    public void The_worst_hundredth_of_the_paths_has_more_floods_and_a_lower_market()
    {
        var stress = found.ReverseStress[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stress.TailPaths, Is.EqualTo(Attributed.Paths / 100));
            Assert.That(
                stress.Loss,
                Is.EqualTo(results.Base.Portfolios[0].AsHeld.Horizons[1].Measures[MeasureKinds.Var99].Value).Within(1e-6)
            );
            Assert.That(stress.Occurrences.First(h => h.Id == "flood").Ratio.Low, Is.GreaterThan(1.5));
            Assert.That(stress.Moves[0].Factor.Id.Value, Is.EqualTo("m"));
            Assert.That(stress.Moves[0].Deviations.High, Is.LessThan(-1));
            Assert.That(stress.Moves[0].MostLikely, Is.LessThan(-1));
            Assert.That(
                stress.Representative!.Entries[^1].Value - 1,
                Is.LessThanOrEqualTo(1e-6 - stress.Loss),
                "the path ends in such a loss"
            );
            Assert.That(stress.Representative.Entries.Select(e => e.Date), Is.Ordered);
            Assert.That(
                stress.Claims.Select(c => c.Fails),
                Does.Contain(ClaimFailure.PredictionFails).And.Contain(ClaimFailure.AdviceLoses)
            );
        }
    }

    [Test]
    public void A_named_loss_is_looked_at_where_it_is_reached()
    {
        var scenario = Attributed.Small.Build(Attributed.Paths);
        ReverseStressResult Of(double loss) =>
            Runs
                .Engine.Run(
                    scenario with
                    {
                        ReverseStress = new ReverseStress(
                            loss,
                            0.01,
                            new Id<RiskEngine.Abstractions.Time.Horizon>("3m"),
                            HeadlineVariant.FollowingAll
                        ),
                    },
                    new RunOptions { Threads = 2 }
                )
                .Attribution!.ReverseStress[0];
        var (some, never) = (Of(0.2), Of(0.95));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                some.Probability.Value,
                Is.EqualTo(results.Base.Portfolios[0].FollowingAll.Horizons[0].Measures[MeasureKinds.LargeLossProbability].Value)
                    .Within(1e-4)
            );
            Assert.That(some.Variant.Kind, Is.EqualTo(VariantKind.FollowingAll));
            Assert.That(never.TailPaths, Is.Zero);
            Assert.That(never.Moves, Is.Empty);
            Assert.That(never.GaussianDistance, Is.GreaterThan(5));
            Assert.That(never.WorstLoss, Is.LessThan(0.95));
        }
    }

    [Test]
    public void The_most_likely_moves_of_a_lognormal_portfolio_match_the_closed_form()
    {
        // One share, log return 0.75 m + own risk of 0.2: a loss of 40% lies ln(0.6) - mean away, of which the factor takes its share of
        // the variance.
        var scenario = SmallScenario
            .New()
            .With(Factors.Brownian("m", 0.2))
            .With(Instruments.Equity("a", 0.25, ("m", 0.75)))
            .Hold("p", ("a", 1))
            .Build(50_000);
        var stress = Runs
            .Engine.Run(
                scenario with
                {
                    ReverseStress = new ReverseStress(0.4, 0.01, null, HeadlineVariant.AsHeld),
                },
                new RunOptions { Threads = 2 }
            )
            .Attribution!.ReverseStress[0];
        var distance = (0.5 * 0.0625 - -Math.Log(0.6)) / 0.25;
        Assert.That(stress.GaussianDistance, Is.EqualTo(-distance).Within(0.02));
        Assert.That(stress.Moves[0].MostLikely, Is.EqualTo(distance * 0.15 / 0.25).Within(0.02));
        Assert.That(stress.OwnRisk, Is.EqualTo(distance * 0.2 / 0.25).Within(0.02));
    }
}
