namespace RiskEngine.Cli.Hosting;

/// <summary>Files and folders that a command makes for as long as it runs; a process that is ended by force removes them.</summary>
public sealed class TemporaryPlaces
{
    private readonly List<string> paths = [];

    /// <summary>Is told of what is made and forgotten, too; null where nobody is.</summary>
    public Supervision? Supervision { get; init; }

    /// <summary>Notes a file or folder, before or after it is made.</summary>
    /// <param name="path">Its full path.</param>
    public void Add(string path)
    {
        lock (paths)
            paths.Add(path);
        Supervision?.Makes(path);
    }

    /// <summary>Forgets a file or folder: it was removed, or is to stay.</summary>
    public void Remove(string path)
    {
        lock (paths)
            paths.Remove(path);
        Supervision?.Forgets(path);
    }

    /// <summary>Deletes all that is noted, and folders above that are empty then; what cannot be deleted stays.</summary>
    public void DeleteAll()
    {
        lock (paths)
        {
            foreach (var path in paths)
                Delete(path);
            paths.Clear();
        }
    }

    private static void Delete(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(path, recursive: true);
            else
                File.Delete(path);
            if (Path.GetDirectoryName(path) is { } parent && !Directory.EnumerateFileSystemEntries(parent).Any())
                Directory.Delete(parent);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The process ends now: nobody is left to be told.
        }
    }
}
