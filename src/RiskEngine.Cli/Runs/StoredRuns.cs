using RiskEngine.Cli.Options;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Cli.Runs;

/// <summary>Runs that a user names.</summary>
internal static class StoredRuns
{
    /// <summary>Reads one; null after an error, which is on the error output then.</summary>
    /// <param name="given">A folder, <c>scenario/run</c>, an id or its beginning.</param>
    /// <param name="reports">The folder of reports, as given.</param>
    /// <param name="environment">Where the current folder is, and where errors go.</param>
    public static StoredRun? Read(string given, string reports, CommandEnvironment environment)
    {
        if (string.IsNullOrWhiteSpace(given))
            UsageErrors.Refuse("expected a run's folder or the id of a run, found nothing", environment.Error);
        else if (RunFolders.Find(given, environment.FullPath(given), environment.FullPath(reports), out var problem) is not { } folder)
            UsageErrors.Refuse(problem, environment.Error);
        else if (StoredRun.Read(folder, out problem) is { } run)
            return run;
        else
            UsageErrors.Refuse($"{environment.DisplayPath(folder)}: {problem}", environment.Error);
        return null;
    }
}
