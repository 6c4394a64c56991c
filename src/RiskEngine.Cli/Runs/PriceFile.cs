using System.Security.Cryptography;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Cli.Screens;
using RiskEngine.Importing.Prices;
using RiskEngine.Importing.Text;
using RiskEngine.Loading.Prices;

namespace RiskEngine.Cli.Runs;

/// <summary>A price file that could be read.</summary>
/// <param name="Name">The file as the user named it.</param>
/// <param name="Sha256">The SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="History">The prices.</param>
internal sealed record PriceFile(string Name, string Sha256, PriceHistory History)
{
    /// <summary>Reads it; findings go to the error output. Null after errors, all of them listed.</summary>
    public static PriceFile? Read(string file, CommandEnvironment environment)
    {
        var found = new DiagnosticBag();
        var prices = Read(file, environment, found);
        DiagnosticLines.Write(found, environment);
        return prices;
    }

    /// <summary>Reads it; null after errors.</summary>
    public static PriceFile? Read(string file, CommandEnvironment environment, DiagnosticBag found)
    {
        if (Directory.Exists(environment.FullPath(file)))
            return ReadFolder(file, environment, found);
        return OutsideFile.Read(environment.FullPath(file), file, found)?.Bytes is { } bytes ? Read(bytes, file, found) : null;
    }

    /// <summary>Reads its bytes; null after errors.</summary>
    public static PriceFile? Read(byte[] bytes, string file, DiagnosticBag found) =>
        PriceFileReader.Read(bytes, file, Importers.Prices, found) is { } history
            ? new PriceFile(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), history)
            : null;

    /// <summary>The files of a folder as one history; the SHA-256 is that of all their bytes in order of their names.</summary>
    private static PriceFile? ReadFolder(string folder, CommandEnvironment environment, DiagnosticBag found)
    {
        var files = PriceFolder
            .Files(folder, environment)
            .Select(f => OutsideFile.Read(environment.FullPath(f), f, found))
            .OfType<OutsideFile>()
            .ToList();
        if (files.Count == 0 && !found.HasErrors)
            found.Error(new SourceLocation(folder), $"expected price files ({string.Join(", ", PriceFolder.Endings)}), found none");
        var import = found.HasErrors ? null : new PriceImporter(new PriceOptions()).Read(files, found);
        return import is null
            ? null
            : new PriceFile(folder, Convert.ToHexStringLower(SHA256.HashData([.. files.SelectMany(f => f.Bytes)])), import.History);
    }
}
