using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Loading.Editing;

/// <summary>What becomes of a scenario's files when it is saved under another name.</summary>
/// <param name="Id">The new scenario's id.</param>
/// <param name="Name">Its name for readers.</param>
public sealed record ScenarioEdit(string Id, LocalText Name)
{
    /// <summary>Values that replace what the files say, each <c>PATH=VALUE</c>; of one path the last one counts.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];

    /// <summary>Views in place of those of the scenario, as YAML in one line; null to keep these.</summary>
    public string? Views { get; init; }

    /// <summary>Files whose content is another one, by their paths from the scenario's folder.</summary>
    public IReadOnlyDictionary<string, byte[]> Contents { get; init; } = new Dictionary<string, byte[]>();
}
