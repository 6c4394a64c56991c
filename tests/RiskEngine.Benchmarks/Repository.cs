namespace RiskEngine.Benchmarks;

/// <summary>
/// Where things are: the checkout, found by walking up to the solution, and what other projects built in the same configuration.
/// </summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The shipped scenario.</summary>
    public static string ShippedScenario => Path.Combine(Root, "scenarios", "ai-chips-2026");

    /// <summary>The peers' sources beside the checkout, or null.</summary>
    public static string? Peers
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Root, "..", "shared", "bench"));
            return Directory.Exists(folder) ? folder : null;
        }
    }

    /// <summary>A plug-in's one source file.</summary>
    public static string PluginSource => Path.Combine(Root, "tests", "RiskEngine.SamplePlugin", "PlainBrownian.cs");

    /// <summary>An assembly in its own project's output folder.</summary>
    public static string Built(string project)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory); // .../bin/RiskEngine.Benchmarks/release
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, project + ".dll");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException(
                $"Expected to run inside a checkout: no RiskEngine.sln above {AppContext.BaseDirectory}."
            );
    }
}
