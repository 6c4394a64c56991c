using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>Makes sentences of templates, one a language, whose holes are filled by name: <c>"{share} of the value"</c>.</summary>
/// <remarks>
/// A template is a whole sentence (or heading), so that who translates it sees what it says and may order it anew. Both languages name
/// the same holes, and every value given is used; anything else throws. A sentence chosen by a condition is two templates, not two halves.
/// </remarks>
public static class Sentence
{
    /// <summary>A sentence whose figures may be stressed and whose names may be links.</summary>
    /// <exception cref="ArgumentException">The holes of the templates and the names given are not the same.</exception>
    public static Prose Of(string english, string chinese, params IReadOnlyList<(string Name, ProseHole Value)> holes)
    {
        var template = Template.Of(english, chinese, [.. holes.Select(h => h.Name)]);
        IReadOnlyList<Span> Fill(IReadOnlyList<TemplatePart> parts, Func<Prose, IReadOnlyList<Span>> spans) =>
            [
                .. parts
                    .SelectMany(part => part.Hole is { } hole ? spans(holes[hole].Value.Prose) : [new Span(part.Words)])
                    .Where(s => s.Text.Length > 0),
            ];

        return new(Fill(template.English, p => p.English), Fill(template.Chinese, p => p.Chinese));
    }

    /// <summary>A sentence without stress or links: a heading, a caption, the name of a column.</summary>
    /// <exception cref="ArgumentException">The holes of the templates and the names given are not the same.</exception>
    public static LocalText Plain(string english, string chinese, params IReadOnlyList<(string Name, TextHole Value)> holes)
    {
        var template = Template.Of(english, chinese, [.. holes.Select(h => h.Name)]);
        string Fill(IReadOnlyList<TemplatePart> parts, Language language) =>
            string.Concat(parts.Select(part => part.Hole is { } hole ? holes[hole].Value.Text.In(language) : part.Words));

        return new(Fill(template.English, Language.English), Fill(template.Chinese, Language.Chinese));
    }
}
