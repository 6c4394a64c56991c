using System.Reflection;

namespace RiskEngine.Plugins;

/// <summary>A working factor kind to start from.</summary>
public static class FactorTemplate
{
    private const string LibraryFolder = "Library/";

    /// <summary>One C# file: path and text.</summary>
    public static (string Path, string Text) File(FactorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return ($"{name.Class}.cs", Text("Factor.cs.txt", name));
    }

    /// <summary>
    /// A class library with a test: paths and texts. It builds once the contract's package lies in its folder
    /// <see cref="PackageFolder"/>.
    /// </summary>
    /// <param name="name">The kind's name.</param>
    /// <param name="contractVersion">Version of the contract's package.</param>
    public static IReadOnlyList<(string Path, string Text)> Library(FactorName name, string contractVersion)
    {
        ArgumentNullException.ThrowIfNull(name);
        var source = File(name);
        return
        [
            ($"{name.Class}/{name.Class}/{source.Path}", source.Text),
            .. Resources
                .GetManifestResourceNames()
                .Select(r => r.Replace('\\', '/'))
                .Where(r => r.StartsWith(LibraryFolder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(r =>
                    (
                        $"{name.Class}/{Filled(r[LibraryFolder.Length..^".txt".Length], name)}",
                        Text(r, name).Replace("__VERSION__", contractVersion)
                    )
                ),
        ];
    }

    /// <summary>Where a library looks for the contract's package, relative to the folder that it was written to.</summary>
    public static string PackageFolder(FactorName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return $"{name.Class}/packages";
    }

    /// <summary>The lines under <c>factors</c> of a market file that use the kind.</summary>
    public static string Usage(FactorName name) => Text("Usage.txt", name);

    private static Assembly Resources => typeof(FactorTemplate).Assembly;

    private static string Text(string resource, FactorName name)
    {
        var at = Resources.GetManifestResourceNames().Single(r => r.Replace('\\', '/') == resource);
        using var reader = new StreamReader(Resources.GetManifestResourceStream(at)!);
        return Filled(reader.ReadToEnd(), name);
    }

    private static string Filled(string text, FactorName name)
    {
        if (text.Contains("__USAGE__", StringComparison.Ordinal))
            text = text.Replace("__USAGE__", string.Join('\n', Usage(name).Split('\n').Select(l => l.Length == 0 ? l : $"  {l}")));
        return text.Replace("__CLASS__", name.Class).Replace("__KIND__", name.Kind);
    }
}
