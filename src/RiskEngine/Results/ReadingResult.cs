using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;

namespace RiskEngine.Results;

/// <summary>What following the advice comes to where one thing that articles say is read otherwise, all else as it stands.</summary>
/// <param name="Path">What is read otherwise: <c>checks.ID</c>, or <c>recommendations.ID.readings.0</c>.</param>
/// <param name="Decisions">By portfolio, at the headline horizon of the base case; empty where the scenario does not fit together
/// then.</param>
public sealed record ReadingResult(string Path, IReadOnlyList<ReadDecision> Decisions);

/// <summary>One portfolio under both readings, on the same random numbers.</summary>
/// <param name="Portfolio">The portfolio.</param>
/// <param name="Stands">What following the advice comes to as the scenario stands.</param>
/// <param name="Otherwise">What it comes to under the other reading.</param>
public sealed record ReadDecision(Portfolio Portfolio, FollowingDecision Stands, FollowingDecision Otherwise);

/// <summary>What following the advice is decided by.</summary>
/// <param name="Held">The measures of the portfolio as held.</param>
/// <param name="Effect">What following all advice changes.</param>
public sealed record FollowingDecision(MeasureSet Held, Effect Effect);
