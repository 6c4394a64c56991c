using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Curves;

/// <summary>What a rate is quoted for.</summary>
public enum RateQuoteType
{
    /// <summary>Money lent from the as-of date for the tenor: a simple rate, ACT/360.</summary>
    Deposit,

    /// <summary>
    /// A par swap from the as-of date for the tenor: yearly fixed coupons, 30/360, against a floating rate of three months, ACT/360.
    /// </summary>
    Swap,
}

/// <summary>A rate of the market.</summary>
/// <param name="Type">What it is quoted for.</param>
/// <param name="Tenor">How long.</param>
/// <param name="Rate">The rate as a decimal.</param>
public sealed record RateQuote(RateQuoteType Type, Tenor Tenor, double Rate);
