using System.Globalization;
using RiskEngine.Abstractions.Files;
using RiskEngine.Results.Batches;

namespace RiskEngine.Batches.Jobs;

/// <summary>
/// Figures of finished jobs in files that are named for all that they depend on: what is there is right whoever wrote it and when, and a
/// batch that was killed goes on with what is not. Written under another name and renamed when whole; damaged files count as absent.
/// </summary>
/// <param name="folder">Where the files are; made as needed.</param>
/// <param name="isFresh">Whether to take what is there for absent.</param>
/// <param name="now">The time at which files that are written or found count as used; null for the file system's.</param>
public sealed class JobStore(string folder, bool isFresh = false, DateTimeOffset? now = null)
{
    private const int MaxBytes = 64 * 1024 * 1024;
    private const string Unfinished = ".unfinished";
    private const int KeyDigits = 64;

    private static readonly EnumerationOptions ownFiles = new() { AttributesToSkip = FileAttributes.ReparsePoint };

    private long number;

    private string Beside => Path.Combine(folder, Unfinished);

    /// <summary>The figures of a job; null where there are none.</summary>
    /// <param name="key">What the job is known by.</param>
    public JobFigures? Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        if (isFresh || Read(key) is not { } figures)
            return null;
        MarkAsUsed(PlaceOf(key));
        return figures;
    }

    /// <summary>Whether there is a file for a job; whether it is whole shows when it is read.</summary>
    /// <param name="key">What the job is known by.</param>
    public bool Has(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return !isFresh && File.Exists(PlaceOf(key));
    }

    /// <summary>The figures of a job that this batch has written or found.</summary>
    public JobFigures? Read(string key)
    {
        var path = PlaceOf(key);
        return File.Exists(path) && RegularFile.Read(path, MaxBytes, out _) is { } bytes ? JobFile.Read(key, bytes) : null;
    }

    /// <summary>Keeps the figures of a job.</summary>
    /// <exception cref="IOException">The disk is full, or the folder cannot be written to; what is there stays whole.</exception>
    public void Write(string key, JobFigures figures)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(figures);
        Directory.CreateDirectory(Beside);
        var own = Interlocked.Increment(ref number);
        var part = Path.Combine(Beside, string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}-{own}"));
        try
        {
            File.WriteAllBytes(part, JobFile.Write(key, figures));
            if (now is { } time)
                File.SetLastWriteTimeUtc(part, time.UtcDateTime);
            var place = PlaceOf(key);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(part, place, overwrite: true);
        }
        catch
        {
            File.Delete(part);
            throw;
        }
    }

    /// <summary>Removes what processes that are gone have left half-written.</summary>
    public void ClearLeftovers()
    {
        if (!Directory.Exists(Beside))
            return;
        foreach (var file in Directory.EnumerateFiles(Beside))
        {
            var process = Path.GetFileName(file).Split('-')[0];
            if (!int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !IsRunning(id))
                File.Delete(file);
        }
    }

    /// <summary>Removes the figures that no batch has written or found since a time; what is asked for again is simulated again.</summary>
    /// <param name="before">Files that were last used before it go.</param>
    /// <exception cref="IOException">A file cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public PrunedJobs Prune(DateTimeOffset before)
    {
        ClearLeftovers();
        var (removed, bytes, kept) = (0L, 0L, 0L);
        foreach (var file in Files())
        {
            if (file.LastWriteTimeUtc >= before.UtcDateTime)
            {
                kept++;
                continue;
            }

            bytes += file.Length;
            removed++;
            file.Delete();
        }

        return new PrunedJobs(removed, bytes, kept);
    }

    /// <summary>The files that are named as those of jobs are; whatever else somebody has put there is not the store's.</summary>
    private IEnumerable<FileInfo> Files() =>
        !Directory.Exists(folder)
            ? []
            : new DirectoryInfo(folder)
                .EnumerateDirectories("??", ownFiles)
                .SelectMany(d => d.EnumerateFiles($"{d.Name}*", ownFiles))
                .Where(f => f.Name.Length == KeyDigits && f.Name.All(char.IsAsciiHexDigitLower));

    private void MarkAsUsed(string file)
    {
        if (now is not { } time)
            return;
        try
        {
            File.SetLastWriteTimeUtc(file, time.UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's store: its figures count, and its marks are that user's.
        }
    }

    /// <summary>No folder of the file system should hold a hundred thousand files.</summary>
    private string PlaceOf(string key) => Path.Combine(folder, key[..2], key);

    private static bool IsRunning(int id)
    {
        if (id == Environment.ProcessId)
            return true;
        try
        {
            using var found = System.Diagnostics.Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
