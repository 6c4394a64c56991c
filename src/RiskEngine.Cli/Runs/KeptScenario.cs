using RiskEngine.Abstractions.Files;
using RiskEngine.Reporting.Runs;

namespace RiskEngine.Cli.Runs;

/// <summary>The scenario of a run, read again from the copies that the run's folder keeps.</summary>
internal static class KeptScenario
{
    private const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The scenario with the values that the run was told to set.</summary>
    /// <param name="run">The run.</param>
    /// <param name="code">Which code of a user's own may run.</param>
    /// <param name="environment">Where the current folder is.</param>
    /// <param name="problem">Why there is none, in a sentence; empty where there is one.</param>
    public static LoadedScenario? Load(StoredRun run, CodeSettings code, CommandEnvironment environment, out string problem)
    {
        var path = Path.Combine(FolderOf(run), run.Manifest.ScenarioFile);
        if (!KeptInput.IsInside(run.Manifest.ScenarioFile) || !File.Exists(path))
        {
            problem = $"run {run.Manifest.RunId} kept no copies of its inputs";
            return null;
        }

        using var errors = new StringWriter();
        var set = run.Manifest.Options.GetValueOrDefault("set")?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var loaded = new ScenarioLoader(code, environment with { Error = errors }).Load([path], [], set);
        problem = loaded is null
            ? $"the inputs that run {run.Manifest.RunId} kept cannot be read: {errors.ToString().Split('\n')[0].Trim()}"
            : "";
        return loaded?[0];
    }

    /// <summary>The bytes of one of a run's inputs; empty where it kept no copy.</summary>
    public static byte[] Bytes(StoredRun run, string file) =>
        KeptInput.IsInside(file) && RegularFile.Read(Path.Combine(FolderOf(run), file), MaxBytes, out _) is { } bytes ? bytes : [];

    private static string FolderOf(StoredRun run) => Path.Combine(run.Folder, KeptInput.FolderName, run.Manifest.Scenario);
}
