using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading.Format;
using RiskEngine.Loading.Overrides;
using RiskEngine.Loading.Provenance;
using RiskEngine.Loading.Sections;
using RiskEngine.Loading.Sections.Keys;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading;

/// <summary>
/// Reads a scenario from its folder and checks it: all errors of all files come out at once, each with file, line and column, what was
/// expected and what was found. The file format is described in scenarios/README.md.
/// </summary>
public static class ScenarioReader
{
    /// <summary>The file that a scenario folder must hold.</summary>
    public const string FileName = "scenario.yaml";

    /// <summary>Reads a scenario.</summary>
    /// <param name="path">The scenario's folder, or its <c>scenario.yaml</c> under whatever name.</param>
    /// <param name="options">The known kinds and measures, and the settings of the command line.</param>
    /// <returns>The scenario, or the errors; never throws for what stands in files.</returns>
    public static LoadResult Read(string path, ReadOptions options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Read(new ScenarioSource(path), options);
    }

    /// <summary>Reads a scenario whose files may have been read before.</summary>
    /// <param name="source">The scenario's files.</param>
    /// <param name="options">The known kinds and measures, and the settings of the command line.</param>
    /// <returns>The scenario, or the errors; never throws for what stands in files.</returns>
    public static LoadResult Read(ScenarioSource source, ReadOptions options)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(options);
        var diagnostics = new DiagnosticBag();
        var gathered = GatheredFiles.Of(source, options, diagnostics);
        var scenario = gathered is null ? null : Read(gathered, options, diagnostics);
        return new LoadResult(scenario, FindingLimit.Apply(diagnostics.Sorted()));
    }

    /// <summary>The scenario's folder, and the file in it.</summary>
    internal static (string Folder, string File) Split(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return File.Exists(full) ? (Path.GetDirectoryName(full)!, Path.GetFileName(full)) : (full, FileName);
    }

    private static Scenario? Read(GatheredFiles gathered, ReadOptions options, DiagnosticBag diagnostics)
    {
        // All files are read and all ids declared; now values are changed, and then all is bound, so that order does not matter and one
        // error hides no other.
        var (folder, root, ids, files, merged) = gathered;
        var tree = ApplySettings(merged.Root, options.Settings, diagnostics);
        var header = new HeaderBinder(ids, diagnostics).Bind(tree, root, folder.Name);
        var portfolios = PortfolioBinder.Bind(files.Portfolios, ids.Instruments, header.Currency, diagnostics);

        var ledger = options.Ledger ? new LedgerBuilder(ids, diagnostics) : null;
        var scope = new BindingScope(tree, merged, ids, header, options.Kinds, options.Pricing, diagnostics, ledger);
        var model = ModelBinder.Bind(scope, files, portfolios, root);
        var calibrations = CalibrationBinder.Bind(scope, files.Markets);
        var changed = new ChangedModelBinder(
            tree,
            (patched, bag) =>
                ModelBinder.Bind(
                    new BindingScope(patched, merged, ids, header, options.Kinds, options.Pricing, bag, ledger: null),
                    files,
                    portfolios,
                    root
                ),
            diagnostics
        );
        var cases = new CaseBinder(ids, changed, options.Cases, diagnostics).Bind(root, model);
        IReadOnlyList<CheckReading> otherwise = options.Cases is { Count: 0 }
            ? []
            : CheckReadingBinder.Bind(files.Theses, changed, diagnostics);
        var views = ViewBinder.Bind(scope);
        var uncertainty = UncertaintyBinder.Bind(scope);
        var optimiser = OptimiserBinder.Bind(scope, views.Count > 0);
        var limits = LimitBinder.Bind(root, ids, options.Measures, diagnostics);
        var reverseStress = ReverseStressBinder.Bind(root, ids);
        if (diagnostics.HasErrors)
            return null;
        return new Scenario
        {
            Id = new Id<Scenario>(header.Id),
            Name = header.Name,
            Summary = header.Summary,
            AsOf = header.Start,
            Currency = header.Currency!,
            Horizons = header.Horizons,
            Simulation = header.Simulation,
            LargeLoss = header.LargeLoss,
            Cases = cases,
            CheckReadings = otherwise,
            Limits = limits,
            ReverseStress = reverseStress,
            Views = views,
            Uncertainty = uncertainty,
            Optimiser = optimiser,
            Calibrations = calibrations,
            Ledger = ledger?.Lines ?? [],
            Inputs = [.. folder.Files],
            Notices = diagnostics.Sorted(),
        };
    }

    /// <summary>The tree with the settings of the command line in it, and what each changed.</summary>
    internal static (YamlMapping Tree, IReadOnlyList<Override> Changes) Patched(
        YamlMapping tree,
        IReadOnlyList<string> options,
        DiagnosticBag diagnostics
    )
    {
        var settings = options.Select(o => Setting.Parse(o, diagnostics)).OfType<Setting>().ToList();
        return new SettingPatcher(FileKeys.SettableBy(Settable.OnCommandLine), diagnostics).Apply(tree, settings);
    }

    /// <summary>The tree with the settings of the command line in it, and a notice of each.</summary>
    internal static YamlMapping ApplySettings(YamlMapping tree, IReadOnlyList<string> options, DiagnosticBag diagnostics)
    {
        var (patched, changes) = Patched(tree, options, diagnostics);
        foreach (var change in changes)
        {
            var before = change.From.Length == 0 ? "its default" : change.From;
            var after = change.To.Length == 0 ? "nothing" : change.To;
            diagnostics.Notice(new SourceLocation($"{Setting.CommandLine}{change.Path}"), $"{before} became {after}");
        }

        return patched;
    }
}
