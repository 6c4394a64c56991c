using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Files;
using RiskEngine.Reporting.Runs;
using RiskEngine.Reporting.Spreadsheets;
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
    /// <param name="inputs">Copies of what the run read, to keep beside its results.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>The run's folder.</returns>
    public static async Task<string> WriteAsync(
        RiskResults results,
        RunDescription run,
        string reports,
        IReadOnlyList<string>? attachments = null,
        IReadOnlyList<KeptInput>? inputs = null,
        CancellationToken cancellation = default
    )
    {
        var folder = FolderOf(reports, results, run);
        await AtomicFolder.WriteAsync(folder, FillAsync, cancellation);
        return folder;

        async Task FillAsync(string part, CancellationToken token)
        {
            await ReportWriter.FillAsync(part, results, run, attachments ?? [], token);
            var kept = Path.Combine(part, KeptInput.FolderName, FolderNames.Checked(results.Scenario.Id.Value, "scenario"));
            foreach (var input in inputs ?? [])
                await KeepAsync(kept, input, token);
        }
    }

    private static async Task KeepAsync(string folder, KeptInput input, CancellationToken cancellation)
    {
        if (!KeptInput.IsInside(input.Path))
        {
            throw new ArgumentException(
                $"Expected the path of a file inside of the scenario's folder, found '{input.Path}'.",
                nameof(input)
            );
        }

        var path = Path.Combine(folder, input.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, input.Content, cancellation);
    }

    private static async Task FillAsync(
        string folder,
        RiskResults results,
        RunDescription run,
        IReadOnlyList<string> attachments,
        CancellationToken cancellation
    )
    {
        await ReportFolder.FillAsync(
            folder,
            "report",
            ReportBuilder.Build(results, run),
            [
                ("results.json", () => ResultsFile.Write(ResultsMapper.Map(results, run))),
                ("measures.csv", () => MeasureTable.Write(results)),
                ("manifest.json", () => Manifest.Of(results, run).Write()),
            ],
            cancellation
        );
        if (run.Also.Contains(ExtraFormat.Xlsx))
        {
            await File.WriteAllBytesAsync(
                Path.Combine(folder, "results.xlsx"),
                SpreadsheetFile.Write(ResultSheets.Of(results)),
                cancellation
            );
        }

        if (run.Outcomes != OutcomeFormat.None)
            await OutcomeFiles.WriteAsync(Path.Combine(folder, "outcomes"), results, run.Outcomes, cancellation);
        foreach (var attachment in attachments.Where(File.Exists))
            File.Copy(attachment, Path.Combine(folder, Path.GetFileName(attachment)), overwrite: false);
    }
}
