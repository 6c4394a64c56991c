using RiskEngine.Reporting.Page;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Cli.Runs;

/// <summary>The page that lists all runs of a folder of reports.</summary>
internal static class RunsPage
{
    /// <summary>Brings the catalogue of runs up to date, writes the page, and says where it is.</summary>
    /// <param name="reports">The folder of reports, as given; it is there.</param>
    /// <param name="isRebuilt">Whether every run is read again.</param>
    /// <param name="environment">Where the current folder is.</param>
    /// <param name="show">Told what the page lists before its place is said; may be null.</param>
    /// <returns>What it lists.</returns>
    /// <exception cref="FolderNotWritableException">The disk is full, or the folder cannot be written to.</exception>
    public static async Task<CatalogueContent> WriteAsync(
        string reports,
        bool isRebuilt,
        CommandEnvironment environment,
        Action<CatalogueContent>? show = null
    )
    {
        var content = FolderNotWritableException.Guard(reports, () => RunCatalogue.Update(environment.FullPath(reports), isRebuilt));
        show?.Invoke(content);
        OutputFile.Write(Path.Combine(reports, RunIndex.FileName), await PageWriter.WriteAsync(RunIndex.Build(content)), environment);
        return content;
    }
}
