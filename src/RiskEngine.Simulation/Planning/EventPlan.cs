using RiskEngine.Abstractions.Risks;
using RiskEngine.Numerics.RandomStreams;
using RiskEngine.Simulation.Parameters;

namespace RiskEngine.Simulation.Planning;

/// <summary>One event, ready to be simulated.</summary>
/// <param name="Hazard">For each step the hazard accumulated over it, no trigger acting; infinite for the step that a sure event comes
/// in.</param>
/// <param name="Recurs">Whether it may occur again.</param>
/// <param name="Occurrences">The stream that decides occurrences.</param>
/// <param name="Severity">The stream of severity ranks.</param>
/// <param name="Effects">Its effects.</param>
/// <param name="TriggeredBy">Which events raise its hazard.</param>
/// <param name="ExcitedBy">Which events' occurrences add to its hazard.</param>
/// <param name="Open">For each step the part of it that the window covers, 0 to 1.</param>
/// <param name="Exit">The exit it forces, or null.</param>
internal sealed record EventPlan(
    double[] Hazard,
    bool Recurs,
    RandomStream Occurrences,
    RandomStream Severity,
    EffectPlan[] Effects,
    TriggerPlan[] TriggeredBy,
    ExcitationPlan[] ExcitedBy,
    double[] Open,
    ForcedExitPlan? Exit
)
{
    /// <summary>
    /// Whether it can occur at all: not where a counterfactual goes without it, for triggers multiply its hazard, and nothing excites it.
    /// </summary>
    public bool MayOccur => ExcitedBy.Length > 0 || Array.Exists(Hazard, h => h != 0);
}

/// <summary>One effect: all its targets move by the same amount.</summary>
/// <param name="Channel">What it changes.</param>
/// <param name="InLogs">Whether the size is relative and acts as ln(1 + size).</param>
/// <param name="Instruments">Instruments it moves.</param>
/// <param name="Factors">Factors it moves.</param>
/// <param name="Size">Its size.</param>
/// <param name="Mirrored">Whether a higher severity rank means a lower size, for sizes below zero.</param>
/// <param name="DecayRate">Rate a year at which the recovering part fades; zero when nothing recovers.</param>
/// <param name="RecoveryShare">The part that recovers.</param>
/// <param name="Common">The stream of the normal that the factors share while a correlation effect lasts; the effect's own.</param>
/// <param name="Convexity">By how much instruments' variances change while it lasts; null for effects on levels.</param>
internal sealed record EffectPlan(
    EffectChannel Channel,
    bool InLogs,
    int[] Instruments,
    int[] Factors,
    ParameterQuantile Size,
    bool Mirrored,
    double DecayRate,
    double RecoveryShare,
    RandomStream Common,
    ConvexityPlan? Convexity
);

/// <summary>A trigger as the triggered event sees it.</summary>
/// <param name="Source">Index of the event that triggers.</param>
/// <param name="HazardMultiple">What the hazard is multiplied by.</param>
/// <param name="Years">For how long after the source's latest occurrence.</param>
internal sealed record TriggerPlan(int Source, double HazardMultiple, double Years);

/// <summary>An excitation as the excited event sees it.</summary>
/// <param name="Source">Index of the event that excites.</param>
/// <param name="Jump">What an occurrence adds to the hazard, a year.</param>
/// <param name="Decay">At which rate a year that fades.</param>
internal sealed record ExcitationPlan(int Source, double Jump, double Decay);

/// <summary>An exit forced by an event.</summary>
/// <param name="Company">Index of the company.</param>
/// <param name="State">The state it ends in.</param>
/// <param name="Multiple">What the stake is then worth.</param>
internal sealed record ForcedExitPlan(int Company, CompanyState State, ParameterQuantile Multiple);
