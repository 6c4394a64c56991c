using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Abstractions.Time;

/// <summary>A named date at which outcomes are measured, for example <c>medium</c>, twelve months after the as-of date.</summary>
/// <param name="Id">The horizon's id.</param>
/// <param name="Name">Its name for readers.</param>
/// <param name="Tenor">How long after the as-of date.</param>
/// <param name="Date">The calendar date; later than the as-of date.</param>
/// <param name="Years">ACT/365F years from the as-of date to <paramref name="Date"/>; above zero.</param>
public sealed record Horizon(Id<Horizon> Id, LocalText Name, Tenor Tenor, DateOnly Date, double Years);
