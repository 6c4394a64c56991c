namespace RiskEngine.Cli.Runs;

/// <summary>A folder with a price file an instrument.</summary>
internal static class PriceFolder
{
    /// <summary>The endings of files that are looked at.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".csv", ".txt", ".tsv", ".xlsx", ".xls", ".json"];

    /// <summary>A folder's files by name; anything else stands for itself.</summary>
    public static IEnumerable<string> Files(string given, CommandEnvironment environment)
    {
        var path = environment.FullPath(given);
        return Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path)
                .Where(f => Endings.Contains(Path.GetExtension(f).ToLowerInvariant()))
                .Order(StringComparer.Ordinal)
                .Select(f => Path.Combine(given, Path.GetFileName(f)))
            : [given];
    }
}
