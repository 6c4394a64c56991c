namespace RiskEngine.Fuzzing.Targets;

/// <summary>A reader: which files it takes and which commands hand them to it.</summary>
/// <param name="Name">The reader.</param>
/// <param name="Cases">What it is tried with.</param>
public sealed record Target(string Name, IReadOnlyList<TargetCase> Cases);

/// <summary>Files that belong together, one of which is changed, and what is run then.</summary>
/// <param name="Folder">The folder with the files; they are copied to the folder <c>in</c>.</param>
/// <param name="Changed">The files that may be changed, relative to the folder.</param>
/// <param name="Commands">Makes the command lines; one of them is taken.</param>
public sealed record TargetCase(string Folder, IReadOnlyList<string> Changed, Func<string, IReadOnlyList<string[]>> Commands)
{
    /// <summary>What is run before with the files unchanged; null for nothing.</summary>
    public string[]? Before { get; init; }
}
