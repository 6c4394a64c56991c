using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Page;

/// <summary>Writes a report as one HTML page that works without a network.</summary>
public static partial class PageWriter
{
    /// <summary>The page as text. All words of the document are escaped by the Razor renderer.</summary>
    public static async Task<string> WriteAsync(ReportDocument report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var script = Resource("charts.js");
        var parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?>
            {
                [nameof(ReportPage.Report)] = report,
                [nameof(ReportPage.Style)] = Resource("page.css"),
                [nameof(ReportPage.Script)] = script,
                [nameof(ReportPage.Policy)] = Policy(script),
            }
        );

        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<ReportPage>(parameters)).ToHtmlString()
        );
        return WithoutEndsOfCells(ReadableLetters(html));
    }

    /// <summary>
    /// Nothing may be loaded; only this script may run. Charts set styles on their elements, so styles are free; a chart is drawn once
    /// more from the page's own data when it is saved as a picture.
    /// </summary>
    internal static string Policy(string script)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        return $"default-src 'none'; script-src 'sha256-{hash}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
            + "form-action 'none'";
    }

    /// <summary>
    /// Razor writes a plus and each letter beyond ASCII as a numeric reference, which is eight bytes for a Chinese one and no help to who
    /// reads the source; neither a plus nor letters, signs and punctuation beyond ASCII can ever be markup. What cannot be printed, or
    /// turns the reading order around, would do so as a reference too: its code is shown instead.
    /// </summary>
    private static string ReadableLetters(string html) =>
        NumericReference()
            .Replace(
                html,
                match =>
                {
                    var code = int.Parse(match.Groups["code"].ValueSpan, NumberStyles.HexNumber);
                    if (code <= char.MaxValue && PlainLine.IsUnprintable((char)code) && code is not ('\n' or '\r' or '\t'))
                        return $"&lt;U+{code:X4}&gt;";
                    if (code == '+')
                        return "+";
                    if (code < 0xA0 || !Rune.TryCreate(code, out var rune))
                        return match.Value;
                    return Rune.IsLetterOrDigit(rune) || Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) ? rune.ToString() : match.Value;
                }
            );

    /// <summary>
    /// A cell or row ends where the next one or the table's end begins (HTML Living Standard, 13.1.2.4), so that their end tags, a fortieth
    /// of the page, can be left out. Scripts keep all their characters.
    /// </summary>
    private static string WithoutEndsOfCells(string html) =>
        ScriptOrEndOfCell().Replace(html, match => match.Value.StartsWith("<script", StringComparison.Ordinal) ? match.Value : "");

    internal static string Resource(string name)
    {
        using var stream =
            typeof(PageWriter).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource '{name}' is missing from {typeof(PageWriter).Assembly.GetName().Name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // A browser reads every line end as \n before it hashes the script.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    [GeneratedRegex("&#x(?<code>[0-9A-F]{1,6});", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NumericReference();

    [GeneratedRegex("<script.*?</script>|</t[dhr]>", RegexOptions.Singleline, 10_000)]
    private static partial Regex ScriptOrEndOfCell();
}
