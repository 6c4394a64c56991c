using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>A section of the report.</summary>
/// <param name="Id">Its anchor: lower-case letters and hyphens.</param>
/// <param name="Title">Its heading.</param>
/// <param name="ShortTitle">Its line in the table of contents.</param>
/// <param name="Blocks">What it holds, in order.</param>
public sealed record Section(string Id, LocalText Title, LocalText ShortTitle, IReadOnlyList<Block> Blocks)
{
    /// <summary>
    /// Whether it is for specialists: the page folds it away below its heading, in a tab of the appendix, until a reader asks for it.
    /// </summary>
    public bool IsAppendix { get; init; }

    /// <summary>Whether it belongs to the brief: the few pages that are printed unless all is asked for.</summary>
    public bool IsBrief { get; init; }

    /// <summary>The part of the report that it belongs to: a heading in the table of contents.</summary>
    public LocalText Part { get; init; } = LocalText.Same("");

    /// <summary>Choices of the reader's that its figures do not follow: the page says so once another than the first is chosen.</summary>
    public IReadOnlyList<Choice> Unmoved { get; init; } = [];
}
