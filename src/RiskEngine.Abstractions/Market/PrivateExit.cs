using RiskEngine.Abstractions.Parameters;

namespace RiskEngine.Abstractions.Market;

/// <summary>What can happen to a private company.</summary>
public enum ExitRoute
{
    /// <summary>It is listed on an exchange; from then on it trades like a share, with the same exposures.</summary>
    Listing,

    /// <summary>It is bought; the stake becomes cash.</summary>
    Sale,

    /// <summary>A financing round at a lower price; the company goes on and may see more such rounds.</summary>
    DownRound,

    /// <summary>It fails; what is recovered becomes cash.</summary>
    Failure,
}

/// <summary>
/// One of a private company's competing hazards (competing risks: Kalbfleisch and Prentice 1980): constant over time, all running at
/// once; listing, sale and failure end the race.
/// </summary>
/// <param name="Route">What happens.</param>
/// <param name="Rate">
/// Hazard a year, zero or more: the probability that it happens within t years, if nothing else came first, is 1 - exp(-rate t).
/// </param>
/// <param name="Multiple">What the stake is then worth, as a multiple of its mark just before; zero or more. Drawn at the event.</param>
public sealed record PrivateExit(ExitRoute Route, double Rate, Parameter Multiple);
