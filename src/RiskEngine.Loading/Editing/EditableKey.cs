using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Loading.Editing;

/// <summary>A value of a scenario that <c>--set</c> can change, with what its key's spec says of it.</summary>
/// <param name="Path">As <c>--set</c> names it: <c>risks.supply-chain.probability</c>.</param>
/// <param name="Value">The value in one line, as <c>--set</c> takes it; the default where the file leaves it out.</param>
public sealed record EditableKey(string Path, string Value)
{
    /// <summary>The outermost key: <c>risks</c>.</summary>
    public required string Section { get; init; }

    /// <summary>The id of the item below it: <c>supply-chain</c>; empty where the section has no items.</summary>
    public string Item { get; init; } = "";

    /// <summary>What the file calls the item; empty where it says nothing.</summary>
    public LocalText ItemName { get; init; } = LocalText.Same("");

    /// <summary>What the key says, in a sentence; Markdown.</summary>
    public required LocalText Meaning { get; init; }

    /// <summary>Unit of the value in words; empty where there is none.</summary>
    public required string Unit { get; init; }

    /// <summary>What is accepted, in words: <c>0 to 1</c>.</summary>
    public required string Accepted { get; init; }

    /// <summary>The words that are accepted, where these are few; else empty.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether the file leaves it at its default.</summary>
    public bool IsDefault { get; init; }
}
