namespace RiskEngine.Analysis.Allocation;

/// <summary>Amounts whose expected shortfall is, up to the gap, the least of all that are allowed.</summary>
/// <param name="Amounts">How much of each.</param>
/// <param name="Mean">Mean profit.</param>
/// <param name="ExpectedShortfall">Expected shortfall of the amounts; positive is a loss.</param>
/// <param name="LowerBound">No allowed amounts have a smaller one: proven by linear bounds that hold on all of them.</param>
public sealed record CertifiedAllocation(double[] Amounts, double Mean, double ExpectedShortfall, double LowerBound)
{
    /// <summary>The certificate: how far from the best it can be at most.</summary>
    public double Gap => Math.Max(0, ExpectedShortfall - LowerBound);
}
