namespace RiskEngine.Articles.Documents;

/// <summary>A heading, paragraph, list item or table row of an article.</summary>
public sealed record Block
{
    /// <summary>What it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>Level of a heading from 1, depth of a list item from 1; 0 of others.</summary>
    public int Level { get; init; }

    /// <summary>Its words.</summary>
    public required Prose Prose { get; init; }

    /// <summary>The headings it stands under, outermost first.</summary>
    public IReadOnlyList<Block> Headings { get; init; } = [];

    /// <summary>
    /// What the section under it is for, where it is a heading: read once, and asked for by every sentence of the section.
    /// </summary>
    internal SectionRole HeadingRole { get; init; }

    /// <summary>Whether it is about the page rather than of the article: menus, licences, related links, disclaimers.</summary>
    public bool IsBoilerplate { get; init; }

    /// <summary>Words of the headings it stands under, outermost first.</summary>
    public string Section => string.Join(" > ", Headings.Select(h => h.Prose.Text));
}
