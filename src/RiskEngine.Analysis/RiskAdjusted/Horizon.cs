namespace RiskEngine.Analysis.RiskAdjusted;

/// <summary>What risk-adjusted measures demand of a horizon.</summary>
internal static class Horizon
{
    /// <summary>Refuses a horizon that is not positive and a risk-free return that is not finite.</summary>
    internal static void Check(double years, double riskFreeReturn)
    {
        if (!(years > 0 && double.IsFinite(years)))
        {
            throw new ArgumentOutOfRangeException(nameof(years), years, "Expected a horizon in years above 0.");
        }

        if (!double.IsFinite(riskFreeReturn))
        {
            throw new ArgumentOutOfRangeException(
                nameof(riskFreeReturn),
                riskFreeReturn,
                "Expected a finite risk-free return over the horizon."
            );
        }
    }
}
