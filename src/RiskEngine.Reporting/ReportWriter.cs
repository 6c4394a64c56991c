using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Files;
using RiskEngine.Reporting.Markdown;
using RiskEngine.Reporting.Page;
using RiskEngine.Results;

namespace RiskEngine.Reporting;

/// <summary>Writes a run's folder: the page, the same in Markdown, the figures and the paths as data, and the manifest.</summary>
public static class ReportWriter
{
    /// <summary>The folder of a run below the reports folder: scenario, then run.</summary>
    /// <exception cref="ArgumentException">An id could lead out of the reports folder.</exception>
    public static string FolderOf(string reports, RiskResults results, RunDescription run)
    {
        ArgumentException.ThrowIfNullOrEmpty(reports);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(run);
        return Path.Combine(
            Path.GetFullPath(reports),
            FolderNames.Checked(results.Scenario.Id.Value, "scenario"),
            FolderNames.Checked(run.RunId, "run")
        );
    }

    /// <summary>Writes the folder whole, in place of an older one of the same run; on failure or cancellation nothing changes.</summary>
    /// <param name="results">What the run found out.</param>
    /// <param name="run">What is said about the run.</param>
    /// <param name="reports">The reports folder.</param>
    /// <param name="attachments">Further files to copy in, such as the run's log; those that are missing are left out.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>The run's folder.</returns>
    public static async Task<string> WriteAsync(
        RiskResults results,
        RunDescription run,
        string reports,
        IReadOnlyList<string>? attachments = null,
        CancellationToken cancellation = default
    )
    {
        var folder = FolderOf(reports, results, run);
        await AtomicFolder.WriteAsync(folder, (part, token) => FillAsync(part, results, run, attachments ?? [], token), cancellation);
        return folder;
    }

    private static async Task FillAsync(
        string folder,
        RiskResults results,
        RunDescription run,
        IReadOnlyList<string> attachments,
        CancellationToken cancellation
    )
    {
        var report = ReportBuilder.Build(results, run);
        Task WriteText(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellation);

        await WriteText("report.html", await PageWriter.WriteAsync(report));
        await WriteText("report.md", MarkdownWriter.Write(report, Language.English));
        await WriteText("report.zh-CN.md", MarkdownWriter.Write(report, Language.Chinese));
        await WriteText("results.json", ResultsFile.Write(ResultsMapper.Map(results, run)));
        await WriteText("measures.csv", MeasureTable.Write(results));
        await WriteText("manifest.json", Manifest.Of(results, run).Write());
        if (run.Outcomes != OutcomeFormat.None)
            await OutcomeFiles.WriteAsync(Path.Combine(folder, "outcomes"), results, run.Outcomes, cancellation);
        foreach (var attachment in attachments.Where(File.Exists))
            File.Copy(attachment, Path.Combine(folder, Path.GetFileName(attachment)), overwrite: false);
    }
}
