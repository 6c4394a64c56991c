namespace RiskEngine.Articles.Decisions;

/// <summary>What a user said of a claim.</summary>
public sealed record ClaimDecision
{
    /// <summary><c>accepted</c>, <c>rejected</c>, or empty.</summary>
    public string Verdict { get; init; } = "";

    /// <summary>Fields that the user changed: <c>verb</c>, <c>horizon</c>, <c>targets</c> of advice; <c>kind</c> of risks; <c>value</c> and
    /// <c>date</c> of predictions.</summary>
    public IReadOnlyDictionary<string, string> Edits { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the claim is to be left out.</summary>
    public bool IsRejected => Verdict == "rejected";
}
