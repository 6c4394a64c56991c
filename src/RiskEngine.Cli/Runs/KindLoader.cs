using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Loading;
using RiskEngine.Plugins;

namespace RiskEngine.Cli.Runs;

/// <summary>
/// Gathers factor kinds: the built-in ones, those of libraries named on the command line, and those of a scenario's own code. Scenario
/// files are data: what one brings runs only when the user allowed it.
/// </summary>
internal sealed class KindLoader
{
    private readonly bool allowCode;
    private readonly KnownKinds given;
    private readonly CodeWatch watch;

    private KindLoader(bool allowCode, KnownKinds given, CodeWatch watch)
    {
        this.allowCode = allowCode;
        this.given = given;
        this.watch = watch;
    }

    /// <summary>Loads the libraries of the command line; null after an error.</summary>
    public static KindLoader? Create(CodeSettings settings, CommandEnvironment environment, DiagnosticBag diagnostics)
    {
        var libraries = settings
            .Plugins.Select(p => PluginAssembly.Read(environment.FullPath(p), $"--plugin {p}", diagnostics))
            .OfType<FactorCode>()
            .ToArray();
        if (diagnostics.HasErrors)
            return null;

        // A library of the command line goes by its file's name: where it lies changes no result.
        var inputs = libraries
            .SelectMany(l => l.Files)
            .Select(f => new InputFile($"--plugin {Path.GetFileName(f.Name)}", f.Sha256))
            .Distinct();
        var builtIn = new KnownKinds(StandardKinds.Factors, [.. inputs]);
        var watched = new CodeWatch(settings.Patience, environment);
        return With(builtIn, libraries, watched, diagnostics) is { } known ? new KindLoader(settings.AllowCode, known, watched) : null;
    }

    /// <summary>The kinds that every scenario may use.</summary>
    public KnownKinds Given => given;

    /// <summary>The kinds that a scenario may use; null after an error, which names files from the scenario's folder.</summary>
    /// <param name="scenario">The scenario's folder or file, as a full path.</param>
    /// <param name="diagnostics">Takes the errors.</param>
    public KnownKinds? Of(string scenario, DiagnosticBag diagnostics)
    {
        var own = CodeReader.Find(scenario).Select(c => Read(c, diagnostics)).OfType<FactorCode>().ToArray();
        if (!allowCode)
        {
            foreach (var code in own)
                diagnostics.Error(new SourceLocation(code.Name), Refusal(code));
        }

        if (diagnostics.HasErrors)
            return null;
        var inputs = own.SelectMany(c => c.Files).Select(f => new InputFile(f.Name, f.Sha256)).Distinct();
        return With(given with { Inputs = [.. given.Inputs, .. inputs] }, own, watch, diagnostics);
    }

    /// <summary>More kinds from code that may run; null after an error.</summary>
    private static KnownKinds? With(KnownKinds known, IReadOnlyList<FactorCode> more, CodeWatch watch, DiagnosticBag diagnostics)
    {
        var kinds = known.Catalogue.All.ToDictionary(k => k.Name);
        foreach (var code in more)
        {
            foreach (var kind in watch.Load(code, diagnostics).Where(k => !kinds.TryAdd(k.Name, k)))
            {
                diagnostics.Error(
                    new SourceLocation(code.Name),
                    $"factor kind '{kind.Name}': expected a name of its own, found that of another kind"
                );
            }
        }

        return diagnostics.HasErrors ? null : known with { Catalogue = new FactorCatalogue(kinds.Values) };
    }

    private static FactorCode? Read(ScenarioCode code, DiagnosticBag diagnostics) =>
        code.IsSource ? FactorSource.Read(code.Path, code.Name, diagnostics) : PluginAssembly.Read(code.Path, code.Name, diagnostics);

    private static string Refusal(FactorCode code) =>
        "the scenario brings code, which runs only with --allow-code; it would run "
        + string.Join(", ", code.Files.Select(f => $"{f.Name} (SHA-256 {f.Sha256})"));
}
