using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Markdown;
using RiskEngine.Reporting.Page;

namespace RiskEngine.Reporting.Files;

/// <summary>What every kind of report leaves in its folder: the page, the same in Markdown, and texts of its own.</summary>
internal static class ReportFolder
{
    /// <summary>Writes the folder whole, in place of an older one; on failure or cancellation nothing changes.</summary>
    /// <param name="folder">The folder as it shall be.</param>
    /// <param name="name">Name of the page's files, without what says their form.</param>
    /// <param name="report">The report.</param>
    /// <param name="others">Further files: name and text.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static Task WriteAsync(
        string folder,
        string name,
        ReportDocument report,
        IReadOnlyList<(string Name, string Text)> others,
        CancellationToken cancellation
    ) =>
        AtomicFolder.WriteAsync(
            folder,
            (part, token) => FillAsync(part, name, report, [.. others.Select(o => (o.Name, (Func<string>)(() => o.Text)))], token),
            cancellation
        );

    /// <summary>Writes the files into a folder that is there; their texts are made side by side.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="name">Name of the page's files, without what says their form.</param>
    /// <param name="report">The report.</param>
    /// <param name="others">Further files: name, and what makes the text, on any thread.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task FillAsync(
        string folder,
        string name,
        ReportDocument report,
        IReadOnlyList<(string Name, Func<string> Text)> others,
        CancellationToken cancellation
    )
    {
        Task FileAsync(string file, Func<Task<string>> text) =>
            Task.Run(async () => await File.WriteAllTextAsync(Path.Combine(folder, file), await text(), cancellation), cancellation);

        await Task.WhenAll([
            FileAsync($"{name}.html", () => PageWriter.WriteAsync(report)),
            .. others
                .Append(($"{name}.md", () => MarkdownWriter.Write(report, Language.English)))
                .Append(($"{name}.zh-CN.md", () => MarkdownWriter.Write(report, Language.Chinese)))
                .Select(o => FileAsync(o.Item1, () => Task.FromResult(o.Item2()))),
        ]);
    }
}
