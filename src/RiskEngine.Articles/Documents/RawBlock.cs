namespace RiskEngine.Articles.Documents;

/// <summary>What a reader of one file format found, before headings, sentences and boilerplate are worked out.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Level">Level of a heading or depth of a list item.</param>
/// <param name="Prose">Its words.</param>
/// <param name="Cells">Of a table row its cells; empty otherwise.</param>
/// <param name="StartsTable">Whether a table row is the first of its table.</param>
internal sealed record RawBlock(BlockKind Kind, int Level, Prose Prose, IReadOnlyList<Prose> Cells, bool StartsTable = false)
{
    /// <summary>A block that is no table row.</summary>
    public RawBlock(BlockKind kind, int level, Prose prose)
        : this(kind, level, prose, []) { }
}
