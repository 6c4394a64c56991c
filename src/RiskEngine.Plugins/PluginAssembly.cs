using System.Reflection;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Plugins.Checking;
using RiskEngine.Plugins.Loading;

namespace RiskEngine.Plugins;

/// <summary>
/// A compiled class library with factor kinds, in a load context of its own. It references RiskEngine.Abstractions, which it shares with
/// the engine, and libraries that lie beside it; nothing else of the engine.
/// </summary>
public sealed class PluginAssembly : FactorCode
{
    private PluginAssembly(IReadOnlyList<CodeFile> files)
        : base(files) { }

    /// <summary>Reads a library and those that it needs; null after an error. Runs nothing.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">The library as the user knows it.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public static PluginAssembly? Read(string path, string name, DiagnosticBag diagnostics)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(diagnostics);
        return AssemblyClosure.Read(path, name, diagnostics) is { } files ? new PluginAssembly(files) : null;
    }

    /// <inheritdoc/>
    private protected override IReadOnlyList<FactorKind> LoadKinds(DiagnosticBag diagnostics, CodeRunner runner)
    {
        var context = new PluginContext(
            Name,
            Files.Skip(1).ToDictionary(f => Path.GetFileNameWithoutExtension(f.Name), f => f.Bytes, StringComparer.OrdinalIgnoreCase)
        );
        Assembly assembly;
        try
        {
            assembly = context.LoadFromStream(new MemoryStream(Files[0].Bytes));
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException)
        {
            diagnostics.Error(new SourceLocation(Name), $"the assembly cannot be loaded: {e.Message}");
            return [];
        }

        return KindFinder.Find(assembly, new SourceLocation(Name), runner, diagnostics);
    }
}
