namespace RiskEngine.Plans;

/// <summary>Lets go of outcomes that no later step reads; their memory is used again.</summary>
/// <param name="Stage">What it does, in words.</param>
/// <param name="Outcomes">Their names.</param>
/// <param name="KeepsHeadline">Whether profits and drawdowns as held and following all stay, for the results hold them.</param>
public sealed record ReleaseStep(string Stage, IReadOnlyList<string> Outcomes, bool KeepsHeadline) : RunStep(Stage);
