namespace RiskEngine.Abstractions.Factors;

/// <summary>
/// Prices of zero-coupon bonds off a short-rate factor: what the bonds of a curve cost on a path, as an affine function of the factor's
/// value (Duffie and Kan 1996). Of the factor's own law, without a premium for its risk.
/// </summary>
public abstract class DiscountBonds
{
    /// <summary>The bond that pays 1 on <paramref name="maturity"/>, as seen on <paramref name="date"/>.</summary>
    /// <param name="date">The as-of date or later.</param>
    /// <param name="maturity">That date or later; on the date itself the price is 1.</param>
    public abstract AffineBond At(DateOnly date, DateOnly maturity);
}

/// <summary>A price e^(Log - Slope x), where x is the value of the short-rate factor, continuously compounded a year.</summary>
/// <param name="Log">The logarithm of the price at a short rate of zero.</param>
/// <param name="Slope">By how much the logarithm falls for each unit of the short rate, in years.</param>
public readonly record struct AffineBond(double Log, double Slope)
{
    /// <summary>The price at a short rate.</summary>
    public double Price(double shortRate) => Math.Exp(Log - Slope * shortRate);
}
