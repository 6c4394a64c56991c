using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>A part of the appendix, of which the page shows one at a time.</summary>
/// <param name="Name">The part's name.</param>
/// <param name="Sections">Its sections, each folded below its heading.</param>
public sealed record AppendixTab(LocalText Name, IReadOnlyList<Section> Sections)
{
    /// <summary>Its anchor: lower-case letters and hyphens, made of its English name.</summary>
    public string Id { get; } =
        "appendix-" + string.Concat(Name.English.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
}
