using System.Text;

namespace RiskEngine.Articles.Documents;

/// <summary>
/// Collects the text of a format that is not read as characters (HTML, PDF): one line a block, with its place in the file.
/// </summary>
internal sealed class LineText
{
    private readonly StringBuilder text = new();
    private readonly List<int> lines = [];
    private readonly List<RawBlock> blocks = [];
    private int cells;

    /// <summary>What was added.</summary>
    public IReadOnlyList<RawBlock> Blocks => blocks;

    /// <summary>The article of it.</summary>
    public ArticleText Build(string file, ArticleHead head)
    {
        if (lines.Count == 0)
            throw new ArticleUnreadableException("expected words, found none");
        return DocumentBuilder.Build(new ArticleText(file, text.ToString(), [.. lines, lines[^1]]), blocks, head);
    }

    /// <summary>Adds a block that is no table row.</summary>
    public void Add(BlockKind kind, int level, string words, int line)
    {
        var prose = Append(words, line);
        if (prose.Text.Length > 0)
            blocks.Add(new RawBlock(kind, level, prose));
        EndLine();
    }

    /// <summary>Adds a table row.</summary>
    public void AddRow(IReadOnlyList<string> row, bool startsTable, int line)
    {
        cells += row.Count;
        if (cells > ArticleLimits.Cells)
            throw new ArticleUnreadableException($"expected at most {ArticleLimits.Cells} table cells, found more by line {line}");
        var found = new List<Prose>();
        var whole = new Prose.Builder();
        var start = text.Length;
        foreach (var cell in row)
        {
            if (found.Count > 0)
                text.Append(" | ");
            found.Add(Append(cell, line));
        }

        for (var i = start; i < text.Length; i++)
            whole.Add(text[i], i);
        blocks.Add(new RawBlock(BlockKind.TableRow, 0, whole.Build(), found, startsTable));
        EndLine();
    }

    private Prose Append(string words, int line)
    {
        if (lines.Count == 0 || (text.Length > 0 && text[^1] == '\n'))
            lines.Add(line);
        var prose = new Prose.Builder();
        foreach (var character in words.Trim())
        {
            prose.Add(character, text.Length);
            text.Append(character is '\n' or '\r' ? ' ' : character);
            if (text.Length > ArticleLimits.Characters)
                throw new ArticleUnreadableException($"expected at most {ArticleLimits.Characters} characters, found more by line {line}");
        }

        return prose.Build();
    }

    private void EndLine() => text.Append('\n');
}
