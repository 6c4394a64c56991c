using MathNet.Numerics;

namespace RiskEngine.Simulation.Pricing;

/// <summary>European options on an asset with a dividend yield.</summary>
internal static class BlackScholes
{
    /// <summary>The price of a call or put (Black and Scholes 1973, eq. 13; Merton 1973, with the dividend yield).</summary>
    /// <param name="isCall">A call, or else a put.</param>
    /// <param name="spot">Price of the underlying, 0 or more.</param>
    /// <param name="strike">Strike, above 0.</param>
    /// <param name="rate">Risk-free rate a year, continuously compounded.</param>
    /// <param name="dividendYield">Dividend yield a year, continuously compounded.</param>
    /// <param name="volatility">Volatility a year; at 0 or below the forward is certain.</param>
    /// <param name="years">Time to expiry; at 0 the price is the payoff.</param>
    public static double Price(bool isCall, double spot, double strike, double rate, double dividendYield, double volatility, double years)
    {
        var sign = isCall ? 1 : -1;
        var (forward, discounted) = (spot * Math.Exp(-dividendYield * years), strike * Math.Exp(-rate * years));
        var deviation = Math.Max(0, volatility) * Math.Sqrt(years);
        if (deviation == 0 || spot <= 0)
            return Math.Max(0, sign * (forward - discounted));
        var d1 = Math.Log(forward / discounted) / deviation + deviation / 2;
        // Rounding may leave a put or call far out of the money a hair below nothing.
        return Math.Max(0, sign * (forward * Normal(sign * d1) - discounted * Normal(sign * (d1 - deviation))));
    }

    private static double Normal(double x) => SpecialFunctions.Erfc(-x / Constants.Sqrt2) / 2;
}
