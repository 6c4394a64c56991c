using RiskEngine.Reporting.Comparing;
using RiskEngine.Reporting.Files;

namespace RiskEngine.Reporting;

/// <summary>Writes a comparison's folder: the page, the same in Markdown, and the figures as data.</summary>
public static class ComparisonReportWriter
{
    /// <summary>The folder of a comparison below the reports folder: <c>comparisons/RUN-RUN</c>.</summary>
    /// <exception cref="ArgumentException">An id could lead out of the reports folder.</exception>
    public static string FolderOf(string reports, RunComparison comparison)
    {
        ArgumentException.ThrowIfNullOrEmpty(reports);
        ArgumentNullException.ThrowIfNull(comparison);
        return Path.Combine(
            reports,
            "comparisons",
            $"{FolderNames.Checked(comparison.Before.Manifest.RunId, "run")}-{FolderNames.Checked(comparison.After.Manifest.RunId, "run")}"
        );
    }

    /// <summary>Writes the folder whole, in place of an older one; on failure or cancellation nothing changes.</summary>
    /// <param name="comparison">What was found.</param>
    /// <param name="folder">The folder as it shall be.</param>
    /// <param name="cancellation">Ends the writing.</param>
    public static async Task WriteAsync(RunComparison comparison, string folder, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        await ReportFolder.WriteAsync(
            folder,
            "comparison",
            ComparisonDocument.Build(comparison),
            [("comparison.json", ComparisonJson.Write(comparison))],
            cancellation
        );
    }
}
