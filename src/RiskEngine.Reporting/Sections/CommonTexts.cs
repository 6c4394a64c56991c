using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>Words that several sections share.</summary>
internal static class CommonTexts
{
    /// <summary>Blocks about one portfolio.</summary>
    public static ChoiceBlocks About(Portfolio portfolio, params IReadOnlyList<Block> blocks) =>
        new(Choice.Portfolio, portfolio.Id.Value, portfolio.Name, blocks);

    public static LocalText Held { get; } = new("As held", "维持现状");

    public static LocalText Following { get; } = new("Following all", "遵循全部建议");

    public static LocalText NotAvailable { get; } = new("n/a", "不适用");

    public static LocalText None { get; } = new("none", "无");

    public static LocalText Comma { get; } = new(", ", "、");

    /// <summary>Between a thing and what is said of it: "the portfolio, as held".</summary>
    public static LocalText Aside { get; } = new(", ", "，");

    public static LocalText Semicolon { get; } = new("; ", "；");

    public static LocalText Colon { get; } = new(": ", "：");

    public static LocalText Date(DateOnly date) => LocalText.Same(date.ToString("yyyy-MM-dd"));

    /// <summary>A span of time: "12 months".</summary>
    public static LocalText Span(Tenor tenor)
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
    public static LocalText Count(int count, string one, string many, string chinese) =>
        new($"{count:N0} {(count == 1 ? one : many)}", $"{count:N0} {chinese}");

    public static LocalText Join(IEnumerable<LocalText> texts, LocalText separator)
    {
        var all = texts.ToList();
        return new(string.Join(separator.English, all.Select(t => t.English)), string.Join(separator.Chinese, all.Select(t => t.Chinese)));
    }

    public static Prose Join(IEnumerable<Prose> proses, LocalText separator) => Join(proses, (Prose)separator);

    /// <summary>Each on a line of its own.</summary>
    public static Prose Lines(IEnumerable<Prose> proses) => Join(proses, Prose.Break(Semicolon));

    private static Prose Join(IEnumerable<Prose> proses, Prose separator)
    {
        var result = Prose.Empty;
        foreach (var prose in proses)
            result = result.IsEmpty ? prose : result + separator + prose;
        return result;
    }

    /// <summary>Words in brackets, as each language writes them, with the blank before.</summary>
    public static LocalText InBrackets(LocalText text) => Sentence.Plain(" ({text})", "（{text}）", ("text", text));

    /// <summary>"the portfolio, as held": a portfolio, and whether the advice is followed.</summary>
    public static LocalText Of(Portfolio portfolio, Variant variant) =>
        variant.Kind == VariantKind.AsHeld
            ? Sentence.Plain("{portfolio}, As held", "{portfolio}，维持现状", ("portfolio", portfolio.Name))
            : Sentence.Plain("{portfolio}, Following all", "{portfolio}，遵循全部建议", ("portfolio", portfolio.Name));
}
