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
public sealed class JobStore(string folder, bool isFresh = false)
{
    private const int MaxBytes = 64 * 1024 * 1024;
    private const string Unfinished = ".unfinished";

    private long number;

    private string Beside => Path.Combine(folder, Unfinished);

    /// <summary>The figures of a job; null where there are none.</summary>
    /// <param name="key">What the job is known by.</param>
    public JobFigures? Find(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        return !isFresh ? Read(key) : null;
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
