using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Cli.Options;
using RiskEngine.Cli.Screens;
using RiskEngine.Cli.Texts;
using RiskEngine.Loading;
using RiskEngine.Loading.Binding;

namespace RiskEngine.Cli.Runs;

/// <summary>Reads scenarios, and lists what is wrong with any of them before anything else is done with one.</summary>
/// <param name="code">Which code of a user's own may run.</param>
/// <param name="environment">Where the current folder is, and where errors go.</param>
internal sealed class ScenarioLoader(CodeSettings code, CommandEnvironment environment)
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
        var found = new DiagnosticBag();
        var kinds = KindLoader.Create(code, environment, found);
        if (kinds is null)
            Refuse("", found.Sorted());
        foreach (var name in given)
        {
            if (kinds is null || Read(name, kinds, settings) is not { } scenario)
                continue;
            loaded.Add(scenario);
            var known = scenario.Scenario.Cases.Select(c => c.Id.Value).ToList();
            foreach (var unknown in cases.Except(known))
                Refuse(name, UsageErrors.Unknown("case", unknown, known, "cases"));
        }

        if (errors == 0)
            return loaded;
        environment.Error.WriteLine($"{Figures.Counted(errors, "error")}; nothing was written");
        return null;
    }

    private LoadedScenario? Read(string given, KindLoader kinds, IReadOnlyList<string> settings)
    {
        var path = environment.FullPath(given);
        if (Problem(path) is { } problem)
        {
            Refuse(given, problem);
            return null;
        }

        var folder = Directory.Exists(path) ? given : Path.GetDirectoryName(given) ?? "";
        var inCode = new DiagnosticBag();
        if (kinds.Of(path, inCode) is not { } known)
        {
            Refuse(folder, inCode.Sorted());
            return null;
        }

        var engine = new Engine(known.Catalogue);
        var options = OptionsOf(known, settings);
        var result = ScenarioReader.Read(path, options);
        var scenario = result.Scenario is { } read ? read with { Inputs = [.. read.Inputs, .. known.Inputs] } : null;
        var @checked = scenario is null ? null : engine.Check(scenario);
        var found = @checked is null ? result.Diagnostics : [.. result.Diagnostics, .. @checked.Diagnostics];
        if (@checked is not null && found.All(d => d.Severity != Severity.Error))
            return new LoadedScenario(given, folder, scenario!, engine, @checked, found) { Reading = options };
        Refuse(folder, found);
        return null;
    }

    /// <summary>What a scenario is read with.</summary>
    internal static ReadOptions OptionsOf(KnownKinds known, IReadOnlyList<string> settings) =>
        new()
        {
            Kinds = known.Catalogue,
            Pricing = StandardKinds.Pricing,
            Measures = [.. MeasureKinds.All.Select(m => m.Id)],
            Settings = settings,
            PortfolioImporter = Importers.Portfolios,
            PriceImporter = Importers.Prices,
        };

    /// <summary>Why there is nothing to read, or null.</summary>
    internal static string? Problem(string path)
    {
        if (File.Exists(path))
            return null;
        if (Directory.Exists(path))
        {
            return File.Exists(Path.Combine(path, ScenarioReader.FileName))
                ? null
                : $"expected a scenario folder, found a folder without a {ScenarioReader.FileName}";
        }

        var parent = Path.GetDirectoryName(path);
        var near = Directory.Exists(parent)
            ? NearName.Find(Path.GetFileName(path), Directory.EnumerateDirectories(parent).Select(d => Path.GetFileName(d)!))
            : null;
        return "expected a scenario folder, found nothing there" + (near is null ? "" : $" (did you mean '{near}'?)");
    }

    private void Refuse(string folder, IReadOnlyList<Diagnostic> found)
    {
        errors += found.Where(d => d.Severity == Severity.Error).Sum(d => d.Count);
        foreach (var line in DiagnosticLines.Of(folder, found))
            environment.Error.WriteLine(line);
    }

    private void Refuse(string given, string message)
    {
        errors++;
        environment.Error.WriteLine(new Diagnostic(Severity.Error, new SourceLocation(given), message));
    }
}
