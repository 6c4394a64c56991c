using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;

namespace RiskEngine.Loading.Drafts;

/// <summary>Values as they stand in the files of a scenario.</summary>
internal static class DraftText
{
    /// <summary>A number in digits, at most <paramref name="places"/> after the point.</summary>
    public static string Number(double value, int places = 4)
    {
        var text = Math.Round(value, places).ToString("0.############", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>A text in double quotes; what cannot be printed becomes U+FFFD.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            if (c is '"' or '\\')
                quoted.Append('\\');
            quoted.Append(PlainLine.IsUnprintable(c) ? '\uFFFD' : c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>A text for readers: once where both languages are the same.</summary>
    public static string Quoted(LocalText text) =>
        text.English == text.Chinese ? Quoted(text.English) : $"{{ en: {Quoted(text.English)}, zh-CN: {Quoted(text.Chinese)} }}";

    /// <summary><c>{ a: 1, b: 2 }</c>.</summary>
    public static string Map(IEnumerable<KeyValuePair<string, double>> values) =>
        $"{{ {string.Join(", ", values.Select(v => $"{v.Key}: {Number(v.Value)}"))} }}";

    /// <summary><c>source: ...</c>, with the comma before it; nothing where there is none.</summary>
    public static string SourceOf(IReadOnlyDictionary<string, Source> sources) =>
        sources.Count == 0 ? ""
        : sources.Count == 1 && sources.TryGetValue("all", out var one) ? $", source: {Of(one)}"
        : $", source: {{ {string.Join(", ", sources.Select(s => $"{s.Key}: {Of(s.Value)}"))} }}";

    /// <summary>One source.</summary>
    public static string Of(Source source) =>
        source switch
        {
            Judgement judgement => $"{{ judgement: {Quoted(judgement.Reason)} }}",
            Calibrated { StandardError: { } error } c => $"{{ calibrated: {c.Calibration}, standardError: {Number(error)} }}",
            Calibrated c => $"{{ calibrated: {c.Calibration} }}",
            FromArticle article => $"{{ article: {article.Thesis}/{article.Claim} }}",
            _ => throw new ArgumentException($"A source that files cannot name: {source.GetType().Name}.", nameof(source)),
        };

    /// <summary>A comment on one line.</summary>
    public static string Comment(string text) => "# " + string.Concat(text.Select(c => PlainLine.IsUnprintable(c) ? ' ' : c));
}
