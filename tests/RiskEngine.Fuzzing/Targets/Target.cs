namespace RiskEngine.Fuzzing.Targets;

/// <summary>A reader: which files it takes and which commands hand them to it.</summary>
/// <param name="Name">The reader.</param>
/// <param name="Cases">What it is tried with.</param>
public sealed record Target(string Name, IReadOnlyList<TargetCase> Cases);

/// <summary>Files that belong together, one of which is changed, and what is run then.</summary>
/// <param name="Folder">The folder with the files; they are copied to the folder <c>in</c>.</param>
/// <param name="Pattern">Which files may be changed.</param>
/// <param name="Commands">
/// Makes the command lines, of which one is taken, from the current folder, the changed file and another one; the files are relative to
/// <see cref="In"/>.
/// </param>
public sealed record TargetCase(string Folder, string Pattern, Func<string, string, string, IReadOnlyList<string[]>> Commands)
{
    /// <summary>The folder that the changed files are in: the files as they are, or what <see cref="Before"/> has written.</summary>
    public string In { get; init; } = "in";

    /// <summary>What is run before with the files unchanged.</summary>
    public IReadOnlyList<string[]> Before { get; init; } = [];

    /// <summary>
    /// Whether a file may ask for more work than anybody waits for; then what is held is that it ends when it is cancelled.
    /// </summary>
    public bool IsWork { get; init; }

    /// <summary>The files that may be changed, relative to <see cref="In"/>.</summary>
    /// <param name="place">The folder that <see cref="In"/> is in.</param>
    public IReadOnlyList<string> Changed(string place)
    {
        var folder = Path.Combine(place, In);
        return
        [
            .. Directory
                .EnumerateFiles(folder, Pattern, SearchOption.AllDirectories)
                .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
                .Where(f => !f.StartsWith("runtimes/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }
}
