using System.Security.Cryptography;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Prices;
using RiskEngine.Cli.Options;
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
        var path = environment.FullPath(file);
        if (!File.Exists(path))
        {
            UsageErrors.Refuse($"the file '{file}' does not exist", environment.Error);
            return null;
        }

        var found = new DiagnosticBag();
        var bytes = OutsideFile.Read(path, file, found)?.Bytes;
        var history = bytes is null ? null : PriceFileReader.Read(bytes, file, Importers.Prices, found);
        var findings = found.Sorted();
        foreach (var finding in findings)
            environment.Error.WriteLine(finding);
        if (findings.Count > 0)
            environment.Error.WriteLine(DiagnosticLines.Count(findings));
        return history is null ? null : new PriceFile(file, Convert.ToHexStringLower(SHA256.HashData(bytes!)), history);
    }
}
