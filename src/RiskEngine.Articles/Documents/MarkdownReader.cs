using System.Text.RegularExpressions;

namespace RiskEngine.Articles.Documents;

/// <summary>Reads Markdown and plain text, with line breaks or without.</summary>
internal sealed partial class MarkdownReader
{
    private const int LongestPlainHeading = 32;
    private readonly string text;
    private readonly TextSpan[] lines;
    private readonly List<RawBlock> blocks = [];
    private readonly bool isMarkdown;
    private int cells;

    private MarkdownReader(string text)
    {
        this.text = text;
        lines = [.. FlatText.Lines(text)];
        isMarkdown = Array.Exists(lines, line => HeadingMark().IsMatch(Of(line)));
    }

    /// <summary>The article of a text.</summary>
    public static ArticleText Read(string file, string text)
    {
        var reader = new MarkdownReader(text);
        var head = HeadReader.Read(text, reader.lines, out var first);
        reader.ReadBlocks(first);
        return DocumentBuilder.Build(new ArticleText(file, text, null), reader.blocks, head);
    }

    private string Of(TextSpan line) => text.Substring(line.Start, Math.Min(line.Length, 200));

    private void ReadBlocks(int first)
    {
        var i = first;
        while (i < lines.Length)
            i = ReadBlock(i);
    }

    /// <summary>Reads the block that begins on a line; returns the line after it.</summary>
    private int ReadBlock(int i)
    {
        var line = Of(lines[i]);
        if (string.IsNullOrWhiteSpace(line) || Rule().IsMatch(line) || HeadReader.IsField(line))
            return i + 1;
        if (HeadingMark().Match(line) is { Success: true } heading)
        {
            Add(BlockKind.Heading, heading.Groups["marks"].Length, lines[i].Start + heading.Length, lines[i].End);
            return i + 1;
        }

        if (line.StartsWith("```", StringComparison.Ordinal))
            return SkipFence(i);
        if (TableEnd(i) is var end && end > i)
            return ReadTable(i, end);
        if (ItemMark().Match(line) is { Success: true } item)
            return ReadWrapped(BlockKind.ListItem, 1 + item.Groups["indent"].Length / 2, i, lines[i].Start + item.Length);
        if (QuoteMark().Match(line) is { Success: true } quote)
            return ReadWrapped(BlockKind.Quotation, 0, i, lines[i].Start + quote.Length);
        if (i + 1 < lines.Length && Underline().IsMatch(Of(lines[i + 1])) && line.Trim().Length > 0)
        {
            Add(BlockKind.Heading, text[lines[i + 1].Start] == '=' ? 1 : 2, lines[i].Start, lines[i].End);
            return i + 2;
        }

        if (IsBold(line) || IsPlainHeading(i))
        {
            Add(
                BlockKind.Heading,
                isMarkdown ? 7
                    : blocks.Count == 0 ? 1
                    : 3,
                lines[i].Start,
                lines[i].End
            );
            return i + 1;
        }

        return ReadWrapped(BlockKind.Paragraph, 0, i, lines[i].Start);
    }

    /// <summary>Reads a block that may go on in the lines below.</summary>
    private int ReadWrapped(BlockKind kind, int level, int i, int start)
    {
        var prose = new Prose.Builder();
        InlineMarkup.Add(prose, text, start, lines[i].End);
        var next = i + 1;
        while (next < lines.Length && GoesOn(next))
        {
            if (!(Characters.IsChinese(LastOf(next - 1)) || Characters.IsChinese(FirstOf(next))))
                prose.Add(' ', lines[next].Start);
            var quoted = QuoteMark().Match(Of(lines[next]));
            InlineMarkup.Add(prose, text, lines[next].Start + (quoted.Success ? quoted.Length : 0), lines[next].End);
            next++;
        }

        blocks.Add(new RawBlock(kind, level, prose.Build()));
        return next;
    }

    /// <summary>
    /// Whether a line belongs to the block above: Markdown wraps; in plain text a line that ends a sentence ends a paragraph as well.
    /// </summary>
    private bool GoesOn(int i)
    {
        var line = Of(lines[i]);
        if (
            string.IsNullOrWhiteSpace(line)
            || HeadingMark().IsMatch(line)
            || ItemMark().IsMatch(line)
            || line.StartsWith("```", StringComparison.Ordinal)
            || line.TrimStart().StartsWith('|')
            || Rule().IsMatch(line)
            || IsBold(line)
            || StartsTable(i)
        )
        {
            return false;
        }

        return LastOf(i - 1) is not ('。' or '！' or '？' or '：') && (lines[i - 1].Length > LongestPlainHeading || isMarkdown);
    }

    private char LastOf(int i) => lines[i].Length == 0 ? ' ' : text[lines[i].End - 1];

    private char FirstOf(int i) => lines[i].Length == 0 ? ' ' : text[lines[i].Start];

    /// <summary>A short line of its own without an end of sentence; in Markdown only headings are headings.</summary>
    private bool IsPlainHeading(int i)
    {
        if (isMarkdown)
            return false;
        var line = Of(lines[i]).Trim();
        var longest = line.Any(Characters.IsChinese) ? LongestPlainHeading : 2 * LongestPlainHeading;
        if (line.Length == 0 || line.Length > longest || line[^1] is '。' or '.' or '!' or '！' or '？' or ';' or '；' or ',' or '，')
            return false;
        var isParted = i == 0 || lines[i - 1].Length == 0 || LastOf(i - 1) is '。' or '！' or '？' or '.';
        var isFollowed = i + 1 < lines.Length;
        return isParted
            && isFollowed
            && !line.Contains('\t', StringComparison.Ordinal)
            && !line.Contains('，', StringComparison.Ordinal)
            && line.Any(char.IsLetter);
    }

    private static bool IsBold(string line)
    {
        var trimmed = line.Trim();
        return trimmed.Length is > 4 and < 80
            && trimmed.StartsWith("**", StringComparison.Ordinal)
            && trimmed.TrimEnd(':', '：').EndsWith("**", StringComparison.Ordinal)
            && trimmed.TrimEnd(':', '：').IndexOf("**", 2, StringComparison.Ordinal) == trimmed.TrimEnd(':', '：').Length - 2;
    }

    private void Add(BlockKind kind, int level, int start, int end) =>
        blocks.Add(new RawBlock(kind, level, InlineMarkup.Of(text, start, end)));

    private int SkipFence(int i)
    {
        var end = i + 1;
        while (end < lines.Length && !Of(lines[end]).StartsWith("```", StringComparison.Ordinal))
            end++;
        return Math.Min(end + 1, lines.Length);
    }

    /// <summary>Whether a table begins on a line; looks at two lines only, for it is asked of every line.</summary>
    private bool StartsTable(int i)
    {
        if (i + 1 >= lines.Length)
            return false;
        if (Of(lines[i]).Contains('|', StringComparison.Ordinal))
            return IsDelimiter(i) || IsDelimiter(i + 1);
        return Count(i, '\t') >= 2 && Count(i + 1, '\t') == Count(i, '\t');
    }

    private bool IsDelimiter(int i) =>
        Of(lines[i]) is var line && line.Contains('|', StringComparison.Ordinal) && Delimiter().IsMatch(line);

    /// <summary>The line after a table that begins on a line, or the line itself where none does.</summary>
    private int TableEnd(int i)
    {
        if (!StartsTable(i))
            return i;
        var mark = Of(lines[i]).Contains('|', StringComparison.Ordinal) ? '|' : '\t';
        var end = i;
        while (end < lines.Length && Count(end, mark) >= (mark == '|' ? 1 : 2) && Count(end, mark) == Count(i, mark))
            end++;
        return end - i >= 2 ? end : i;
    }

    private int Count(int i, char mark) => text.AsSpan(lines[i].Start, lines[i].Length).Trim().Trim('|').Count(mark);

    private int ReadTable(int i, int end)
    {
        var mark = Of(lines[i]).Contains('|', StringComparison.Ordinal) ? '|' : '\t';
        var first = true;
        for (var row = i; row < end; row++)
        {
            if (mark == '|' && Delimiter().IsMatch(Of(lines[row])))
                continue;
            var found = CellsOf(lines[row], mark);
            cells += found.Count;
            if (cells > ArticleLimits.Cells)
                throw new ArticleUnreadableException($"expected at most {ArticleLimits.Cells} table cells, found more by line {row + 1}");
            blocks.Add(new RawBlock(BlockKind.TableRow, 0, InlineMarkup.Of(text, lines[row].Start, lines[row].End), found, first));
            first = false;
        }

        return end;
    }

    private List<Prose> CellsOf(TextSpan line, char mark)
    {
        var (start, end) = (line.Start, line.End);
        while (start < end && text[start] is ' ')
            start++;
        if (start < end && text[start] == '|')
            start++;
        while (end > start && text[end - 1] is ' ' or '|')
            end--;
        var found = new List<Prose>();
        for (var i = start; i <= end; i++)
        {
            if (i < end && (text[i] != mark || text[i - 1] == '\\'))
                continue;
            found.Add(InlineMarkup.Of(text, start, i));
            start = i + 1;
        }

        return found;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})\s+", Options, 20_000)]
    private static partial Regex HeadingMark();

    [GeneratedRegex(
        @"^(?<indent>\s{0,12})([-*+]\s+|[•●■◆▪►–]\s*|[0-9]{1,2}[.)](\s+|(?=\*|\p{Lo}))|[0-9]{1,2}、|[(（][0-9]{1,2}[)）]|[①-⑳])",
        Options,
        20_000
    )]
    private static partial Regex ItemMark();

    [GeneratedRegex(@"^\s{0,3}>+\s?", Options, 20_000)]
    private static partial Regex QuoteMark();

    [GeneratedRegex(@"^(?>\s*)(?>([-*_=]\s*){3,})$", Options, 20_000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(=+|-{3,})\s*$", Options, 20_000)]
    private static partial Regex Underline();

    // Atomic up to the first dash and behind it: else a line of dashes takes time that grows with the square of its length.
    [GeneratedRegex(@"^(?>[\s:|]*)-(?>[\s:|-]*)$", Options, 20_000)]
    private static partial Regex Delimiter();
}
