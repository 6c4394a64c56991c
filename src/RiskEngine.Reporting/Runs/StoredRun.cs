using System.Text;
using System.Text.Json;
using RiskEngine.Abstractions.Files;
using RiskEngine.Reporting.Data;

namespace RiskEngine.Reporting.Runs;

/// <summary>A run as its folder keeps it, read back.</summary>
/// <param name="Folder">The run's folder, a full path.</param>
/// <param name="Manifest">Where it comes from.</param>
/// <param name="Results">Its figures.</param>
public sealed record StoredRun(string Folder, Manifest Manifest, ResultsData Results)
{
    /// <summary>The file that says where a run comes from; a folder without one is no run's.</summary>
    public const string ManifestName = "manifest.json";

    /// <summary>The file of a run's figures.</summary>
    public const string ResultsName = "results.json";

    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Reads a run's folder.</summary>
    /// <param name="folder">The folder, a full path.</param>
    /// <param name="problem">Why there is no run, to be said after the folder's name; empty when there is one.</param>
    /// <returns>The run, or null.</returns>
    public static StoredRun? Read(string folder, out string problem)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            var manifest = Manifest.Read(Text(folder, ManifestName));
            var results = ResultsFile.Read(Text(folder, ResultsName));
            if (manifest.RunId != results.RunId)
                throw new InvalidDataException($"Expected figures of the run {manifest.RunId}, found those of {results.RunId}.");
            problem = "";
            return new StoredRun(folder, manifest, results);
        }
        catch (InvalidDataException e)
        {
            problem = e.Message;
            return null;
        }
    }

    /// <summary>Whether a folder is that of a backtest, whose manifest names no scenario.</summary>
    public static bool IsBacktest(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        try
        {
            using var manifest = JsonDocument.Parse(Text(folder, ManifestName));
            return manifest.RootElement.TryGetProperty("inputs", out _) && !manifest.RootElement.TryGetProperty("scenario", out _);
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private static string Text(string folder, string name) =>
        RegularFile.Read(Path.Combine(folder, name), MaxBytes, out var problem) is { } bytes
            ? Encoding.UTF8.GetString(bytes)
            : throw new InvalidDataException($"Expected a run's folder: {name} {problem}.");
}
