using System.Reflection;
using System.Runtime.Loader;
using RiskEngine.Abstractions.Factors;

namespace RiskEngine.Plugins.Loading;

/// <summary>
/// Where one plug-in's assemblies live. It sees its own files, the runtime and the contract; the engine and the packages that the engine
/// uses stay out of reach of its references, so that versions cannot clash.
/// </summary>
/// <param name="name">The plug-in's name.</param>
/// <param name="own">The libraries that it brings: name -> bytes.</param>
internal sealed class PluginContext(string name, IReadOnlyDictionary<string, byte[]> own) : AssemblyLoadContext(name)
{
    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var wanted = assemblyName.Name ?? "";
        if (wanted == Framework.Contract.Name)
            return typeof(FactorKind).Assembly;
        if (own.TryGetValue(wanted, out var bytes))
            return LoadFromStream(new MemoryStream(bytes));
        return Framework.Assemblies.ContainsKey(wanted)
            ? null // the runtime's own context has it
            : throw new FileNotFoundException(
                $"'{Name}' needs the library '{wanted}', which neither the runtime has nor the folder of '{Name}'."
            );
    }
}
