using System.Text.Json;
using RiskEngine.Abstractions.Files;

namespace RiskEngine.Cli.Runs;

/// <summary>A report that stands where a run will write its own.</summary>
internal static class EarlierReport
{
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>The kind of machine that it was made on; null where there is no report or none that says so.</summary>
    public static string? MachineOf(string folder)
    {
        if (RegularFile.Read(Path.Combine(folder, "manifest.json"), MaxBytes, out _) is not { } bytes)
            return null;
        try
        {
            using var manifest = JsonDocument.Parse(bytes);
            return manifest.RootElement.TryGetProperty("machine", out var machine) ? machine.GetString() : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // not one of ours; it is replaced
        }
    }
}
