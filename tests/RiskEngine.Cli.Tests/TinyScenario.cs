using RiskEngine.Testing;

namespace RiskEngine.Cli.Tests;

/// <summary>Writes the tiny scenario to disk.</summary>
internal static class TinyScenario
{
    /// <summary>Writes it into a folder.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="name">Name of the scenario's folder.</param>
    /// <param name="changes">Texts that stand in one of the files, and what to put in their place.</param>
    public static void Write(TestFolder folder, string name = "tiny", params (string Before, string After)[] changes)
    {
        foreach (var (file, text) in TinyFiles.With(changes))
            folder.Write($"{name}/{file}", text);
    }
}
