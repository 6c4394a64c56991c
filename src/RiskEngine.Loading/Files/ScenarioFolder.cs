using System.Security.Cryptography;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Files;

/// <summary>
/// The only door to a scenario's files: reads those that lie inside the scenario folder, each one once, and remembers what was read. A
/// path that
/// is absolute, climbs out with <c>..</c> or leaves through a symbolic link is refused at the place that names it.
/// </summary>
internal sealed class ScenarioFolder
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    private readonly string root;
    private readonly DiagnosticBag diagnostics;
    private readonly ScenarioSource source;
    private readonly SortedDictionary<string, InputFile> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> texts = [];

    /// <summary>Opens the door.</summary>
    /// <param name="folder">The scenario folder; it may itself be reached through links.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    /// <param name="source">Remembers files from one reading to the next; null to read them anew.</param>
    public ScenarioFolder(string folder, DiagnosticBag diagnostics, ScenarioSource? source = null)
    {
        root = RealPath(Path.GetFullPath(folder));
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        this.diagnostics = diagnostics;
        this.source = source ?? new ScenarioSource(folder);
    }

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    /// <summary>Every file read so far, by path.</summary>
    public IReadOnlyCollection<InputFile> Files => read.Values;

    /// <summary>
    /// The text of a file that the scenario names, or null after an error; a second call for the same file costs nothing.
    /// </summary>
    public string? ReadText(string named, string what, SourceLocation namedAt)
    {
        if (FullPath(named, what, namedAt) is not { } path)
            return null;
        var relative = Relative(path);
        if (texts.TryGetValue(relative, out var text))
            return text;
        text = ReadBytes(path, what, named, namedAt) is { } bytes ? InputText.Decode(bytes, relative, diagnostics) : null;
        texts.Add(relative, text);
        return text;
    }

    /// <summary>The tree of a YAML file that the scenario names, or null after an error.</summary>
    public YamlNode? ReadTree(string named, string what, SourceLocation namedAt)
    {
        if (ReadText(named, what, namedAt) is not { } text)
            return null;
        var file = DisplayPath(named);
        if (source.Trees.TryGetValue(file, out var known))
            return known;
        var found = new DiagnosticBag();
        var tree = YamlReader.Read(text, file, found);
        foreach (var finding in found.Sorted())
            diagnostics.Add(finding);
        return tree is null || found.Sorted().Count > 0 ? tree : source.Trees.GetOrAdd(file, tree);
    }

    /// <summary>The bytes of a file that the scenario names, in whatever form; null after an error.</summary>
    public byte[]? ReadFile(string named, string what, SourceLocation namedAt) =>
        FullPath(named, what, namedAt) is { } path ? ReadBytes(path, what, named, namedAt) : null;

    /// <summary>The path as diagnostics show it: relative to the folder, with forward slashes, without <c>.</c> and <c>..</c>.</summary>
    public string DisplayPath(string named) => Relative(Path.GetFullPath(Path.Combine(root, named)));

    /// <summary>
    /// The files in a folder of the scenario whose names end as asked, in ordinal order; none when there is no such folder.
    /// </summary>
    public IReadOnlyList<string> NamesIn(string subfolder, string ending)
    {
        var path = Path.Combine(root, subfolder);
        return Directory.Exists(path)
            ?
            [
                .. Directory
                    .EnumerateFiles(path)
                    .Where(f => f.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                    .Select(Relative)
                    .Order(StringComparer.Ordinal),
            ]
            : [];
    }

    /// <summary>The full path of an existing file inside the folder, or null after an error.</summary>
    public string? FullPath(string named, string what, SourceLocation namedAt)
    {
        if (source.FullPaths.TryGetValue(named, out var known))
            return known;
        var path = Found(named, what, namedAt);
        if (path is not null)
            source.FullPaths.TryAdd(named, path);
        return path;
    }

    private string? Found(string named, string what, SourceLocation namedAt)
    {
        if (named.Contains('\\') || named.Contains('\0') || Path.IsPathRooted(named) || named.Contains(':'))
            return Refuse($"{what}: expected a path relative to the scenario folder with forward slashes, found '{named}'", namedAt);
        var path = Path.GetFullPath(Path.Combine(root, named));
        if (path != root && !IsInside(path))
            return Refuse($"{what}: '{named}' lies outside the scenario folder; every file of a scenario lies inside it", namedAt);
        if (Directory.Exists(path))
            return Refuse($"{what}: expected a file, found the folder '{named}'", namedAt);
        if (!File.Exists(path))
            return RefuseMissing(path, what, named, namedAt);
        try
        {
            return IsInside(RealPath(path))
                ? path
                : Refuse($"{what}: '{named}' leads out of the scenario folder through a symbolic link", namedAt);
        }
        catch (IOException e)
        {
            return Refuse($"{what}: '{named}' cannot be read: {e.Message}", namedAt);
        }
    }

    private byte[]? ReadBytes(string path, string what, string named, SourceLocation namedAt)
    {
        if (!source.Contents.TryGetValue(path, out var bytes))
        {
            bytes = RegularFile.Read(path, MaxBytes, out var problem);
            if (bytes is null)
            {
                Refuse($"{what}: '{named}' {problem}", namedAt);
                return null;
            }

            bytes = source.Contents.GetOrAdd(path, bytes);
        }

        var relative = Relative(path);
        read[relative] = new InputFile(relative, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        return bytes;
    }

    private string? RefuseMissing(string path, string what, string named, SourceLocation namedAt)
    {
        var folder = Path.GetDirectoryName(path)!;
        var neighbours = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Select(f => Relative(f)) : [];
        diagnostics.Error(namedAt, $"{what}: the file '{named}' does not exist", Binding.NearName.Find(Relative(path), neighbours));
        return null;
    }

    private string? Refuse(string message, SourceLocation at)
    {
        diagnostics.Error(at, message);
        return null;
    }

    private bool IsInside(string path) => path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private string Relative(string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>The path with every symbolic link in it followed.</summary>
    private static string RealPath(string path)
    {
        var real = Path.GetPathRoot(path)!;
        foreach (var part in Path.GetRelativePath(real, path).Split(Path.DirectorySeparatorChar))
        {
            real = Path.Combine(real, part);
            FileSystemInfo info = Directory.Exists(real) ? new DirectoryInfo(real) : new FileInfo(real);
            if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { } target)
                real = RealPath(target.FullName);
        }

        return real;
    }
}
