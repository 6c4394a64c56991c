namespace RiskEngine.Articles.Documents;

/// <summary>Takes Markdown's inline marks off: bold, links, images, code, tags.</summary>
internal static class InlineMarkup
{
    /// <summary>Longest part of a link or tag that is looked for; what is longer stays as it is.</summary>
    private const int Longest = 2_000;

    /// <summary>Adds the words of a run of characters.</summary>
    public static void Add(Prose.Builder prose, string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            switch (text[i])
            {
                case '*' or '`':
                case '_' when i + 1 < end && text[i + 1] == '_':
                case '_' when i > start && text[i - 1] == '_':
                    continue;
                case '!' when i + 1 < end && text[i + 1] == '[' && LinkEnd(text, i + 1, end) is > 0 and var imageEnd:
                    i = imageEnd;
                    continue;
                case '[' when LinkEnd(text, i, end) is > 0 and var linkEnd:
                    Add(prose, text, i + 1, text.IndexOf(']', i));
                    i = linkEnd;
                    continue;
                case '<' when TagEnd(text, i, end) is > 0 and var tagEnd:
                    prose.Add(' ', i);
                    i = tagEnd;
                    continue;
                case '\\' when i + 1 < end && char.IsPunctuation(text[i + 1]):
                    continue;
                default:
                    prose.Add(text[i], i);
                    continue;
            }
        }
    }

    /// <summary>The words of a run of characters.</summary>
    public static Prose Of(string text, int start, int end)
    {
        var prose = new Prose.Builder();
        Add(prose, text, start, end);
        return prose.Build();
    }

    /// <summary>The last character of <c>[words](address)</c>, or 0.</summary>
    private static int LinkEnd(string text, int start, int end)
    {
        var limit = Math.Min(end, start + Longest);
        var close = text.IndexOf(']', start, limit - start);
        if (close < 0 || close + 1 >= end || text[close + 1] != '(' || text.AsSpan(start + 1, close - start - 1).Contains('['))
            return 0;
        var last = text.IndexOf(')', close, Math.Min(end, close + Longest) - close);
        return Math.Max(last, 0);
    }

    private static int TagEnd(string text, int start, int end)
    {
        if (start + 1 >= end || !(char.IsAsciiLetter(text[start + 1]) || text[start + 1] is '/' or '!'))
            return 0;
        return Math.Max(0, text.IndexOf('>', start, Math.Min(end, start + 200) - start));
    }
}
