using QLNet;

namespace RiskEngine.QLNet.Pricing;

/// <summary>The market of an option on one underlying on a day.</summary>
internal static class Market
{
    /// <summary>A Black-Scholes process with flat rates and a volatility that is a quote.</summary>
    /// <param name="today">The day.</param>
    /// <param name="spot">Price of the underlying.</param>
    /// <param name="volatility">Volatility a year.</param>
    /// <param name="rate">Risk-free rate, continuously compounded.</param>
    /// <param name="dividendYield">Dividend yield, continuously compounded.</param>
    public static GeneralizedBlackScholesProcess BlackScholes(
        DateOnly today,
        Quote spot,
        Quote volatility,
        double rate,
        double dividendYield
    ) =>
        new BlackScholesMertonProcess(
            new Handle<Quote>(spot),
            Flat(today, dividendYield),
            Flat(today, rate),
            new Handle<BlackVolTermStructure>(
                new BlackConstantVol(today.ToQLNet(), new NullCalendar(), new Handle<Quote>(volatility), CalendarDates.DayCount)
            )
        );

    /// <summary>A flat curve.</summary>
    public static Handle<YieldTermStructure> Flat(DateOnly today, double rate) =>
        new(new FlatForward(today.ToQLNet(), rate, CalendarDates.DayCount));
}
