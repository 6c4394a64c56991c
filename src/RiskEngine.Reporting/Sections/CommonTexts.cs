using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Time;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Words that several sections share.</summary>
internal static class CommonTexts
{
    public static Text Held { get; } = new("As held", "维持现状");

    public static Text Following { get; } = new("Following all", "遵循全部建议");

    public static Text NotAvailable { get; } = new("n/a", "不适用");

    public static Text None { get; } = new("none", "无");

    public static Text Comma { get; } = new(", ", "、");

    /// <summary>Between a thing and what is said of it: "the portfolio, as held".</summary>
    public static Text Aside { get; } = new(", ", "，");

    public static Text Semicolon { get; } = new("; ", "；");

    public static Text Colon { get; } = new(": ", "：");

    /// <summary>A text of the scenario.</summary>
    public static Text Of(LocalText text) => new(text.English, text.Chinese);

    public static Text Date(DateOnly date) => Text.Same(date.ToString("yyyy-MM-dd"));

    /// <summary>A span of time: "12 months".</summary>
    public static Text Span(Tenor tenor)
    {
        var (one, many, chinese) = tenor.Unit switch
        {
            TenorUnit.Day => ("day", "days", "天"),
            TenorUnit.Week => ("week", "weeks", "周"),
            TenorUnit.Month => ("month", "months", "个月"),
            _ => ("year", "years", "年"),
        };
        return new($"{tenor.Count} {(tenor.Count == 1 ? one : many)}", $"{tenor.Count} {chinese}");
    }

    /// <summary>A number of things: "1 position", "3 positions".</summary>
    public static Text Count(int count, string one, string many, string chinese) =>
        new($"{count:N0} {(count == 1 ? one : many)}", $"{count:N0} {chinese}");

    public static Text Join(IEnumerable<Text> texts, Text separator)
    {
        var all = texts.ToList();
        return new(string.Join(separator.English, all.Select(t => t.English)), string.Join(separator.Chinese, all.Select(t => t.Chinese)));
    }

    public static Prose Join(IEnumerable<Prose> proses, Text separator) => Join(proses, (Prose)separator);

    /// <summary>Each on a line of its own.</summary>
    public static Prose Lines(IEnumerable<Prose> proses) => Join(proses, new Prose([new Span(Semicolon, Emphasis.Break)]));

    private static Prose Join(IEnumerable<Prose> proses, Prose separator)
    {
        var result = Prose.Empty;
        foreach (var prose in proses)
            result = result.Spans.Count == 0 ? prose : result + separator + prose;
        return result;
    }

    /// <summary>Words in brackets, as each language writes them, with the blank before.</summary>
    public static Text InBrackets(Text text) => new($" ({text.English})", $"（{text.Chinese}）");
}
