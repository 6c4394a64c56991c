using System.Globalization;
using System.Net;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Articles.Claims;

namespace RiskEngine.Articles.Showing;

/// <summary>A page that shows an article with what was taken highlighted, and lists what was not.</summary>
public static class ReadingPage
{
    private const string Style =
        "body{font:16px/1.6 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 "
        + "1rem}mark{background:#ffe58a}pre{white-space:pre-wrap;"
        + "overflow-wrap:anywhere;font:inherit}li{margin:.3rem 0}";

    /// <summary>
    /// One HTML file without scripts; the article's characters are escaped, and none that controls a screen is shown raw.
    /// </summary>
    public static string Write(ArticleReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var html = new StringBuilder();
        var title = Safe(reading.Article.Head.Title ?? reading.Article.File);
        html.Append("<!doctype html><html><head><meta charset=\"utf-8\"><title>").Append(title).Append("</title><style>").Append(Style);
        html.Append("</style></head><body><h1>").Append(title).Append("</h1><p>");
        html.Append(
            CultureInfo.InvariantCulture,
            $"{reading.Claims.Count} claims 条论断; {reading.Coverage:P0} of sentences became something 的句子被采用. "
                + $"{Safe(reading.Article.File)}, SHA-256 {reading.Article.Sha256}</p>"
        );
        Marked(reading, html);
        List("Set aside 搁置", reading.SetAside.Select(s => (s.Evidence.Line, $"{s.Reason}: {s.Evidence.Quote}")), html);
        List(
            "Rejected by the verifier 被核验拒绝",
            reading.Rejections.Select(r => (r.Claim.Evidence.Line, $"{r.Reason}: {r.Claim.Evidence.Quote}")),
            html
        );
        List("Not understood 未理解", reading.NotUnderstood.Select(e => (e.Line, e.Quote)), html);
        return html.Append("</body></html>\n").ToString();
    }

    private static void Marked(ArticleReading reading, StringBuilder html)
    {
        var text = reading.Article.Text;
        var at = 0;
        html.Append("<pre>");
        foreach (var group in reading.Claims.GroupBy(c => c.Evidence.Span).OrderBy(g => g.Key.Start).ThenByDescending(g => g.Key.Length))
        {
            if (group.Key.Start < at)
                continue;
            html.Append(Lines(text[at..group.Key.Start]));
            html.Append("<mark title=\"").Append(Safe(string.Join(", ", group.Select(c => c.Id)))).Append("\">");
            html.Append(Lines(text[group.Key.Start..group.Key.End])).Append("</mark>");
            at = group.Key.End;
        }

        html.Append(Lines(text[at..])).Append("</pre>");
    }

    private static void List(string heading, IEnumerable<(int Line, string Text)> items, StringBuilder html)
    {
        html.Append("<h2>").Append(heading).Append("</h2><ul>");
        foreach (var (line, text) in items)
            html.Append(CultureInfo.InvariantCulture, $"<li>{line}: {Safe(text)}</li>");
        html.Append("</ul>");
    }

    private static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Escaped));

    /// <summary>One line of any length, with characters that control a screen as their codes.</summary>
    private static string Escaped(string line) => WebUtility.HtmlEncode(PlainLine.Lines(line.Replace('\r', ' ').Replace('\t', ' ')));

    private static string Safe(string text) => WebUtility.HtmlEncode(PlainLine.Of(text));
}
