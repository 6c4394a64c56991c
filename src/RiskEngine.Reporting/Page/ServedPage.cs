using System.Net;

namespace RiskEngine.Reporting.Page;

/// <summary>
/// A page as a server hands it on: what it may load stands in the answer's head, and its script may ask that server. A page of another
/// version, or one that somebody changed, is none: its script is not this program's.
/// </summary>
public static class ServedPage
{
    private const string Before = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

    /// <summary>The content policy of a served page: this program's own script, and requests to the page's own server alone.</summary>
    public static string Policy { get; } =
        $"{PageWriter.Policy(PageWriter.Resource("charts.js"))}; connect-src 'self'; frame-ancestors 'none'";

    /// <summary>The page without the policy that it carries itself; null where that is not the one this program writes.</summary>
    /// <param name="page">The page as <see cref="PageWriter"/> writes it.</param>
    /// <param name="engine">The address at which its script asks the engine, from the page's own; null where it asks none.</param>
    public static string? Of(string page, string? engine)
    {
        ArgumentNullException.ThrowIfNull(page);
        var start = page.IndexOf(Before, StringComparison.Ordinal);
        var end = start < 0 ? -1 : page.IndexOf('"', start + Before.Length);
        if (end < 0 || WebUtility.HtmlDecode(page[(start + Before.Length)..end]) != PageWriter.Policy(PageWriter.Resource("charts.js")))
        {
            return null;
        }

        var asks = engine is null ? "" : $"<meta name=\"riskengine\" content=\"{WebUtility.HtmlEncode(engine)}\">";
        return string.Concat(page.AsSpan(0, start), asks, page.AsSpan(page.IndexOf('>', end) + 1));
    }
}
