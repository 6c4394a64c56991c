using QLNet;
using RiskEngine.QLNet.Pricing;
using Barrier = QLNet.Barrier;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>The closed form of barrier options, beside QLNet's engine for it.</summary>
public sealed class BarrierFormulaTests
{
    // A twin: QLNet's AnalyticBarrierEngine with the same market, over strikes on both sides of the barrier.
    [Test]
    public void Prices_are_those_of_QLNet_s_engine(
        [Values(Barrier.Type.DownIn, Barrier.Type.DownOut, Barrier.Type.UpIn, Barrier.Type.UpOut)] Barrier.Type type,
        [Values] bool isCall,
        [Values(70.0, 100.0, 130.0)] double strike,
        [Values(0.08, 0.3, 0.9)] double volatility
    )
    {
        const double Spot = 100;
        var barrier = type is Barrier.Type.DownIn or Barrier.Type.DownOut ? 85 : 120;
        var (asOf, expiry) = (new DateOnly(2026, 2, 6), new DateOnly(2026, 11, 6));
        var formula = new BarrierFormula(type, isCall, strike, barrier, 4, 0.05, 0.02, (expiry.DayNumber - asOf.DayNumber) / 365.0);

        var twin = ValuationDate.On(
            asOf,
            () =>
            {
                var payoff = new PlainVanillaPayoff(isCall ? Option.Type.Call : Option.Type.Put, strike);
                var option = new BarrierOption(type, barrier, 4, payoff, new EuropeanExercise(expiry.ToQLNet()));
                var market = BlackScholesMarket.On(asOf, Spot, volatility, 0.05, 0.02);
                option.setPricingEngine(new AnalyticBarrierEngine(market));
                return option.NPV();
            }
        );

        Assert.That(formula.Price(Spot, volatility), Is.EqualTo(twin).Within(1e-9));
    }

    // Powers of barrier over spot beyond 10^300, at a volatility of a hundredth of a percent: the forward is certain, and so is the price.
    [TestCase(Barrier.Type.DownOut, 100 - 90 * 0.951229424500714)]
    [TestCase(Barrier.Type.DownIn, 3 * 0.951229424500714)]
    public void A_certain_market_has_its_certain_price(Barrier.Type type, double price)
    {
        var formula = new BarrierFormula(type, true, 90, 95, 3, 0.05, 0, 1);

        Assert.That(formula.Price(100, 1e-4), Is.EqualTo(price).Within(1e-9));
    }
}
