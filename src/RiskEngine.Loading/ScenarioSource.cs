using System.Collections.Concurrent;
using System.Text;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading;

/// <summary>
/// A scenario's files as they were when they were first read. Scenarios that differ by settings are read from it without going to the disk
/// again, so that many of them cost little and all see the same files. Several threads may read from it at once.
/// </summary>
/// <param name="path">The scenario's folder, or its <c>scenario.yaml</c> under whatever name.</param>
public sealed class ScenarioSource(string path)
{
    /// <summary>A scenario whose files are texts in memory: nothing is read from the disk.</summary>
    /// <param name="name">What its folder would be called.</param>
    /// <param name="files">The files' texts by their names in the scenario, <c>scenario.yaml</c> among them.</param>
    public static ScenarioSource InMemory(string name, IReadOnlyDictionary<string, string> files)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(files);
        var source = new ScenarioSource(System.IO.Path.GetFullPath($"/{name}")) { IsInMemory = true };
        foreach (var (file, text) in files)
        {
            var full = System.IO.Path.Combine(source.Path, file);
            source.FullPaths.TryAdd(file, full);
            source.Contents.TryAdd(full, Encoding.UTF8.GetBytes(text));
        }

        return source;
    }

    /// <summary>Whether all its files are in memory.</summary>
    internal bool IsInMemory { get; private init; }

    /// <summary>The scenario's folder, or its <c>scenario.yaml</c>, as given.</summary>
    public string Path => path;

    /// <summary>Full paths by the names that files have in the scenario.</summary>
    internal ConcurrentDictionary<string, string> FullPaths { get; } = new(StringComparer.Ordinal);

    /// <summary>What files hold, by full path.</summary>
    internal ConcurrentDictionary<string, byte[]> Contents { get; } = new(StringComparer.Ordinal);

    /// <summary>The trees of the YAML files in which nothing was wrong, by their paths from the folder.</summary>
    internal ConcurrentDictionary<string, YamlNode> Trees { get; } = new(StringComparer.Ordinal);
}
