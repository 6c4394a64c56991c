namespace RiskEngine.Articles.Theses;

/// <summary>What a thesis is written for.</summary>
/// <param name="Id">The thesis's id.</param>
/// <param name="AsOf">The scenario's day.</param>
/// <param name="Instruments">The scenario's instruments; advice on anything else is listed and not traded.</param>
public sealed record ThesisSettings(string Id, DateOnly AsOf, IReadOnlySet<string> Instruments)
{
    /// <summary>What the user said of claims, by claim id.</summary>
    public IReadOnlyDictionary<string, Decisions.ClaimDecision> Decisions { get; init; } =
        new Dictionary<string, Decisions.ClaimDecision>();

    /// <summary>What an audit found that is told in this file.</summary>
    public ThesisFindings Findings { get; init; } = ThesisFindings.None;

    /// <summary>Sizes of advice by claim id (<see cref="AdviceSizes"/>); the verb's own where there is none.</summary>
    public IReadOnlyDictionary<string, double> Sizes { get; init; } = new Dictionary<string, double>();
}
