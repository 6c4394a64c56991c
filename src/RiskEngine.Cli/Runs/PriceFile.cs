using System.Security.Cryptography;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Cli.Screens;
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
        if (OutsideFile.Read(environment.FullPath(file), file, found)?.Bytes is not { } bytes)
            return null;
        return PriceFileReader.Read(bytes, file, Importers.Prices, found) is { } history
            ? new PriceFile(file, Convert.ToHexStringLower(SHA256.HashData(bytes)), history)
            : null;
    }
}
