using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.Attribution;

/// <summary>A measure of the whole, and each part's contribution to it; contributions add up to the total.</summary>
/// <param name="Total">The measure of the whole.</param>
/// <param name="Parts">The contributions, in the order of the parts; one that is negative lowers the total.</param>
public sealed record RiskSplit(double Total, IReadOnlyList<Estimate> Parts);
