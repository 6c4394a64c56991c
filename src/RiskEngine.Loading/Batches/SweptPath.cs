using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Loading.Batches;

/// <summary>A path that a batch varies, and what it may be.</summary>
/// <param name="Path">The path, as after <c>--set</c>: <c>risks.supply-chain.probability</c>.</param>
/// <param name="Values">Its values as a file would write them, in order; empty where only a range or a distribution is known.</param>
/// <param name="Range">What points of a design are drawn from: a range as a uniform distribution; null for a list.</param>
/// <param name="Location">Where the batch file names it.</param>
public sealed record SweptPath(string Path, IReadOnlyList<string> Values, Parameter? Range, SourceLocation Location);
