using RiskEngine.Reporting.Files;

namespace RiskEngine.Cli.Runs;

/// <summary>What runs that were killed left below a folder of reports; any later run into it clears it away.</summary>
internal static class Leftovers
{
    private const string Lock = ".lock";

    /// <summary>
    /// Removes unfinished folders whose process is gone, known by their lock that nobody holds, and half-written reports. A run that failed
    /// has no lock: its log stays.
    /// </summary>
    /// <param name="reports">The folder that reports go under; one that is not there holds nothing.</param>
    public static void Clear(string reports)
    {
        if (!Directory.Exists(reports))
            return;
        foreach (var scenario in Directory.EnumerateDirectories(reports))
        {
            Try(() => AtomicFolder.ClearLeftovers(scenario));
            Try(() => ClearUnfinished(scenario));
        }
    }

    private static void ClearUnfinished(string scenario)
    {
        foreach (var file in Directory.EnumerateFiles(scenario, $"*.unfinished*{Lock}"))
            Try(() => Clear(file[..^Lock.Length], file));
    }

    private static void Try(Action clear)
    {
        try
        {
            clear();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another run clears or writes there, or the folder is somebody else's.
        }
    }

    private static void Clear(string folder, string claim)
    {
        // Fails where a process holds it; goes with the handle.
        using var held = new FileStream(
            claim,
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            bufferSize: 1,
            FileOptions.DeleteOnClose
        );
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
