using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>A whole report as words, tables and charts: the page and the Markdown files are two ways of writing this.</summary>
/// <param name="Title">The report's name.</param>
/// <param name="Subtitle">What was run, in one line.</param>
/// <param name="Sections">Its sections, in reading order.</param>
/// <param name="Footer">What stands below all of them.</param>
public sealed record ReportDocument(LocalText Title, Prose Subtitle, IReadOnlyList<Section> Sections, Prose Footer)
{
    /// <summary>What is for those who ask further, a tab of the page for each part of the report, in their order.</summary>
    public IReadOnlyList<AppendixTab> Appendix { get; } =
    [.. Sections.Where(s => s.IsAppendix).GroupBy(s => s.Part).Select(g => new AppendixTab(g.Key, [.. g]))];

    /// <summary>What the reader chooses for all sections.</summary>
    public IReadOnlyList<ChoiceList> Choices { get; } = ChoiceList.Of(Sections.SelectMany(s => s.Blocks));
}
