namespace RiskEngine.Articles.Documents;

/// <summary>
/// Finds where the lines of a Markdown text were that lost its line breaks: headings, list items and the head's fields follow each other
/// on one line.
/// </summary>
internal static class FlatText
{
    private const int LongLine = 600;

    /// <summary>The lines of a text, as ranges without their line ends; a flat line comes out as several.</summary>
    public static IEnumerable<TextSpan> Lines(string text)
    {
        var start = 0;
        while (start <= text.Length)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var length = end > start && text[end - 1] == '\r' ? end - 1 - start : end - start;
            var line = text.AsSpan(start, length);
            if (length > LongLine && line.Contains(" ## ", StringComparison.Ordinal))
            {
                foreach (var part in Parts(text, new TextSpan(start, length)))
                    yield return part;
            }
            else
            {
                yield return new TextSpan(start, length);
            }

            start = end + 1;
        }
    }

    private static List<TextSpan> Parts(string text, TextSpan line)
    {
        var parts = new List<TextSpan>();
        var outline = Outline(text, line);
        var start = line.Start;
        var inList = false;
        for (var i = line.Start + 1; i < line.End - 3; i++)
        {
            if (text[i] != ' ')
                continue;
            var mark = MarkAt(text, i, inList, line.End);
            if (mark == Mark.None)
                continue;
            Add(start, i);
            inList = mark == Mark.Item || (inList && mark != Mark.Heading && mark != Mark.Break);
            start = i + 1;
            if (mark == Mark.Heading && HeadingEnd(text, start, line.End, outline) is var end && end > start)
            {
                Add(start, end);
                start = Math.Min(end + 1, line.End);
                i = end;
                inList = text.AsSpan(start).StartsWith("- ");
                if (inList)
                    i = start + 1;
            }
        }

        Add(start, line.End);
        return parts;

        void Add(int from, int to)
        {
            parts.Add(new TextSpan(from, to - from));
            parts.Add(new TextSpan(to, 0)); // an empty line, so that neighbours are not joined
        }
    }

    /// <summary>What begins after the space at <paramref name="i"/>.</summary>
    private static Mark MarkAt(string text, int i, bool inList, int end)
    {
        var rest = text.AsSpan(i + 1, end - i - 1);
        if (rest.StartsWith("## ") || rest.StartsWith("### "))
            return Mark.Heading;
        if (rest.StartsWith("> ") && rest.Length > 3 && char.IsUpper(rest[2]) && rest[..Math.Min(rest.Length, 30)].Contains(':'))
            return Mark.Field;
        if (rest.StartsWith("--- "))
            return Mark.Break;
        if (rest.StartsWith("- ") && (inList || rest.StartsWith("- **") || EndsSentence(text[i - 1])))
            return Mark.Item;
        var parted = Characters.IsChinese(text[i + 1]) && (Characters.IsChinese(text[i - 1]) || EndsSentence(text[i - 1]));
        return parted && !rest.StartsWith("- ") ? Mark.Break : Mark.None;
    }

    private static bool EndsSentence(char character) => character is '。' or '！' or '？' or '.' or '!' or '?' or '"' or '”';

    /// <summary>Headings that the text lists itself, under <c>## Outline</c>.</summary>
    private static List<string> Outline(string text, TextSpan line)
    {
        const string Name = "## Outline - ";
        var at = text.IndexOf(Name, line.Start, line.Length, StringComparison.Ordinal);
        if (at < 0)
            return [];
        var start = at + Name.Length;
        var end = text.IndexOf(" ## ", start, StringComparison.Ordinal);
        return end < 0 ? [] : [.. text[start..end].Split(" - ")];
    }

    private static int HeadingEnd(string text, int start, int end, List<string> outline)
    {
        var words = start + text.AsSpan(start).IndexOf(' ') + 1;
        var known = outline.Find(h => string.CompareOrdinal(text, words, h, 0, h.Length) == 0);
        if (known is not null)
            return words + known.Length;
        var space = text.IndexOf(' ', words, end - words);
        // "## Rollout Alternates en: ..." has two words; a Chinese heading has no space
        while (space > 0 && space + 1 < end && char.IsUpper(text[space + 1]) && char.IsAsciiLetter(text[words]) && IsField(text, space + 1))
            space = text.IndexOf(' ', space + 1, end - space - 1);
        return space < 0 ? end : space;
    }

    private static bool IsField(string text, int start)
    {
        var word = text.AsSpan(start, Math.Min(12, text.Length - start));
        return word.StartsWith("Alternates") || word.StartsWith("URLs") || word.StartsWith("Guidance");
    }

    private enum Mark
    {
        None,
        Heading,
        Field,
        Item,
        Break,
    }
}
