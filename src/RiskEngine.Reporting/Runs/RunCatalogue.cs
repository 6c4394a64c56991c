using System.Globalization;
using Microsoft.Data.Sqlite;

namespace RiskEngine.Reporting.Runs;

/// <summary>
/// The runs of a folder of reports with their key figures, kept in a file of SQLite so that only what is new is read. The folders are the
/// truth: a file that is missing, damaged or of another version is made anew from them.
/// </summary>
public static class RunCatalogue
{
    /// <summary>The file's name in the folder of reports.</summary>
    public const string FileName = "catalogue.db";

    /// <summary>Brings the catalogue up to date with the folders and reads it.</summary>
    /// <param name="reports">The folder of reports, a full path; one that is not there holds no run.</param>
    /// <param name="rebuild">Whether every run is read again.</param>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static CatalogueContent Update(string reports, bool rebuild = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(reports);
        if (!Directory.Exists(reports))
            return new CatalogueContent([], [], 0, false);
        var file = Path.Combine(reports, FileName);
        var isMadeAnew = rebuild || !File.Exists(file);
        if (rebuild)
            Delete(file);
        try
        {
            try
            {
                return Update(reports, file, isMadeAnew);
            }
            catch (Exception e) when (IsDamage(e))
            {
                Delete(file);
                return Update(reports, file, isMadeAnew: true);
            }
        }
        catch (SqliteException e)
        {
            throw new IOException($"the catalogue {file}: {e.Message}", e);
        }
    }

    private static CatalogueContent Update(string reports, string file, bool isMadeAnew)
    {
        using var table = RunTable.Open(file);
        var stamps = table.Stamps();
        var found = RunFolders.Below(reports).ToList();
        var problems = new List<RunProblem>();
        var backtests = 0;
        foreach (var gone in stamps.Keys.Except(found.Select(f => f.Place)))
            table.Remove(gone);
        foreach (var (place, folder) in found)
        {
            var stamp = Stamp(folder);
            if (stamps.TryGetValue(place, out var known) && known == stamp)
                continue;
            table.Remove(place);
            if (StoredRun.IsBacktest(folder))
                backtests++;
            else if (Summary(place, folder, out var problem) is { } summary)
                table.Add(place, stamp, summary);
            else
                problems.Add(new RunProblem(place, problem));
        }

        var runs = table.Runs();
        table.Keep();
        return new CatalogueContent(runs, problems, backtests, isMadeAnew);
    }

    private static RunSummary? Summary(string place, string folder, out string problem)
    {
        if (StoredRun.Read(folder, out problem) is not { } run)
            return null;
        try
        {
            var summary = RunSummary.Of(run);
            if ($"{summary.Scenario}/{summary.RunId}" == place)
                return summary;
            problem = $"Expected the run {summary.Scenario}/{summary.RunId} in a folder of this name.";
        }
        catch (InvalidDataException e)
        {
            problem = e.Message;
        }

        return null;
    }

    /// <summary>What changes when the files of a run do.</summary>
    private static string Stamp(string folder) =>
        string.Join(
            ' ',
            new[] { StoredRun.ManifestName, StoredRun.ResultsName }
                .Select(name => new FileInfo(Path.Combine(folder, name)))
                .Select(f => f.Exists ? string.Create(CultureInfo.InvariantCulture, $"{f.Length}:{f.LastWriteTimeUtc.Ticks}") : "missing")
        );

    private static bool IsDamage(Exception e) =>
        e is FormatException or InvalidCastException or InvalidDataException or KeyNotFoundException
        || e is SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNoDatabase or SqliteGeneral };

    // Result codes (sqlite.org/rescode.html): a missing table or column is a general error.
    private const int SqliteGeneral = 1;
    private const int SqliteCorrupt = 11;
    private const int SqliteNoDatabase = 26;

    private static void Delete(string file)
    {
        foreach (var name in new[] { file, file + "-journal", file + "-wal", file + "-shm" })
            File.Delete(name);
    }
}

/// <summary>The runs of a folder of reports.</summary>
/// <param name="Runs">Those that can be read: by scenario, the latest first.</param>
/// <param name="Problems">Those that cannot, with the reason.</param>
/// <param name="Backtests">Number of backtests, which are not listed.</param>
/// <param name="IsMadeAnew">Whether the catalogue was made anew from the folders.</param>
public sealed record CatalogueContent(IReadOnlyList<RunSummary> Runs, IReadOnlyList<RunProblem> Problems, int Backtests, bool IsMadeAnew);

/// <summary>A folder that looks like a run's and cannot be read.</summary>
/// <param name="Place">Where, below the folder of reports: <c>scenario/run</c>.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record RunProblem(string Place, string Reason);
