using System.Globalization;
using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Files;
using RiskEngine.Plans;

namespace RiskEngine.Batches.Shards;

/// <summary>
/// A folder in which finished shards meet, those of each run in a folder named by the hash of its inputs: what is done is known by what it
/// was made of, never by its date. A shard is written beside its place and renamed when it is whole and on the disk, so that delays,
/// repetitions and any order of renames, as network file systems bring them, change nothing: a file is whole, or its checksum says that it
/// is not.
/// </summary>
/// <param name="folder">The folder; it is made as needed.</param>
/// <param name="writer">Names who writes, unlike any other process that may write at the same time.</param>
/// <param name="rename">How a whole file gets its name; null for the system's way.</param>
public sealed partial class ShardStore(string folder, string writer, Action<string, string>? rename = null)
{
    private const string Finished = ".shard";
    private const string Unfinished = ".unfinished";
    private const string Failed = ".failed";
    private const int MostOfFailure = 1 << 20;

    /// <summary>The folder of a run's shards.</summary>
    public string FolderOf(ShardInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Path.Combine(folder, inputs.Key);
    }

    /// <summary>Where a shard is when it is finished.</summary>
    public string PathOf(ShardInputs inputs, Shard shard) => Path.Combine(FolderOf(inputs), NameOf(shard) + Finished);

    /// <summary>Where a shard is while this process writes it.</summary>
    public string UnfinishedPathOf(ShardInputs inputs, Shard shard) =>
        Path.Combine(FolderOf(inputs), $"{NameOf(shard)}.{writer}{Unfinished}");

    /// <summary>Computes a shard, unless it is there whole.</summary>
    /// <param name="inputs">What it is made of.</param>
    /// <param name="shard">Which one.</param>
    /// <param name="outcomes">Simulates, and writes the outcomes.</param>
    /// <returns>Whether it was computed.</returns>
    /// <exception cref="IOException">It cannot be written; shards that are finished stay.</exception>
    /// <exception cref="UnauthorizedAccessException">As before.</exception>
    public bool Compute(ShardInputs inputs, Shard shard, Action<Stream> outcomes)
    {
        if (Has(inputs, shard))
            return false;
        Directory.CreateDirectory(FolderOf(inputs));
        var (beside, path) = (UnfinishedPathOf(inputs, shard), PathOf(inputs, shard));
        try
        {
            ShardFile.Write(beside, inputs, shard, outcomes);
            Rename(beside, path, () => Has(inputs, shard));
        }
        finally
        {
            File.Delete(beside);
        }

        return true;
    }

    /// <summary>Whether a shard is there whole.</summary>
    public bool Has(ShardInputs inputs, Shard shard)
    {
        using var found = ShardFile.Open(PathOf(inputs, shard), inputs, shard, out _);
        return found is not null;
    }

    /// <summary>What a shard met instead of being computed; null for nothing.</summary>
    public ShardFailure? FailureOf(ShardInputs inputs, Shard shard)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var path = Path.Combine(FolderOf(inputs), NameOf(shard) + Failed);
        return File.Exists(path) && RegularFile.Read(path, MostOfFailure, out _) is { } bytes ? ShardFailure.From(inputs.Key, bytes) : null;
    }

    /// <summary>Notes what a shard met instead of being computed.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Note(ShardInputs inputs, Shard shard, ShardFailure failure)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(failure);
        Directory.CreateDirectory(FolderOf(inputs));
        var (beside, path) = (UnfinishedPathOf(inputs, shard), Path.Combine(FolderOf(inputs), NameOf(shard) + Failed));
        try
        {
            File.WriteAllBytes(beside, failure.ToBytes(inputs.Key));
            Rename(beside, path, () => FailureOf(inputs, shard) is not null);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    /// <summary>Opens all shards of a run.</summary>
    /// <param name="inputs">What the run is made of.</param>
    /// <param name="of">How many shards it has; null to take the number that most finished shards are of.</param>
    /// <returns>Each shard's outcomes, in their order; to be disposed by the caller.</returns>
    /// <exception cref="ShardsNotWholeException">Some are missing, damaged or of another run.</exception>
    public IReadOnlyList<Stream> Open(ShardInputs inputs, int? of = null)
    {
        if ((of ?? CountOf(inputs)) is not { } count)
            throw new ShardsNotWholeException([], [NothingThere(inputs)]);
        var (opened, missing, problems) = (new List<Stream>(), new List<Shard>(), new List<string>());
        foreach (var shard in Shard.All(count))
        {
            var path = PathOf(inputs, shard);
            if (ShardFile.Open(path, inputs, shard, out var problem) is { } outcomes)
            {
                opened.Add(outcomes);
                continue;
            }

            missing.Add(shard);
            problems.Add(File.Exists(path) ? $"{shard}: {path} {problem}" : $"{shard} is missing");
        }

        if (missing.Count == 0)
            return opened;
        opened.ForEach(o => o.Dispose());
        throw new ShardsNotWholeException(missing, problems);
    }

    /// <summary>Removes what processes left unfinished of a run; only when none of them is at work any more.</summary>
    public void ClearUnfinished(ShardInputs inputs)
    {
        if (!Directory.Exists(FolderOf(inputs)))
            return;
        foreach (var file in Directory.EnumerateFiles(FolderOf(inputs), "*" + Unfinished))
            File.Delete(file);
    }

    /// <summary>Removes the folder where nothing is in it.</summary>
    public void RemoveIfEmpty()
    {
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    /// <summary>Removes a run's shards, and the folders that are empty then.</summary>
    public void Remove(ShardInputs inputs)
    {
        if (Directory.Exists(FolderOf(inputs)))
            Directory.Delete(FolderOf(inputs), recursive: true);
        RemoveIfEmpty();
    }

    private void Rename(string from, string to, Func<bool> isThere)
    {
        try
        {
            if (rename is null)
                File.Move(from, to, overwrite: true);
            else
                rename(from, to);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException && isThere())
        {
            // Another process has computed the same shard, the same bits, and renamed its own.
        }
    }

    /// <summary>The number of shards that most of those that were tried are of; null where there is none.</summary>
    public int? CountOf(ShardInputs inputs) =>
        Directory.Exists(FolderOf(inputs))
            ? Directory
                .EnumerateFiles(FolderOf(inputs))
                .Select(file => NamePattern().Match(Path.GetFileName(file)))
                .Where(match => match.Success)
                .GroupBy(match => int.Parse(match.Groups["of"].Value, CultureInfo.InvariantCulture))
                .OrderByDescending(group => (double)group.Count() / group.Key)
                .ThenBy(group => group.Key)
                .FirstOrDefault()
                ?.Key
            : null;

    /// <summary>What there is instead of shards of a run.</summary>
    private string NothingThere(ShardInputs inputs)
    {
        if (!Directory.Exists(folder))
            return $"expected a folder of shards, found nothing at {folder}";
        var others = Directory
            .EnumerateFiles(folder, "*" + Finished, SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (File: file, Is: ShardFile.Describe(file, out _)))
            .FirstOrDefault(other => other.Is is not null);
        return others.Is is { } found
            ? $"expected shards of this run in {folder}, found those of another: in {others.File} "
                + string.Join("; ", inputs.DifferencesFrom(found.Inputs))
            : $"expected shards of this run in {folder}, found none";
    }

    private static string NameOf(Shard shard) => string.Create(CultureInfo.InvariantCulture, $"{shard.Index:D5}-of-{shard.Of:D5}");

    [GeneratedRegex(
        @"^[0-9]{5}-of-(?<of>[0-9]{5})\.(shard|failed)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NamePattern();
}
