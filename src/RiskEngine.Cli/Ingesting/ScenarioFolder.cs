using System.Security.Cryptography;
using System.Text;
using RiskEngine.Abstractions.Files;

namespace RiskEngine.Cli.Ingesting;

/// <summary>Writes the files of an ingested scenario, and knows which of them the user changed since.</summary>
internal static class ScenarioFolder
{
    /// <summary>No file that is written here is larger; one that is was changed.</summary>
    private const int MaxBytes = 64 * 1024 * 1024;

    /// <summary>Files that differ from what was written, by their path within the folder.</summary>
    public static IReadOnlyList<string> Changed(string folder, ClaimFile before) =>
        [
            .. before
                .Written.Where(w => Path.Exists(Path.Combine(folder, w.Key)) && !IsAsWritten(Path.Combine(folder, w.Key), w.Value))
                .Select(w => w.Key),
        ];

    /// <summary>Writes all files beside the folder and puts them in its place when all are written.</summary>
    public static string Write(string folder, ClaimFile claims, IReadOnlyList<(string Path, byte[] Content)> files)
    {
        var beside = folder.TrimEnd(Path.DirectorySeparatorChar) + ".ingesting";
        if (Directory.Exists(beside))
            Directory.Delete(beside, recursive: true);
        foreach (var (path, content) in files)
            WriteFile(beside, path, content);
        var listed = claims with { Written = files.ToDictionary(f => f.Path, f => Hash(f.Content), StringComparer.Ordinal) };
        WriteFile(beside, ClaimFile.FileName, Encoding.UTF8.GetBytes(listed.Write()));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        Directory.Move(beside, folder);
        return folder;
    }

    private static bool IsAsWritten(string path, string hash) =>
        RegularFile.Read(path, MaxBytes, out _) is { } content && Hash(content) == hash;

    private static void WriteFile(string folder, string path, byte[] content)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllBytes(full, content);
    }

    private static string Hash(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
