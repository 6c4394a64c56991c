namespace RiskEngine.Abstractions.Market;

/// <summary>
/// How factors' shocks hang together at given correlations: Gaussian, where joint extremes die out, or Student-t, where one factor far out
/// makes others more likely to be far out too. Each factor's own shock stays standard normal.
/// </summary>
/// <param name="DegreesOfFreedom">
/// Of the Student-t copula, 1 to 200: the fewer, the more joint extremes. Null for the Gaussian copula, to which it tends as they grow.
/// </param>
/// <remarks>Demarta and McNeil (2005), The t copula and related copulas, section 3.</remarks>
public sealed record Copula(double? DegreesOfFreedom)
{
    /// <summary>The Gaussian copula.</summary>
    public static Copula Gaussian { get; } = new(null as double?);
}
