using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Loading;
using RiskEngine.Loading.Editing;
using RiskEngine.Results;

namespace RiskEngine.Serving.Engines;

/// <summary>A scenario whose files were read once, and the engine that answers for it. Several threads may ask at once.</summary>
internal sealed class ServedScenario
{
    private const string CommandLine = "--set ";

    private static readonly (string Name, MeasureKind Kind)[] measures =
    [
        ("median", MeasureKinds.Median),
        ("mean", MeasureKinds.Mean),
        ("es95", MeasureKinds.Es95),
        ("loss", MeasureKinds.LossProbability),
    ];

    private readonly Engine engine;
    private readonly RunOptions run;

    private ServedScenario(ScenarioSource source, ReadOptions reading, Engine engine, RunOptions run, Scenario scenario, string command) =>
        (Source, Reading, this.engine, this.run, Scenario, Command) = (source, reading, engine, run, scenario, command);

    /// <summary>Its files.</summary>
    public ScenarioSource Source { get; }

    /// <summary>What it is read with; its settings hold for every question.</summary>
    public ReadOptions Reading { get; }

    /// <summary>The scenario with nothing changed.</summary>
    public Scenario Scenario { get; }

    /// <summary>The command line that runs it, without changed values.</summary>
    public string Command { get; }

    /// <summary>What may be changed.</summary>
    public IReadOnlyList<EditableKey> Keys => EditableKeys.Of(Source, Reading);

    /// <summary>Reads and checks a scenario.</summary>
    /// <param name="path">Its folder, or the file in it; a full path.</param>
    /// <param name="command">The command line that runs it.</param>
    /// <param name="settings">Values that hold for every question, each <c>PATH=VALUE</c>.</param>
    /// <param name="run">Paths, seed, sampling and threads.</param>
    /// <param name="read">Decides what it is read with.</param>
    /// <exception cref="RefusedException">It has errors.</exception>
    public static ServedScenario Open(
        string path,
        string command,
        IReadOnlyList<string> settings,
        RunOptions run,
        Func<string, DiagnosticBag, ReadOptions?> read
    )
    {
        var found = new DiagnosticBag();
        if (read(path, found) is not { } options)
            throw Refusal(found.Sorted());
        options = options with { Settings = settings };
        var (source, engine) = (new ScenarioSource(path), new Engine(options.Kinds));
        var result = ScenarioReader.Read(source, options with { Ledger = false });
        if (result.Scenario is not { } scenario)
            throw Refusal(result.Diagnostics);
        var @checked = engine.Check(scenario);
        return @checked.CanRun ? new ServedScenario(source, options, engine, run, scenario, command) : throw Refusal(@checked.Diagnostics);
    }

    /// <summary>Simulates one case and portfolio with changed values.</summary>
    /// <exception cref="RefusedException">A value does not fit the scenario.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Answer AnswerTo(Question question, CancellationToken cancel)
    {
        var scenario = Read(question);
        cancel.ThrowIfCancellationRequested();
        if (scenario.Cases.FirstOrDefault(c => c.Id.Value == question.Case) is not { } @case)
            throw new RefusedException($"case: the scenario has no case '{question.Case}'");
        var portfolio =
            scenario.Base.Model.Portfolios.FirstOrDefault(p => question.Portfolio.Length == 0 || p.Id.Value == question.Portfolio)
            ?? throw new RefusedException($"portfolio: the scenario has no portfolio '{question.Portfolio}'");
        var beliefs = Beliefs.Of(scenario, @case, question.Beliefs);
        var @checked = engine.Check(Only(scenario, portfolio) with { Views = beliefs });
        if (!@checked.CanRun)
            throw Refusal(@checked.Diagnostics);
        var results = engine.Run(
            engine.Prepare(
                @checked,
                run with
                {
                    Cases = [@case.Id],
                    MeasuresOnly = true,
                    HeadlineOnly = true,
                    Drawdowns = beliefs.Count > 0,
                    Views = beliefs.Count > 0,
                }
            ),
            progress: null,
            cancel
        );
        return new Answer(
            results.Views?.Paths ?? results.Scenario.Simulation.Paths,
            @case.Id.Value,
            portfolio.Id.Value,
            [.. results.Views is { } views ? Believed(views) : Plain(results)]
        );
    }

    private static IEnumerable<AnswerRow> Plain(RiskResults results) =>
        from variant in results.Base.Portfolios[0].Variants
        from at in variant.Horizons
        select Row(variant.Variant, at.Horizon, at.Measures);

    private static IEnumerable<AnswerRow> Believed(ViewResults views)
    {
        if (views.Refused is { } refused)
        {
            var (low, high) = (refused.Low.ToString("P1"), refused.High.ToString("P1"));
            throw new RefusedException($"views: '{refused.View.Id}' can be believed with {low} to {high} on these paths, not otherwise");
        }

        return views.Portfolios.OrderBy(p => p.Variant.Kind).Select(p => Row(p.Variant, p.Horizon, p.Posterior));
    }

    private static AnswerRow Row(Variant variant, Horizon at, MeasureSet found) =>
        new(
            variant.Kind == VariantKind.AsHeld ? "held" : "followed",
            at.Id.Value,
            at.Name,
            measures.ToDictionary(
                m => m.Name,
                m => (IReadOnlyList<double?>)[Known(found[m.Kind].Value), Known(found[m.Kind].StandardError)]
            )
        );

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    /// <summary>The settings of a question, as the command line takes them.</summary>
    public static IReadOnlyList<string> SettingsOf(Question question) => [.. question.Set.Select(s => $"{s.Key}={s.Value}")];

    /// <summary>What is wrong with changed values, by their paths.</summary>
    public static RefusedException Refusal(IEnumerable<Diagnostic> found) =>
        new([.. found.Where(d => d.Severity == Severity.Error).Select(d => new Problem(PathOf(d.Location), Words(d)))]);

    /// <summary>The scenario with the values of a question.</summary>
    private Scenario Read(Question question)
    {
        if (question.Set.Count > Question.MostChanges)
            throw new RefusedException($"expected at most {Question.MostChanges} changed values, found {question.Set.Count}");
        var options = Reading with { Settings = [.. Reading.Settings, .. SettingsOf(question)], Cases = [question.Case], Ledger = false };
        var read = ScenarioReader.Read(Source, options);
        return Weighting.Apply(read.Scenario ?? throw Refusal(read.Diagnostics), question.Weights);
    }

    private static Scenario Only(Scenario scenario, Portfolio portfolio) =>
        scenario with
        {
            Cases =
            [
                .. scenario.Cases.Select(c =>
                    c with
                    {
                        Model = c.Model with { Portfolios = [.. c.Model.Portfolios.Where(p => p.Id == portfolio.Id)] },
                    }
                ),
            ],
            Limits = [],
            Views = [],
            Uncertainty = null,
            Optimiser = null,
        };

    private static string PathOf(SourceLocation location) =>
        location.File.StartsWith(CommandLine, StringComparison.Ordinal) ? location.File[CommandLine.Length..].Split('=')[0].Trim() : "";

    private static string Words(Diagnostic found)
    {
        var hint = found.NearName is null ? "" : $" (did you mean '{found.NearName}'?)";
        return found.Location.IsCommandLine ? found.Message + hint : $"{found.Location}: {found.Message}{hint}";
    }
}
