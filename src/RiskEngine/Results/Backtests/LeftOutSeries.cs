using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Results.Backtests;

/// <summary>A portfolio or column that was not backtested.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, in words: what was expected, what was found, and the dates.</param>
public sealed record LeftOutSeries(string Name, LocalText Reason);
