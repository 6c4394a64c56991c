using System.Security.Cryptography;
using RiskEngine.Abstractions.Files;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Cli.Runs;

/// <summary>Copies of a scenario's files, as they were when it was read.</summary>
internal static class RunInputs
{
    private const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>
    /// The files. One is left out that has changed since it was read, that is larger than a scenario's files may be, or that lies
    /// elsewhere,
    /// as libraries of the command line do; the manifest has its hash all the same.
    /// </summary>
    public static IReadOnlyList<KeptInput> Of(LoadedScenario loaded, CommandEnvironment environment)
    {
        var folder = environment.FullPath(loaded.Folder);
        var kept = new List<KeptInput>();
        foreach (var input in loaded.Scenario.Inputs.Where(i => KeptInput.IsInside(i.Path)))
        {
            if (
                RegularFile.Read(Path.Combine(folder, input.Path), MaxBytes, out _) is { } bytes
                && Convert.ToHexStringLower(SHA256.HashData(bytes)) == input.Sha256
            )
            {
                kept.Add(new KeptInput(input.Path, bytes));
            }
        }

        return kept;
    }
}
