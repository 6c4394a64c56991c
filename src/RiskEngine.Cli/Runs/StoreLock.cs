namespace RiskEngine.Cli.Runs;

/// <summary>
/// Says that a process computes the shards of a run in a folder: a file that is locked as long as it is open, and goes when it is closed or
/// its process dies.
/// </summary>
internal static class StoreLock
{
    /// <summary>Takes it.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="shown">The folder as the user named it.</param>
    /// <returns>Null where another process has it.</returns>
    /// <exception cref="FolderNotWritableException">The folder cannot be made, or nothing can be written into it.</exception>
    public static IDisposable? Take(string path, string shown)
    {
        FolderNotWritableException.Guard(shown, () => Directory.CreateDirectory(Path.GetDirectoryName(path)!));
        try
        {
            return new FileStream(
                path,
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FolderNotWritableException(shown, e);
        }
    }
}
