using RiskEngine.Reporting.Files;
using RiskEngine.Reporting.Runs;
using RiskEngine.Reporting.Scoring;
using RiskEngine.Results;

namespace RiskEngine.Reporting;

/// <summary>Writes a score's folder: the page, the same in Markdown, and the figures as data.</summary>
public static class ScoreReportWriter
{
    /// <summary>The folder of a score below the reports folder: <c>scores/RUN-DATE</c>.</summary>
    /// <exception cref="ArgumentException">The run's id could lead out of the reports folder.</exception>
    public static string FolderOf(string reports, ScoreResults scores, StoredRun run)
    {
        ArgumentException.ThrowIfNullOrEmpty(reports);
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(run);
        return Path.Combine(reports, "scores", $"{FolderNames.Checked(run.Manifest.RunId, "run")}-{scores.Until:yyyy-MM-dd}");
    }

    /// <summary>Writes the folder whole, in place of an older one; on failure or cancellation nothing changes.</summary>
    /// <param name="scores">What happened.</param>
    /// <param name="run">The run that had forecast it.</param>
    /// <param name="folder">The folder as it shall be.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task WriteAsync(ScoreResults scores, StoredRun run, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(scores);
        ArgumentNullException.ThrowIfNull(run);
        await ReportFolder.WriteAsync(
            folder,
            "score",
            ScoreDocument.Build(scores, run),
            [("score.json", ScoreJson.Write(scores, run))],
            cancellation
        );
    }
}
