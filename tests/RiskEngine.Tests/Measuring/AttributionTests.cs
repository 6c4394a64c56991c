using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Decisions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Results;
using RiskEngine.Testing;

namespace RiskEngine.Tests.Measuring;

/// <summary>Contributions and shared effects, held against what is known of small scenarios.</summary>
public sealed class AttributionTests
{
    private static readonly RiskResults results = Attributed.Results;
    private static readonly AttributionResults found = Attributed.Found;

    [Test]
    public void Every_split_adds_up_to_the_reported_measures()
    {
        foreach (var split in found.Contributions)
        {
            var portfolio = results.Base.Portfolios.First(p => p.Portfolio.Id == split.Portfolio.Id);
            var measures = (split.Variant.Kind == VariantKind.AsHeld ? portfolio.AsHeld : portfolio.FollowingAll).Horizons[1].Measures;
            foreach (var parts in (IReadOnlyList<RiskPart>[])[split.Positions, split.Groups, split.Factors])
            {
                using (Assert.EnterMultipleScope())
                {
                    Assert.That(parts.Sum(p => p.Es95.Value), Is.EqualTo(measures.Es95.Value).Within(2e-6));
                    Assert.That(parts.Sum(p => p.Var95.Value), Is.EqualTo(measures.Var95.Value).Within(2e-6));
                    Assert.That(parts.Sum(p => p.Volatility.Value), Is.EqualTo(split.Total.Volatility).Within(1e-6));
                }
            }
        }
    }

    [Test]
    public void Under_views_the_split_adds_up_to_the_measure_under_the_views()
    {
        var view = new StatedView
        {
            Id = new("dull"),
            Name = LocalText.Same("a earns nothing"),
            Quantity = ViewQuantity.Mean,
            On = ["a"],
            Horizon = new("1y"),
            Bound = ViewBound.Is,
            Target = 0,
        };
        var viewed = Runs.Engine.Run(Attributed.Small.Build(Attributed.Paths) with { Views = [view] }, new RunOptions { Threads = 2 });
        var split = viewed.Attribution!.ContributionsWithViews.First(c =>
            c.Portfolio.Id.Value == "p" && c.Variant.Kind == VariantKind.AsHeld
        );
        var posterior = viewed
            .Views!.Portfolios.First(p => p.Portfolio.Id.Value == "p" && p.Variant.Kind == VariantKind.AsHeld && p.Horizon.Id.Value == "1y")
            .Posterior;
        Assert.That(split.Positions.Sum(p => p.Es95.Value), Is.EqualTo(posterior.Es95.Value).Within(1e-5));
        Assert.That(split.Factors.Sum(p => p.Var95.Value), Is.EqualTo(posterior.Var95.Value).Within(1e-5));
        Assert.That(found.ContributionsWithViews, Is.Empty, "there are no views");
    }

    [Test]
    public void A_position_s_presence_is_what_holding_cash_instead_would_change()
    {
        var only = found.Contributions.First(c => c.Portfolio.Id.Value == "q" && c.Variant.Kind == VariantKind.AsHeld);
        var measures = results.Base.Portfolios[1].AsHeld.Horizons[1].Measures;
        var cash = Math.Exp(0.03 * results.Scenario.Horizons[1].Years) - 1;
        Assert.That(only.Positions.Single().Presence!.Mean.Value, Is.EqualTo(measures.Mean.Value - cash).Within(1e-6));
        Assert.That(only.Positions.Single().Presence!.Es95.Value, Is.EqualTo(measures.Es95.Value + cash).Within(1e-6));
        Assert.That(only.Positions.Single().MarginalEs95, Is.EqualTo(measures.Es95.Value).Within(1e-6));
    }

    [Test]
    public void The_shares_of_the_risks_add_up_to_the_case_without_any()
    {
        var quiet = Runs.Of((SmallScenario.New() with { Model = Attributed.Small.Model with { Risks = [] } }).Until("3m", "1y"), 8192)
            .Base.Portfolios[0]
            .AsHeld.Horizons[1]
            .Profits;
        var with = results.Base.Portfolios[0].AsHeld.Horizons[1].Profits[..8192];
        var all = 0.0;
        for (var k = 0; k < 8192; k++)
            all += ((double)with.Span[k] - quiet.Span[k]) / 8192;
        var shared = found.Shapley.First(s =>
            s.Over == ShapleyOver.Risks && s.Portfolio.Id.Value == "p" && s.Variant.Kind == VariantKind.AsHeld
        );
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shared.Shares.Sum(s => s.Share.Mean.Value), Is.EqualTo(all).Within(1e-6));
            Assert.That(shared.Shares.Select(s => s.Id), Is.EqualTo(new[] { "flood", "fire" }));
            Assert.That(shared.Paths, Is.EqualTo(8192));

            // Two falls multiply: what both take from a together is less than the sum of what each takes.
            Assert.That(shared.Pairs.Single().Mean.Low, Is.GreaterThan(0));
        }
    }

    [Test]
    public void The_shares_of_many_risks_come_from_random_orders_and_still_add_up()
    {
        var names = Enumerable.Range(0, 11).Select(n => $"risk-{n}").ToArray();
        var many = SmallScenario
            .New()
            .Until("2m")
            .With(Instruments.Equity("a", 0.2))
            .Hold("p", ("a", 1))
            .With([.. names.Select((n, at) => Events.Of(n, 0.3, "0d", "2m", Effects.Hits(-0.01 * (at + 1), "a")))]);
        var simulated = Runs.Of(many, 1000);
        var quiet = Runs.Of(many with { Model = many.Model with { Risks = [] } }, 1000);
        var shared = simulated.Attribution!.Shapley.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(shared.IsExact, Is.False);
            Assert.That(shared.Pairs, Is.Empty);
            Assert.That(
                shared.Shares.Sum(s => s.Share.Mean.Value),
                Is.EqualTo(simulated.Base.AsHeld().Measures.Mean.Value - quiet.Base.AsHeld().Measures.Mean.Value).Within(1e-6)
            );

            // Falls multiply, so each share is a little less than probability times size.
            Assert.That(shared.Shares[10].Share.Mean.Value, Is.EqualTo(-0.3 * 0.11).Within(0.01));
            Assert.That(shared.Shares[10].Share.Mean.Value, Is.LessThan(shared.Shares[0].Share.Mean.Value));
        }
    }

    [Test]
    public void The_shares_of_advice_in_the_mean_are_what_each_does_alone()
    {
        // Gains of overlays add, so the mean's Shapley value is the effect alone (on as many paths).
        var shared = found.Shapley.First(s => s.Over == ShapleyOver.Recommendations && s.Portfolio.Id.Value == "p");
        var alone = results.Base.Portfolios[0].RecommendationEffects.Where(e => e.Horizon.Id.Value == "1y").ToArray();
        Assert.That(shared.Shares.Select(s => s.Share.Mean.Value), Is.EqualTo(alone.Select(e => e.Alone.Mean.Value)).Within(1e-7));
        Assert.That(shared.Pairs.Single().Mean.Value, Is.Zero.Within(1e-7));
        Assert.That(
            shared.Shares.Sum(s => s.Share.Es95.Value),
            Is.EqualTo(results.Base.Portfolios[0].FollowingEffects[1].Es95.Value).Within(1e-6)
        );
    }

    [Test]
    public void Without_the_base_case_there_is_no_attribution() =>
        Assert.That(
            Runs.Engine.Run(Attributed.Small.Case("storm", m => m).Build(1000), new RunOptions { Cases = [new("storm")] }).Attribution,
            Is.Null
        );

    [Test]
    public void A_portfolio_of_cash_alone_has_nothing_to_attribute()
    {
        var cash = Runs.Of(SmallScenario.New().With(Instruments.Cash("cash")).Hold("p", ("cash", 1)), 1000).Attribution!;
        Assert.That(cash.Contributions.Single().Total.Volatility, Is.Zero);
        Assert.That(cash.Contributions.Single().Factors, Is.Empty);
        Assert.That(cash.ReverseStress.Single().Moves, Is.Empty);
    }
}
