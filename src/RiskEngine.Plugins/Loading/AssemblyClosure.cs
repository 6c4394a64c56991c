using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Plugins.Loading;

/// <summary>A library and all that it references from its own folder, found in their metadata: nothing of it runs.</summary>
internal static class AssemblyClosure
{
    /// <summary>The library first, then what it needs, by name; null after an error.</summary>
    public static IReadOnlyList<CodeFile>? Read(string path, string name, DiagnosticBag diagnostics)
    {
        var found = new SortedDictionary<string, CodeFile>(StringComparer.OrdinalIgnoreCase);
        if (CodeFile.Read(path, name, diagnostics) is not { } first || References(first, diagnostics) is not { } references)
            return null;
        var own = Path.GetFileNameWithoutExtension(path);
        if (!IsForThisEngine(name, references, diagnostics))
            return null;

        var open = new Queue<(string Name, string By)>(references.Select(r => (r.Name, own)));
        var isWhole = true;
        while (open.TryDequeue(out var needed))
        {
            if (
                needed.Name == own
                || needed.Name == Framework.Contract.Name
                || found.ContainsKey(needed.Name)
                || Framework.Assemblies.ContainsKey(needed.Name)
            )
            {
                continue;
            }

            var beside = Path.Combine(Path.GetDirectoryName(path) ?? "", needed.Name + ".dll");
            if (!File.Exists(beside))
            {
                diagnostics.Error(
                    new SourceLocation(name),
                    $"'{needed.By}' needs the library '{needed.Name}', which does not lie beside it; publish the plug-in with its "
                        + $"libraries (EnableDynamicLoading)"
                );
                isWhole = false;
                continue;
            }

            var shown = Path.Combine(Path.GetDirectoryName(name) ?? "", needed.Name + ".dll").Replace('\\', '/');
            if (CodeFile.Read(beside, shown, diagnostics) is not { } file || References(file, diagnostics) is not { } next)
                return null;
            found.Add(needed.Name, file);
            foreach (var reference in next)
                open.Enqueue((reference.Name, needed.Name));
        }

        return isWhole ? [first, .. found.Values] : null;
    }

    private static bool IsForThisEngine(string name, IReadOnlyList<Reference> references, DiagnosticBag diagnostics)
    {
        var at = new SourceLocation(name);
        foreach (var engine in references.Where(r => Framework.IsEngine(r.Name)))
        {
            diagnostics.Error(
                at,
                $"references {engine.Name}; expected a plug-in that references {Framework.Contract.Name} alone of the engine"
            );
        }

        var contract = references.FirstOrDefault(r => r.Name == Framework.Contract.Name);
        if (contract is null)
        {
            diagnostics.Error(at, $"expected a plug-in that references {Framework.Contract.Name}, found an assembly without factor kinds");
        }
        else if (contract.Version.Major != Framework.Contract.Version!.Major || contract.Version.Minor != Framework.Contract.Version.Minor)
        {
            diagnostics.Error(
                at,
                $"was built against {Framework.Contract.Name} {contract.Version}; expected {Framework.Contract.Version}: build it "
                    + $"again against this engine"
            );
        }
        else
        {
            return !references.Any(r => Framework.IsEngine(r.Name));
        }

        return false;
    }

    private static List<Reference>? References(CodeFile file, DiagnosticBag diagnostics)
    {
        try
        {
            using var portable = new PEReader(new MemoryStream(file.Bytes));
            if (portable.HasMetadata && portable.GetMetadataReader() is { IsAssembly: true } metadata)
            {
                return
                [
                    .. metadata
                        .AssemblyReferences.Select(metadata.GetAssemblyReference)
                        .Select(r => new Reference(metadata.GetString(r.Name), r.Version)),
                ];
            }
        }
        catch (BadImageFormatException)
        {
            // Told below.
        }

        diagnostics.Error(new SourceLocation(file.Name, 1, 1), "expected a .NET assembly, found another kind of file");
        return null;
    }

    private sealed record Reference(string Name, Version Version);
}
