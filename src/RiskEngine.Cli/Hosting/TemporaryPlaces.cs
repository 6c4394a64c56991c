namespace RiskEngine.Cli.Hosting;

/// <summary>Files and folders that a command makes for as long as it runs; a process that is ended by force removes them.</summary>
public sealed class TemporaryPlaces
{
    private readonly List<string> paths = [];
    private bool isEnded;

    /// <summary>Is told of what is made and forgotten, too; null where nobody is.</summary>
    public Supervision? Supervision { get; init; }

    /// <summary>Notes files or folders, before or after they are made; those that are noted already stay so.</summary>
    /// <param name="made">Their full paths.</param>
    /// <exception cref="OperationCanceledException">All was deleted, and the process ends; these are deleted as well.</exception>
    public void Add(params IReadOnlyList<string> made)
    {
        ArgumentNullException.ThrowIfNull(made);
        lock (paths)
        {
            if (isEnded)
            {
                foreach (var path in made)
                    Delete(path);
                throw new OperationCanceledException();
            }

            paths.AddRange(made.Except(paths));
        }

        foreach (var path in made)
            Supervision?.Makes(path);
    }

    /// <summary>Forgets a file or folder: it was removed, or is to stay.</summary>
    public void Remove(string path)
    {
        lock (paths)
            paths.Remove(path);
        Supervision?.Forgets(path);
    }

    /// <summary>
    /// Deletes all that is noted, and folders above that are empty then, at the end of the process: what is noted later is deleted at
    /// once. What cannot be deleted stays.
    /// </summary>
    public void DeleteAll()
    {
        lock (paths)
        {
            foreach (var path in paths)
                Delete(path);
            paths.Clear();
            isEnded = true;
        }
    }

    private static void Delete(string path)
    {
        try
        {
            if (Directory.Exists(path))
                Directory.Delete(SetAside(path), recursive: true);
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

    /// <summary>
    /// Renames a folder before it is emptied: a thread that still writes would put new files into it meanwhile, and finds it no more.
    /// </summary>
    private static string SetAside(string folder)
    {
        var aside = folder + ".deleted";
        try
        {
            Directory.Move(folder, aside);
            return aside;
        }
        catch (IOException)
        {
            return folder; // a system on which open files hold their folder's name
        }
    }
}
