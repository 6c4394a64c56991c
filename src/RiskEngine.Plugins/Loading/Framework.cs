using System.Collections.Frozen;
using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Plugins.Loading;

/// <summary>The assemblies that plug-ins may use beside their own: those of the .NET runtime, and RiskEngine.Abstractions.</summary>
internal static class Framework
{
    /// <summary>The contract, in the version of this engine.</summary>
    public static System.Reflection.AssemblyName Contract { get; } = typeof(FactorKind).Assembly.GetName();

    /// <summary>The runtime's assemblies: name -> path.</summary>
    public static FrozenDictionary<string, string> Assemblies { get; } = Find();

    /// <summary>Whether an assembly belongs to the engine, the contract aside.</summary>
    public static bool IsEngine(string name) =>
        name != Contract.Name && (name == "RiskEngine" || name.StartsWith("RiskEngine.", StringComparison.Ordinal));

    /// <summary>
    /// The host lists what it trusts: the runtime's folder, and then the program's own packages, which plug-ins do not see.
    /// </summary>
    private static FrozenDictionary<string, string> Find()
    {
        var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
        var trusted = (AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string ?? "").Split(
            Path.PathSeparator,
            StringSplitOptions.RemoveEmptyEntries
        );
        return trusted
            .Where(path =>
                Path.GetDirectoryName(path) == folder
                && Path.GetFileNameWithoutExtension(path) is var name
                && name != Contract.Name
                && !IsEngine(name)
            )
            .DistinctBy(path => Path.GetFileName(path), StringComparer.OrdinalIgnoreCase) // the list may name a file twice
            .ToFrozenDictionary(path => Path.GetFileNameWithoutExtension(path), StringComparer.OrdinalIgnoreCase);
    }
}
