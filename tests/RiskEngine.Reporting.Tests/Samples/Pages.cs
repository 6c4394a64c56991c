using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Page;

namespace RiskEngine.Reporting.Tests.Samples;

/// <summary>Rendered pages and the parts of them that tests look at.</summary>
internal static partial class Pages
{
    public static Task<string> Plain() => PageWriter.WriteAsync(ReportBuilder.Build(SampleResults.Make(), SampleResults.Run));

    /// <summary>A page of a scenario whose every text is full of markup.</summary>
    public static Task<string> Hostile() =>
        PageWriter.WriteAsync(ReportBuilder.Build(SampleResults.Make(LocalText.Same(SampleResults.Hostile)), SampleResults.Run));

    /// <summary>Each script element: its attributes and its text.</summary>
    public static IReadOnlyList<(string Attributes, string Body)> Scripts(string page) =>
        [.. Script().Matches(page).Select(m => (m.Groups["attributes"].Value.Trim(), m.Groups["body"].Value))];

    /// <summary>The page without scripts and style: what a reader's browser takes for markup and text.</summary>
    public static string Markup(string page) => Style().Replace(Script().Replace(page, ""), "");

    [GeneratedRegex("<script(?<attributes>[^>]*)>(?<body>.*?)</script", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Script();

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Style();
}
