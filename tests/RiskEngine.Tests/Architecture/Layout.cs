using System.Collections.Frozen;
using System.Xml.Linq;

namespace RiskEngine.Tests.Architecture;

/// <summary>The repository as these tests see it, and the picture of who may know whom that they hold it to.</summary>
internal static class Layout
{
    /// <summary>For each project under src, the projects that it may name; the picture of src/README.md.</summary>
    public static FrozenDictionary<string, string[]> Picture { get; } =
        new Dictionary<string, string[]>
        {
            ["RiskEngine.Abstractions"] = [],
            ["RiskEngine.Numerics"] = [],
            ["RiskEngine.Simulation"] = ["RiskEngine.Abstractions", "RiskEngine.Numerics"],
            ["RiskEngine.Analysis"] = ["RiskEngine.Abstractions", "RiskEngine.Numerics"],
            ["RiskEngine.Calibration"] = ["RiskEngine.Abstractions", "RiskEngine.Numerics"],
            ["RiskEngine.Articles"] = ["RiskEngine.Abstractions"],
            ["RiskEngine.Importing"] = ["RiskEngine.Abstractions"],
            ["RiskEngine.Loading"] = ["RiskEngine.Abstractions"],
            ["RiskEngine.Plugins"] = ["RiskEngine.Abstractions"],
            ["RiskEngine.QLNet"] = ["RiskEngine.Abstractions"],
            ["RiskEngine"] =
            [
                "RiskEngine.Abstractions",
                "RiskEngine.Numerics",
                "RiskEngine.Simulation",
                "RiskEngine.Analysis",
                "RiskEngine.Calibration",
                "RiskEngine.Loading",
                "RiskEngine.QLNet",
            ],
            ["RiskEngine.Reporting"] = ["RiskEngine.Abstractions", "RiskEngine"],
            ["RiskEngine.Batches"] =
            [
                "RiskEngine.Abstractions",
                "RiskEngine.Numerics",
                "RiskEngine.Loading",
                "RiskEngine.Simulation",
                "RiskEngine",
            ],
            ["RiskEngine.Serving"] = ["RiskEngine.Abstractions", "RiskEngine.Loading", "RiskEngine", "RiskEngine.Reporting"],
            ["RiskEngine.Cli"] =
            [
                "RiskEngine.Abstractions",
                "RiskEngine.Numerics",
                "RiskEngine.Simulation",
                "RiskEngine.Analysis",
                "RiskEngine.Calibration",
                "RiskEngine.Articles",
                "RiskEngine.Importing",
                "RiskEngine.Loading",
                "RiskEngine.Plugins",
                "RiskEngine.QLNet",
                "RiskEngine",
                "RiskEngine.Reporting",
                "RiskEngine.Batches",
                "RiskEngine.Serving",
            ],
        }.ToFrozenDictionary();

    /// <summary>Names of the projects, for test cases.</summary>
    public static IEnumerable<string> Projects => Picture.Keys.Order(StringComparer.Ordinal);

    /// <summary>The folder that holds RiskEngine.sln.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A project's folder under src.</summary>
    public static string FolderOf(string project) => Path.Combine(Root, "src", project);

    /// <summary>A project's compiled assembly: the build puts all of them beside this test's own.</summary>
    public static string AssemblyPathOf(string project) => Path.Combine(AppContext.BaseDirectory, project + ".dll");

    /// <summary>The projects that a project file names.</summary>
    public static IEnumerable<string> ReferencesOf(string project) =>
        XDocument
            .Load(Path.Combine(FolderOf(project), project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    /// <summary>The C# files below a folder, relative to it, with forward slashes.</summary>
    public static IEnumerable<string> SourcesBelow(string folder) =>
        Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "node_modules"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RiskEngine.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds RiskEngine.sln.");
    }
}
