namespace RiskEngine.Articles.Reconciling;

/// <summary>By how much published price targets are too high.</summary>
public static class PriceTargetBias
{
    /// <summary>
    /// The return that a twelve-month target implies less the return that came, on average over published targets, as a part of the price
    /// on the day of publication (Bradshaw, Brown and Huang 2013).
    /// </summary>
    public const double Mean = 0.15;

    /// <summary>
    /// A target without that bias: its return over today's price is 15 points less where it is twelve months ahead. For other times the
    /// bias is taken in proportion to time, which is a judgement: what was published is of twelve months alone.
    /// </summary>
    /// <param name="target">The target as published.</param>
    /// <param name="price">Today's price in the same currency, above 0.</param>
    /// <param name="years">How far ahead it is, in years, above 0.</param>
    public static double Discounted(double target, double price, double years = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        return Math.Max(0, target - (Mean * years * price));
    }
}
