namespace RiskEngine.Reporting.Runs;

/// <summary>Finds runs below a folder of reports.</summary>
public static class RunFolders
{
    /// <summary>The folders <c>scenario/run</c> that are whole, in ordinal order; what is hidden or unfinished is none.</summary>
    /// <param name="reports">The folder of reports, a full path; one that is not there holds no run.</param>
    public static IEnumerable<(string Place, string Folder)> Below(string reports)
    {
        ArgumentException.ThrowIfNullOrEmpty(reports);
        if (!Directory.Exists(reports))
            yield break;
        foreach (var scenario in Named(reports))
        {
            foreach (var run in Named(scenario).Where(r => File.Exists(Path.Combine(r, StoredRun.ManifestName))))
                yield return ($"{Path.GetFileName(scenario)}/{Path.GetFileName(run)}", run);
        }
    }

    /// <summary>The folder of a run that a user names: a folder, <c>scenario/run</c>, a run's id, or the beginning of one.</summary>
    /// <param name="given">What the user wrote.</param>
    /// <param name="path">The same as a full path.</param>
    /// <param name="reports">The folder of reports, a full path.</param>
    /// <param name="problem">Why there is none; empty where there is.</param>
    public static string? Find(string given, string path, string reports, out string problem)
    {
        ArgumentException.ThrowIfNullOrEmpty(given);
        problem = "";
        if (File.Exists(Path.Combine(path, StoredRun.ManifestName)))
            return path;
        var found = Below(reports)
            .Where(r => r.Place == given || Path.GetFileName(r.Folder).StartsWith(given, StringComparison.Ordinal))
            .ToList();
        if (found.Count == 1)
            return found[0].Folder;
        problem =
            found.Count == 0
                ? $"expected a run's folder or the id of a run, found '{given}'"
                : $"expected one run, found {found.Count} that begin with '{given}': {string.Join(", ", found.Take(5).Select(f => f.Place))}";
        return null;
    }

    private static IEnumerable<string> Named(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Where(f => !Path.GetFileName(f).StartsWith('.') && !Path.GetFileName(f).Contains(".unfinished", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
