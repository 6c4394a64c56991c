using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Parameters;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Abstractions.Risks;

/// <summary>
/// Something that may happen: a named risk of an article, or a deal that may close. It occurs with a constant hazard within a window,
/// hits what it names, may recover, and may raise the hazard of other events. Its losses are not compensated: they lower expected returns.
/// </summary>
public sealed record RiskEvent
{
    /// <summary>The event's id.</summary>
    public required Id<RiskEvent> Id { get; init; }

    /// <summary>Its name for readers.</summary>
    public required LocalText Name { get; init; }

    /// <summary>What happens, in a sentence or two.</summary>
    public required LocalText Summary { get; init; }

    /// <summary>The claims that name it.</summary>
    public IReadOnlyList<ClaimRef> Claims { get; init; } = [];

    /// <summary>
    /// Probability that it occurs at least once within the window when no trigger acts, 0 to below 1, or exactly 1 for an event that is
    /// sure to come on the window's last day. The hazard is -ln(1 - probability) / window length, constant within the window.
    /// </summary>
    public required double Probability { get; init; }

    /// <summary>First day of the window; the as-of date or later.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day of the window; later than <see cref="From"/>.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>
    /// Whether it may occur again within the window, with the same hazard; at most once in a time step, unless it excites or is excited.
    /// </summary>
    public bool Recurs { get; init; }

    /// <summary>
    /// What it does when it occurs. One severity rank is drawn per occurrence and shared by all effects: a bad one is bad for all.
    /// </summary>
    public IReadOnlyList<EventEffect> Effects { get; init; } = [];

    /// <summary>Whose hazards it raises.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>Whose hazards every occurrence raises for a while, its own among them where it recurs (Hawkes 1971).</summary>
    public IReadOnlyList<Excitation> Excites { get; init; } = [];

    /// <summary>The private company that it ends by a given route, for deals; else null.</summary>
    public ForcedExit? Exit { get; init; }
}

/// <summary>
/// While it acts, another event's hazard is multiplied. Acts from the occurrence on (events occur at the end of a step), within a step for
/// the part that is left of its time; several multiply.
/// </summary>
/// <param name="Event">The other event.</param>
/// <param name="HazardMultiple">Above zero; below one makes the other event rarer.</param>
/// <param name="For">For how long after the latest occurrence.</param>
public sealed record Trigger(Id<RiskEvent> Event, double HazardMultiple, Tenor For);

/// <summary>
/// Every occurrence adds to another event's hazard, or to its own: at first offspring times ln 2 by the half-life, then ever less. Acts
/// from the moment of the occurrence on, within its step too, and while the other event's window lasts.
/// </summary>
/// <param name="Event">The event whose hazard is raised.</param>
/// <param name="Offspring">How many occurrences of it one occurrence brings about directly, on average; above zero.</param>
/// <param name="HalfLife">In which the added hazard halves.</param>
public sealed record Excitation(Id<RiskEvent> Event, double Offspring, Tenor HalfLife);

/// <summary>A private company's exit by a deal.</summary>
/// <param name="Company">The private instrument.</param>
/// <param name="Route">How it ends; not a down round.</param>
/// <param name="Multiple">What the stake is then worth, as a multiple of its mark just before.</param>
public sealed record ForcedExit(Id<Market.Instrument> Company, Market.ExitRoute Route, Parameter Multiple);
