using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Paths;

/// <summary>
/// Trades among instruments whose prices are known by hand: "up" doubles in the third month, "down" halves in the eighth, "still" keeps
/// its price. All amounts are parts of the portfolio's value on the as-of date.
/// </summary>
public sealed class OverlayTests
{
    private const int Few = 1000;

    private static readonly ScenarioBuilder small = SmallScenario
        .New()
        .With(Instruments.Equity("up", 0), Instruments.Equity("down", 0), Instruments.Equity("still", 0), Instruments.Cash("cash"))
        .With(Events.Sure("rise", "3m", Effects.Hits(1, "up")), Events.Sure("fall", "8m", Effects.Hits(-0.5, "down")))
        .Hold("p", ("down", 40), ("still", 40), ("cash", 20));

    [Test]
    public void Buying_pro_rata_swaps_a_part_of_the_portfolio_for_the_targets()
    {
        // As held: 0.4/2 + 0.4 + 0.2 = 0.8. A tenth of it (0.08) makes way for 0.1 bought at 1, which doubles: 0.72 + 0.2.
        var simulated = Follow(Advice.Buy("buy", 0.1, "1m", "2y", ("up", 1)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated.Profits("p"), Is.All.EqualTo(-0.2).Within(1e-6));
            Assert.That(simulated.Profits("p", simulated.Variants.FollowingAll), Is.All.EqualTo(0.72 + 0.2 - 1).Within(1e-6));
        }
    }

    [Test]
    public void Weights_split_the_trade()
    {
        var simulated = Follow(Advice.Buy("buy", 0.1, "1m", "2y", ("up", 0.7), ("still", 0.3)));
        Assert.That(simulated.Profits("p", simulated.Variants.FollowingAll), Is.All.EqualTo(0.72 + 0.14 + 0.03 - 1).Within(1e-6));
    }

    [Test]
    public void The_cost_is_paid_once_a_switch()
    {
        // 0.1 x 0.98 arrives in the target.
        var simulated = Follow(Advice.Buy("buy", 0.1, "1m", "2y", ("up", 1)) with { Cost = 0.02 });
        Assert.That(simulated.Profits("p", simulated.Variants.FollowingAll), Is.All.EqualTo(0.72 + 0.2 * 0.98 - 1).Within(1e-6));
    }

    [Test]
    public void Undoing_turns_it_back_into_the_portfolio()
    {
        // At six months: 0.2 x 0.98, less the cost once more, buys 0.2 x 0.98^2 of the portfolio (still worth 1), which falls to 0.8 of it.
        var simulated = Follow(Advice.Buy("buy", 0.1, "1m", "6m", ("up", 1)) with { Cost = 0.02 });
        Assert.That(
            simulated.Profits("p", simulated.Variants.FollowingAll),
            Is.All.EqualTo(0.72 + 0.2 * 0.98 * 0.98 * 0.8 - 1).Within(1e-6)
        );
    }

    [Test]
    public void Buying_from_cash_leaves_the_other_positions_alone()
    {
        // Cash 0.2 - 0.1, and 0.1 x 0.98 doubled; undone it is 0.2 x 0.98 x 0.98 of money.
        var held = Follow(Advice.Buy("buy", 0.1, "1m", "2y", ("up", 1)) with { Funding = Funding.Cash, Cost = 0.02 });
        var undone = Follow(Advice.Buy("buy", 0.1, "1m", "6m", ("up", 1)) with { Funding = Funding.Cash, Cost = 0.02 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(held.Profits("p", held.Variants.FollowingAll), Is.All.EqualTo(0.2 + 0.4 + 0.1 + 0.2 * 0.98 - 1).Within(1e-6));
            Assert.That(
                undone.Profits("p", undone.Variants.FollowingAll),
                Is.All.EqualTo(0.2 + 0.4 + 0.1 + 0.2 * 0.98 * 0.98 - 1).Within(1e-6)
            );
        }
    }

    [Test]
    public void Cash_that_pays_would_have_earned_interest()
    {
        var simulated = Simulated.Of(
            small.RiskFree(0.1).With(Advice.Buy("buy", 0.1, "1m", "2y", ("up", 1)) with { Funding = Funding.Cash }),
            Few
        );
        // Prices all earn the rate, so the trade gains what doubling gains: 0.1 e^(r t) at the trade grows to the year's end like money.
        var gain = simulated.Profits("p", simulated.Variants.FollowingAll).Zip(simulated.Profits("p"), (with, without) => with - without);
        Assert.That(gain, Is.All.EqualTo(0.1 * Math.Exp(0.1)).Within(1e-6));
    }

    [Test]
    public void Reducing_sells_a_part_of_the_holding_into_the_portfolio()
    {
        // Half of "down" (0.2) goes at 1 into 0.2 of the portfolio: 0.8 - 0.1 + 0.2 x 0.98 x 0.8.
        var simulated = Follow(Advice.Reduce("sell", 0.5, "1m", "2y", "down") with { Cost = 0.02 });
        Assert.That(simulated.Profits("p", simulated.Variants.FollowingAll), Is.All.EqualTo(0.8 - 0.1 + 0.2 * 0.98 * 0.8 - 1).Within(1e-6));
    }

    [Test]
    public void Reducing_into_cash_and_buying_back()
    {
        // Sold at 1 (0.2 x 0.98), bought back at a half after the fall: 0.1 costs 0.1 x 1.02.
        var simulated = Follow(Advice.Reduce("sell", 0.5, "1m", "10m", "down") with { Funding = Funding.Cash, Cost = 0.02 });
        Assert.That(
            simulated.Profits("p", simulated.Variants.FollowingAll),
            Is.All.EqualTo(0.8 + 0.2 * 0.98 - 0.1 * 1.02 - 1).Within(1e-6)
        );
    }

    [Test]
    public void What_is_not_held_cannot_be_reduced()
    {
        var simulated = Follow(Advice.Reduce("sell", 1, "1m", "2y", "up"));
        Assert.That(simulated.Profits("p", simulated.Variants.FollowingAll), Is.EqualTo(simulated.Profits("p")));
    }

    [Test]
    public void All_is_as_held_and_the_sum_of_gains_and_all_but_one_is_all_less_its_gain()
    {
        var simulated = Follow(
            Advice.Buy("buy", 0.1, "1m", "2y", ("up", 1)) with
            {
                Cost = 0.01,
            },
            Advice.Reduce("sell", 0.5, "2m", "9m", "down"),
            Advice.Buy("late", 0.05, "6m", "10m", ("up", 0.5), ("down", 0.5)) with
            {
                Funding = Funding.Cash,
            }
        );
        double Of(VariantIndex variant) => simulated.Profits("p", variant)[0];
        var (held, variants) = (Of(VariantSet.AsHeld), simulated.Variants);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated.Outcomes.Cube.VariantCount, Is.EqualTo(8), "as held, all, and two for each of three");
            Assert.That(
                Of(variants.FollowingAll),
                Is.EqualTo(held + Enumerable.Range(0, 3).Sum(r => Of(variants.Only(r)) - held)).Within(1e-6)
            );
            for (var r = 0; r < 3; r++)
            {
                Assert.That(
                    Of(variants.Without(r)),
                    Is.EqualTo(Of(variants.FollowingAll) - (Of(variants.Only(r)) - held)).Within(1e-6),
                    $"all without number {r}"
                );
            }
        }
    }

    [Test]
    public void A_private_target_waits_for_its_exit()
    {
        // Listed at nine months at twice the mark; undoing is due at six: it waits, and happens at the listing (portfolio then at 0.8).
        var simulated = WithCompany(Advice.Buy("buy", 0.1, "1m", "6m", ("company", 1)), ExitRoute.Listing);
        Assert.That(simulated.Profits("p", simulated.Variants.FollowingAll), Is.All.EqualTo(0.72 + 0.2 / 0.8 * 0.8 - 1).Within(1e-6));
    }

    [Test]
    public void A_private_holding_cannot_be_reduced_before_it_is_listed()
    {
        var early = WithCompany(Advice.Reduce("sell", 0.5, "6m", "2y", "company"), ExitRoute.Listing);
        var late = WithCompany(Advice.Reduce("sell", 0.5, "10m", "2y", "company"), ExitRoute.Listing);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(early.Profits("q", early.Variants.FollowingAll), Is.EqualTo(early.Profits("q")), "still private: no trade");
            Assert.That(late.Profits("q"), Is.All.EqualTo(0.5).Within(1e-6), "half of it doubled, the rest stood still");
            Assert.That(
                late.Profits("q", late.Variants.FollowingAll),
                Is.All.EqualTo(0.5).Within(1e-6),
                "traded at the new price: no gain, no loss"
            );
        }
    }

    [Test]
    public void Private_stakes_are_not_sold_to_pay_for_advice()
    {
        // Half of the second portfolio is the stake, which doubles at nine months. A fifth of the other half, cash, buys what doubles at
        // three.
        var simulated = WithCompany(Advice.Buy("buy", 0.2, "1m", "2y", ("up", 1)), ExitRoute.Listing);
        Assert.That(simulated.Profits("q", simulated.Variants.FollowingAll), Is.All.EqualTo(0.5 * 2 + 0.4 + 0.1 * 2 - 1).Within(1e-6));
    }

    [Test]
    public void A_sold_company_cannot_be_bought()
    {
        var simulated = WithCompany(Advice.Buy("buy", 0.1, "10m", "2y", ("company", 1)), ExitRoute.Sale);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(simulated.States("company"), Is.All.EqualTo(CompanyState.Sold));
            Assert.That(simulated.Profits("p", simulated.Variants.FollowingAll), Is.EqualTo(simulated.Profits("p")));
        }
    }

    private static Simulated Follow(params Recommendation[] advice) => Simulated.Of(small.With(advice), Few);

    /// <summary>A company that ends at nine months at twice its mark; a second portfolio holds it.</summary>
    private static Simulated WithCompany(Recommendation advice, ExitRoute route) =>
        Simulated.Of(
            small
                .With(Instruments.Private("company", 0, []))
                .Hold("q", ("company", 1), ("cash", 1))
                .With(Events.Sure("deal", "9m").Ending("company", route, 2))
                .With(advice),
            Few
        );
}
