using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;
using RiskEngine.Cli.Words;
using RiskEngine.Loading;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Cli.Runs;

/// <summary>Reads scenarios, and lists what is wrong with any of them before anything else is done with one.</summary>
/// <param name="kinds">The factor kinds that they may use.</param>
/// <param name="engine">Checks what reading alone cannot see.</param>
/// <param name="surroundings">Where the current folder is, and where errors go.</param>
internal sealed class ScenarioLoader(FactorCatalogue kinds, Engine engine, Surroundings surroundings)
{
    private int errors;

    /// <summary>The scenarios, or null after errors in any of them; the errors are on the error output then, with their count.</summary>
    /// <param name="given">Folders, or the scenario files in them.</param>
    /// <param name="cases">Cases that each of them must have.</param>
    /// <param name="settings">Values to change, each <c>PATH=VALUE</c>.</param>
    public IReadOnlyList<LoadedScenario>? Load(IReadOnlyList<string> given, IReadOnlyList<string> cases, IReadOnlyList<string> settings)
    {
        errors = 0;
        var loaded = new List<LoadedScenario>();
        foreach (var name in given)
        {
            if (Read(name, settings) is not { } scenario) continue;
            loaded.Add(scenario);
            var known = scenario.Scenario.Cases.Select(c => c.Id.Value).ToList();
            foreach (var unknown in cases.Except(known))
                Refuse(name, UsageErrors.Unknown("case", unknown, known, "cases"));
        }

        if (errors == 0) return loaded;
        surroundings.Error.WriteLine($"{Figures.Counted(errors, "error")}; nothing was written");
        return null;
    }

    private LoadedScenario? Read(string given, IReadOnlyList<string> settings)
    {
        var path = surroundings.FullPath(given);
        if (Problem(path) is { } problem)
        {
            Refuse(given, problem);
            return null;
        }

        var folder = Directory.Exists(path) ? given : Path.GetDirectoryName(given) ?? "";
        var result = ScenarioReader.Read(path, new ReadOptions { Kinds = kinds, Measures = [.. MeasureKinds.All.Select(m => m.Id)], Settings = settings });
        var found = result.Scenario is { } read ? [.. result.Diagnostics, .. engine.Check(read)] : result.Diagnostics;
        var errorsHere = found.Count(d => d.Severity == Severity.Error);
        if (errorsHere == 0) return new LoadedScenario(given, folder, result.Scenario!, found);
        foreach (var line in DiagnosticLines.Of(folder, found))
            surroundings.Error.WriteLine(line);
        errors += errorsHere;
        return null;
    }

    /// <summary>Why there is nothing to read, or null.</summary>
    private static string? Problem(string path)
    {
        if (File.Exists(path)) return null;
        if (Directory.Exists(path))
            return File.Exists(Path.Combine(path, ScenarioReader.FileName)) ? null : $"expected a scenario folder, found a folder without a {ScenarioReader.FileName}";
        var parent = Path.GetDirectoryName(path);
        var near = Directory.Exists(parent)
            ? NearName.Find(Path.GetFileName(path), Directory.EnumerateDirectories(parent).Select(d => Path.GetFileName(d)!))
            : null;
        return "expected a scenario folder, found nothing there" + (near is null ? "" : $" (did you mean '{near}'?)");
    }

    private void Refuse(string given, string message)
    {
        errors++;
        surroundings.Error.WriteLine(new Diagnostic(Severity.Error, new SourceLocation(given), message));
    }
}
