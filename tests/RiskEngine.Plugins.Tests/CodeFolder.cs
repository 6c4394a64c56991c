using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Plugins.Tests;

/// <summary>A folder with code files, and what came of loading them.</summary>
internal sealed class CodeFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("riskengine-code-").FullName;

    /// <summary>The sample plug-in as its project built it, in this test's configuration.</summary>
    public static string SamplePlugin
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory); // .../bin/RiskEngine.Plugins.Tests/debug
            return Path.Combine(own.Parent!.Parent!.FullName, "RiskEngine.SamplePlugin", own.Name, "RiskEngine.SamplePlugin.dll");
        }
    }

    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public string PathOf(string name) => Path.Combine(path, name);

    /// <summary>The kinds of a source file, and the findings as they are shown.</summary>
    public (IReadOnlyList<FactorKind> Kinds, string[] Findings) Compile(string text)
    {
        var found = new DiagnosticBag();
        var kinds = FactorSource.Read(Write("Own.cs", text), "factors/Own.cs", found)?.Load(found) ?? [];
        return (kinds, [.. found.Sorted().Select(d => d.ToString())]);
    }

    /// <summary>The kinds of a library, and the findings as they are shown.</summary>
    public static (IReadOnlyList<FactorKind> Kinds, string[] Findings) Load(string file)
    {
        var found = new DiagnosticBag();
        var kinds = PluginAssembly.Read(file, "own.dll", found)?.Load(found) ?? [];
        return (kinds, [.. found.Sorted().Select(d => d.ToString())]);
    }

    public void Dispose() => Directory.Delete(path, recursive: true);
}
