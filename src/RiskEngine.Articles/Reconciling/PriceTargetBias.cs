namespace RiskEngine.Articles.Reconciling;

/// <summary>By how much published price targets are too high.</summary>
public static class PriceTargetBias
{
    /// <summary>
    /// The return that a twelve-month target implies less the return that came, on average over published targets, as a part of the price
    /// on the day of publication (Bradshaw, Brown and Huang 2013).
    /// </summary>
    public const double Mean = 0.15;

    /// <summary>A target without that bias: its return over today's price is 15 points less.</summary>
    /// <param name="target">The target as published.</param>
    /// <param name="price">Today's price in the same currency, above 0.</param>
    public static double Discounted(double target, double price)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(price);
        return Math.Max(0, target - (Mean * price));
    }
}
