using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.WhatIf;

namespace RiskEngine.Reporting.Document;

/// <summary>A piece of a section: what it says, not how a format writes it.</summary>
public abstract record Block;

/// <summary>Running words.</summary>
public sealed record Paragraph(Prose Prose) : Block;

/// <summary>A heading below the section's own.</summary>
public sealed record Subheading(LocalText Text) : Block;

/// <summary>A list of points.</summary>
public sealed record Bullets(IReadOnlyList<Prose> Items) : Block;

/// <summary>An answer in large letters with the points that carry it.</summary>
/// <param name="Name">What is answered for: a portfolio.</param>
/// <param name="Headline">The answer in one or two sentences.</param>
/// <param name="Points">What else a reader needs to judge it.</param>
public sealed record Answer(LocalText Name, Prose Headline, IReadOnlyList<Prose> Points) : Block;

/// <summary>Blocks that are folded away until a reader asks for them; open on paper.</summary>
/// <param name="Summary">What stands in sight: what is folded, and the counts that matter.</param>
/// <param name="Blocks">What is folded.</param>
public sealed record Fold(LocalText Summary, IReadOnlyList<Block> Blocks) : Block;

/// <summary>
/// Blocks that are true of one choice of the reader's: of one portfolio, case, horizon or variant. The page shows those of what is chosen;
/// all of a printed report and Markdown show every portfolio, and of the other choices the one that stands first.
/// </summary>
/// <param name="Choice">What is chosen.</param>
/// <param name="Value">The id of what the blocks are about.</param>
/// <param name="Name">Its name, for the list that is chosen from.</param>
/// <param name="Blocks">What is said of it.</param>
/// <param name="IsDefault">Whether the page shows it until the reader chooses another.</param>
public sealed record ChoiceBlocks(Choice Choice, string Value, LocalText Name, IReadOnlyList<Block> Blocks, bool IsDefault = false) : Block;

/// <summary>Small blocks of equal kind, two in a row where there is room.</summary>
public sealed record Pairs(IReadOnlyList<Block> Blocks) : Block;

/// <summary>Literal lines, such as a command to type.</summary>
public sealed record Listing(string Lines) : Block;

/// <summary>A chart with a description that stands for it where it cannot be seen.</summary>
/// <param name="Chart">What is drawn.</param>
/// <param name="Caption">What it shows and the figures that matter, in words.</param>
public sealed record Figure(ChartSpec Chart, LocalText Caption) : Block
{
    /// <summary>What it finds, in one line above it; <see langword="null"/> where the words around it say so.</summary>
    public LocalText? Title { get; init; }
}

/// <summary>Sliders for the numbers of the scenario, and the figures that some paths of the run give for them: on the page alone.</summary>
/// <param name="Paths">What they work on.</param>
public sealed record WhatIfPanel(WhatIfSpec Paths) : Block;

/// <summary>
/// The numbers of a scenario to change, and what the engine makes of them: drawn by the page's script where a server answers, and nothing
/// elsewhere.
/// </summary>
public sealed record EnginePanel : Block;

/// <summary>A table.</summary>
/// <param name="Columns">The head, one a column.</param>
/// <param name="Rows">The cells, as many a row as there are columns.</param>
/// <param name="Filterable">Whether the page offers a field that filters the rows, and heads that sort them.</param>
public sealed record Table(IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows, bool Filterable = false) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its head.</param>
/// <param name="Numeric">Whether its cells are numbers, set to the right.</param>
/// <param name="Wide">Whether its cells are sentences, which need room.</param>
public sealed record Column(LocalText Name, bool Numeric = false, bool Wide = false)
{
    /// <summary>A column of words.</summary>
    public static implicit operator Column(LocalText name) => new(name);
}

/// <summary>A cell of a table.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Note">What is said below it in small letters: an interval, a unit, a source; <see langword="null"/> for nothing.</param>
public sealed record Cell(Prose Content, Prose? Note = null)
{
    /// <summary>
    /// In the first cell of a row: the id by which the report's own links lead to the row; <see langword="null"/> for none.
    /// </summary>
    public string? Anchor { get; init; }

    /// <summary>A cell without figures.</summary>
    public static Cell Empty { get; } = new(Prose.Empty);

    /// <summary>A cell of plain words.</summary>
    public static implicit operator Cell(LocalText text) => new(text);

    /// <summary>A cell of words.</summary>
    public static implicit operator Cell(Prose prose) => new(prose);
}
