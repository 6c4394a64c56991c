namespace RiskEngine.Plugins;

/// <summary>The package of the plug-in contract, <c>RiskEngine.Abstractions</c>, that a library of factor kinds is built against.</summary>
/// <param name="File">The package's file.</param>
/// <param name="Version">Its version.</param>
public sealed record ContractPackage(string File, string Version)
{
    private const string Prefix = "RiskEngine.Abstractions.";

    /// <summary>The package that a program carries in its folder <c>packages</c>; null where it carries none.</summary>
    public static ContractPackage? Of(string programFolder)
    {
        var folder = Path.Combine(programFolder, "packages");
        var file = Directory.Exists(folder)
            ? Directory.GetFiles(folder, $"{Prefix}*.nupkg").OrderByDescending(System.IO.File.GetLastWriteTimeUtc).FirstOrDefault()
            : null;
        return file is null ? null : new ContractPackage(file, Path.GetFileNameWithoutExtension(file)[Prefix.Length..]);
    }
}
