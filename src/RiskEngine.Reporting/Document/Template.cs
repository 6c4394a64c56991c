namespace RiskEngine.Reporting.Document;

/// <summary>A stretch of a template: words, or the position of the value that stands there.</summary>
internal sealed record TemplatePart(string Words, int? Hole);

/// <summary>A sentence with named holes in both languages, checked: each hole stands in both, and every name given is a hole.</summary>
internal sealed record Template(IReadOnlyList<TemplatePart> English, IReadOnlyList<TemplatePart> Chinese)
{
    /// <summary>Reads both languages.</summary>
    /// <param name="english">The English template.</param>
    /// <param name="chinese">The Chinese one.</param>
    /// <param name="names">The names of the values, in their order.</param>
    /// <exception cref="ArgumentException">The holes and the names are not the same.</exception>
    public static Template Of(string english, string chinese, IReadOnlyList<string> names)
    {
        if (Problem(english, chinese, names) is { } problem)
            throw new ArgumentException($"{problem} In: \"{english}\".", nameof(names));
        return new([.. Parts(english, names)], [.. Parts(chinese, names)]);
    }

    /// <summary>What is wrong with a template, or null.</summary>
    public static string? Problem(string english, string chinese, IReadOnlyList<string> names)
    {
        var expected = string.Join(", ", names.Order(StringComparer.Ordinal));
        foreach (var (language, template) in new[] { ("English", english), ("Chinese", chinese) })
        {
            var found = string.Join(", ", Holes(template).Distinct().Order(StringComparer.Ordinal));
            if (found != expected)
                return $"Expected the holes {{{expected}}} in the {language} template, found {{{found}}}.";
        }

        return null;
    }

    private static IEnumerable<string> Holes(string template) => Split(template).Where(p => p.IsHole).Select(p => p.Words);

    private static IEnumerable<TemplatePart> Parts(string template, IReadOnlyList<string> names) =>
        Split(template)
            .Select(p =>
                p.IsHole ? new TemplatePart("", names.Index().First(n => n.Item == p.Words).Index) : new TemplatePart(p.Words, null)
            );

    private static IEnumerable<(string Words, bool IsHole)> Split(string template)
    {
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
                break;
            if (open > at)
                yield return (template[at..open], false);
            yield return (template[(open + 1)..close], true);
            at = close + 1;
        }

        if (at < template.Length)
            yield return (template[at..], false);
    }
}
