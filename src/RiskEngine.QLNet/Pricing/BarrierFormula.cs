using QLNet;
using BarrierType = QLNet.Barrier.Type;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// The price of a European call or put with one barrier that is watched all the time, on an asset with a dividend yield, and the price of
/// the same option without the barrier.
/// </summary>
/// <remarks>
/// Haug (2007), section 4.17.1, after Reiner and Rubinstein (1991): the terms A to F, in his letters. A is the plain option; B the part of
/// it that ends beyond the barrier; C and D are their mirror images, paths reflected at the barrier; E and F are what the rebate is worth,
/// paid at expiry or when the barrier is touched. The reflections carry powers of barrier over spot that leave the range of numbers at
/// small volatilities, while the probabilities beside them vanish: both are multiplied as logarithms.
/// </remarks>
/// <param name="Type">Which side the barrier lies on, and whether the option begins or ends there.</param>
/// <param name="IsCall">A call, or else a put.</param>
/// <param name="Strike">The strike, above 0.</param>
/// <param name="Barrier">The barrier, above 0.</param>
/// <param name="Rebate">Paid when an out-option ends, or at expiry where an in-option never began; 0 or more.</param>
/// <param name="Rate">Risk-free rate a year, continuously compounded.</param>
/// <param name="DividendYield">Dividend yield a year, continuously compounded.</param>
/// <param name="Years">Time to expiry, above 0.</param>
internal readonly record struct BarrierFormula(
    BarrierType Type,
    bool IsCall,
    double Strike,
    double Barrier,
    double Rebate,
    double Rate,
    double DividendYield,
    double Years
)
{
    // Below this the distribution function leaves the range of numbers.
    private const double Tail = -37;

    private static readonly CumulativeNormalDistribution normal = new();

    private double Phi => IsCall ? 1 : -1;

    private double Eta => Type is BarrierType.DownIn or BarrierType.DownOut ? 1 : -1;

    /// <summary>The price while the barrier has not been touched, 0 or more.</summary>
    /// <param name="spot">Price of the underlying, above 0, on the option's side of the barrier.</param>
    /// <param name="volatility">Volatility a year, above 0.</param>
    public double Price(double spot, double volatility)
    {
        var (a, b, c, d) = (
            Plain(spot, volatility),
            Beyond(spot, volatility, Strike, Barrier),
            Reflected(spot, volatility, Barrier * Barrier / spot / Strike),
            Reflected(spot, volatility, Barrier / spot)
        );
        var isAbove = Strike > Barrier;
        var sum = (Type, IsCall) switch
        {
            (BarrierType.DownIn, true) => isAbove ? c : a - b + d,
            (BarrierType.UpIn, true) => isAbove ? a : b - c + d,
            (BarrierType.DownIn, false) => isAbove ? b - c + d : a,
            (BarrierType.UpIn, false) => isAbove ? a - b + d : c,
            (BarrierType.DownOut, true) => isAbove ? a - c : b - d,
            (BarrierType.UpOut, true) => isAbove ? 0 : a - b + c - d,
            (BarrierType.DownOut, false) => isAbove ? a - b + c - d : 0,
            _ => isAbove ? b - d : a - c,
        };
        var isIn = Type is BarrierType.DownIn or BarrierType.UpIn;
        // Rounding may leave what is nearly worthless a hair below nothing, or above what the option without a barrier is worth.
        return Math.Clamp(sum, 0, a) + (Rebate == 0 ? 0 : Rebate * (isIn ? NeverTouched(spot, volatility) : WhenTouched(spot, volatility)));
    }

    /// <summary>A: the price without a barrier (Black and Scholes 1973, Merton 1973), 0 or more.</summary>
    /// <param name="spot">Price of the underlying, above 0.</param>
    /// <param name="volatility">Volatility a year, above 0.</param>
    public double Plain(double spot, double volatility) => Math.Max(0, Beyond(spot, volatility, Strike, Strike));

    /// <summary>A where the level is the strike, B where it is the barrier.</summary>
    private double Beyond(double spot, double volatility, double strike, double level)
    {
        var deviation = volatility * Math.Sqrt(Years);
        var x = (Math.Log(spot / level) + (Rate - DividendYield) * Years) / deviation + deviation / 2;
        return Phi
            * (
                spot * Math.Exp(-DividendYield * Years) * normal.value(Phi * x)
                - strike * Math.Exp(-Rate * Years) * normal.value(Phi * (x - deviation))
            );
    }

    /// <summary>C where the ratio is barrier^2 / (spot x strike), D where it is barrier / spot.</summary>
    private double Reflected(double spot, double volatility, double ratio)
    {
        var (deviation, mirror, mu) = (volatility * Math.Sqrt(Years), Math.Log(Barrier / spot), Mu(volatility));
        var y = Math.Log(ratio) / deviation + (1 + mu) * deviation;
        return Phi
            * (
                spot * Math.Exp(-DividendYield * Years) * Product(2 * (mu + 1) * mirror, Eta * y)
                - Strike * Math.Exp(-Rate * Years) * Product(2 * mu * mirror, Eta * (y - deviation))
            );
    }

    /// <summary>E for a rebate of 1: the discounted probability that the barrier is not touched by expiry.</summary>
    private double NeverTouched(double spot, double volatility)
    {
        var (deviation, mirror, mu) = (volatility * Math.Sqrt(Years), Math.Log(Barrier / spot), Mu(volatility));
        var (x, y) = (-mirror / deviation + mu * deviation, mirror / deviation + mu * deviation);
        return Math.Exp(-Rate * Years) * Math.Max(0, normal.value(Eta * x) - Product(2 * mu * mirror, Eta * y));
    }

    /// <summary>F for a rebate of 1: its present value when paid at the first touch.</summary>
    private double WhenTouched(double spot, double volatility)
    {
        var (deviation, mirror, mu) = (volatility * Math.Sqrt(Years), Math.Log(Barrier / spot), Mu(volatility));
        var lambda = Math.Sqrt(Math.Max(0, mu * mu + 2 * Rate / (volatility * volatility)));
        var z = mirror / deviation + lambda * deviation;
        return Product((mu + lambda) * mirror, Eta * z) + Product((mu - lambda) * mirror, Eta * (z - 2 * lambda * deviation));
    }

    private double Mu(double volatility) => (Rate - DividendYield) / (volatility * volatility) - 0.5;

    /// <summary>e^power N(x), for powers of any size.</summary>
    private static double Product(double power, double x)
    {
        if (x >= Tail)
            return Math.Exp(power + Math.Log(normal.value(x)));
        // Abramowitz and Stegun (1964), 26.2.12.
        var square = x * x;
        var series = 1 - 1 / square * (1 - 3 / square * (1 - 5 / square));
        return Math.Exp(power - square / 2 - Math.Log(-x * Math.Sqrt(2 * Math.PI)) + Math.Log(series));
    }
}
