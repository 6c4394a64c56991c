using QLNet;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>What QLNet's own engines take, for twins of our prices.</summary>
internal static class BlackScholesMarket
{
    /// <summary>A Black-Scholes process with flat rates and volatility.</summary>
    public static GeneralizedBlackScholesProcess On(DateOnly asOf, double spot, double volatility, double rate, double dividendYield)
    {
        return new BlackScholesMertonProcess(
            new Handle<Quote>(new SimpleQuote(spot)),
            Flat(dividendYield),
            Flat(rate),
            new Handle<BlackVolTermStructure>(new BlackConstantVol(asOf.ToQLNet(), new NullCalendar(), volatility, CalendarDates.DayCount))
        );

        Handle<YieldTermStructure> Flat(double value) => new(new FlatForward(asOf.ToQLNet(), value, CalendarDates.DayCount));
    }
}
