using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Loading;
using RiskEngine.Reporting.Runs;
using RiskEngine.Serving.Engines;

namespace RiskEngine.Serving.Pages;

/// <summary>Opens what addresses name: scenarios of the folder of scenarios, and those that runs kept.</summary>
internal static class ScenarioFolders
{
    /// <summary>The scenarios' folders, in ordinal order.</summary>
    public static IEnumerable<string> In(string folder) =>
        Directory
            .EnumerateDirectories(folder)
            .Where(f => Path.GetFileName(f)[0] != '.' && File.Exists(Path.Combine(f, ScenarioReader.FileName)))
            .Order(StringComparer.Ordinal);

    /// <summary>The name of a scenario, of which no more is read than that takes.</summary>
    /// <exception cref="RefusedException">It has errors.</exception>
    public static LocalText NameOf(string folder, ServeOptions options)
    {
        var found = new DiagnosticBag();
        var reading = options.Reading(folder, found) ?? throw ServedScenario.Refusal(found.Sorted());
        var read = ScenarioReader.Read(folder, reading with { Ledger = false, Cases = [] });
        return read.Scenario?.Name ?? throw ServedScenario.Refusal(read.Diagnostics);
    }

    /// <summary>A scenario as its folder holds it now.</summary>
    /// <exception cref="RefusedException">It has errors.</exception>
    public static ServedScenario Open(string folder, ServeOptions options)
    {
        var given = Path.Combine(options.ScenariosAsGiven, Path.GetFileName(folder));
        return ServedScenario.Open(folder, $"riskengine run {given}", [], Run(options), options.Reading);
    }

    /// <summary>The scenario that a run kept, with the values that the run was told to set and its random numbers.</summary>
    /// <exception cref="RefusedException">The run kept none, or it has errors.</exception>
    public static ServedScenario OpenKept(StoredRun run, ServeOptions options)
    {
        var manifest = run.Manifest;
        if (!HasKept(run))
            throw new RefusedException($"run {manifest.RunId} kept no copies of its inputs");
        var set = manifest.Options.GetValueOrDefault("set")?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var sampling = Enum.TryParse<Abstractions.Scenarios.SamplingMethod>(
            manifest.Options.GetValueOrDefault("sampling"),
            ignoreCase: true,
            out var method
        )
            ? method
            : (Abstractions.Scenarios.SamplingMethod?)null;
        return ServedScenario.Open(
            FileOf(run),
            manifest.Command,
            set,
            Run(options) with
            {
                Seed = manifest.Seed,
                Sampling = sampling,
            },
            options.Reading
        );
    }

    /// <summary>Whether a run kept copies of what it read.</summary>
    public static bool HasKept(StoredRun run) =>
        KeptInput.IsInside(run.Manifest.ScenarioFile) && KeptInput.IsInside(run.Manifest.Scenario) && File.Exists(FileOf(run));

    private static string FileOf(StoredRun run) =>
        Path.Combine(run.Folder, KeptInput.FolderName, run.Manifest.Scenario, run.Manifest.ScenarioFile);

    private static RunOptions Run(ServeOptions options) => new() { Paths = options.Paths, Threads = options.Threads };
}
