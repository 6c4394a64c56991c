using System.Reflection;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Measuring;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine;

/// <summary>The front door: check, plan, simulate, measure. Reads no file, writes none, knows no clock.</summary>
/// <param name="kinds">The factor kinds that scenarios may use.</param>
public sealed class Engine(FactorCatalogue kinds)
{
    /// <summary>An engine that knows the standard kinds.</summary>
    public Engine()
        : this(StandardKinds.Factors) { }

    /// <summary>Paths that <see cref="Explain"/> simulates unless it is told otherwise.</summary>
    public const int ExplainPaths = 20_000;

    /// <summary>Version of the engine.</summary>
    public static string Version =>
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>What reading alone cannot find wrong with a scenario. It can be run when none of the findings is an error.</summary>
    public IReadOnlyList<Diagnostic> Check(Scenario scenario) =>
        FactorFallback.Do<IReadOnlyList<Diagnostic>>(
            scenario,
            kinds,
            run => [.. ScenarioCheck.Of(run.Scenario, run.Kinds), .. run.Warnings]
        );

    /// <summary>
    /// How much memory a run takes, in bytes, as far as it grows with the number of paths: the columns of one world or pass, what the
    /// results keep of every case, and what measuring sorts.
    /// </summary>
    /// <exception cref="ArgumentException">The scenario has errors that <see cref="Check"/> names, or an option is out of
    /// range.</exception>
    /// <exception cref="FactorFailedException">A plug-in's process failed, and the scenario does not say to drop its factor.</exception>
    public long BytesNeeded(Scenario scenario, RunOptions options) => FactorFallback.Do(scenario, kinds, run => BytesOnce(run, options));

    private static long BytesOnce(FactorFallback run, RunOptions options)
    {
        Checked(run);
        if (options is { Until: not null, Paths: null })
            options = options with { Paths = PrecisionTarget.MostPaths };
        var scenario = WithOptions(run.Scenario, options);
        var cases = CasesOf(scenario, options);
        return RunWork.BytesNeeded(scenario, cases, options.MeasuresOnly, options.ColumnBytes, ThreadsOf(options));
    }

    /// <summary>Simulates a scenario and measures what came out.</summary>
    /// <exception cref="ArgumentException">The scenario has errors that <see cref="Check"/> names, or an option is out of
    /// range.</exception>
    /// <exception cref="OutcomesNotFiniteException">The scenario's figures led out of the range of numbers; only simulating shows
    /// that.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="FactorFailedException">A plug-in's process failed, and the scenario does not say to drop its factor.</exception>
    public RiskResults Run(
        Scenario scenario,
        RunOptions? options = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancel = default
    ) => FactorFallback.Do(scenario, kinds, run => RunOnce(run, options ?? new RunOptions(), progress, cancel));

    private static RiskResults RunOnce(FactorFallback run, RunOptions options, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var notices = Checked(run);
        var precision = Precision(run, options, cancel);
        if (precision is not null)
            options = options with { Paths = precision.Paths };
        var scenario = WithOptions(run.Scenario, options);
        var selected = CasesOf(scenario, options);
        var planner = new Planner(scenario, run.Kinds, scenario.Simulation.Seed);
        var work = new RunWork(
            scenario,
            planner,
            selected,
            options.MeasuresOnly,
            options.ColumnBytes,
            ThreadsOf(options),
            progress,
            cancel
        );

        var cases = work.Simulate(selected);
        return new RiskResults
        {
            Scenario = scenario,
            EngineVersion = Version,
            Cases = cases,
            Attribution = work.Base.Attribution,
            EventEffects = work.Base.EventEffects,
            Instruments = work.Base.Instruments,
            Views = work.Base.Decisions.Views,
            Uncertainty = work.Base.Uncertainty,
            Optimiser = work.Base.Decisions.Optimiser,
            Limits = LimitMeasuring.Of(scenario, cases),
            Dropped = run.Dropped,
            Precision = precision,
            Notices =
            [
                .. run.Warnings,
                .. scenario.Notices,
                .. notices,
                .. work.Base.Decisions.Warnings(scenario),
                .. OptionNotices.Of(run.Scenario, scenario, options, precision),
                .. LimitMeasuring.NotChecked(scenario, selected),
            ],
        };
    }

    /// <summary>Expected return and volatility of every instrument in the base case, and where they come from.</summary>
    /// <exception cref="ArgumentException">The scenario has errors that <see cref="Check"/> names, or an option is out of
    /// range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="FactorFailedException">A plug-in's process failed, and the scenario does not say to drop its factor.</exception>
    public IReadOnlyList<ReturnDecomposition> Explain(Scenario scenario, RunOptions options, CancellationToken cancel = default) =>
        FactorFallback.Do(scenario, kinds, run => ExplainOnce(run, options, cancel));

    private static IReadOnlyList<ReturnDecomposition> ExplainOnce(FactorFallback run, RunOptions options, CancellationToken cancel)
    {
        Checked(run);
        var scenario = WithOptions(run.Scenario, options with { Paths = options.Paths ?? ExplainPaths });
        var planner = new Planner(scenario, run.Kinds, scenario.Simulation.Seed);
        return new RunWork(
            scenario,
            planner,
            [],
            measuresOnly: false,
            options.ColumnBytes,
            ThreadsOf(options),
            null,
            cancel
        ).Base.ReturnDecompositionsAlone();
    }

    private static int ThreadsOf(RunOptions options)
    {
        if (options.Threads is < 1)
            throw new ArgumentException($"Expected 1 thread or more, found {options.Threads}.", nameof(options));
        return options.Threads ?? Environment.ProcessorCount;
    }

    private static Scenario WithOptions(Scenario scenario, RunOptions options)
    {
        if (options.Paths is < 1000)
            throw new ArgumentException($"Expected 1,000 paths or more, found {options.Paths}.", nameof(options));
        var sampling = options.Sampling ?? scenario.Simulation.Sampling;
        return scenario with
        {
            Simulation = scenario.Simulation with
            {
                Paths = PathSampling.PathsFor(sampling, options.Paths ?? scenario.Simulation.Paths),
                Seed = options.Seed ?? scenario.Simulation.Seed,
                Sampling = sampling,
            },
        };
    }

    private static PrecisionReached? Precision(FactorFallback run, RunOptions options, CancellationToken cancel)
    {
        if (options.Until is not { } target)
            return null;
        if (run.Scenario.Horizons.All(h => h.Id.Value != target.Horizon))
            throw new ArgumentException(
                $"Expected one of the horizons {string.Join(", ", run.Scenario.Horizons.Select(h => h.Id))}, found '{target.Horizon}'.",
                nameof(options)
            );
        if (!(target.Error > 0) || double.IsInfinity(target.Error))
            throw new ArgumentException($"Expected an error above 0, found {target.Error}.", nameof(options));
        Scenario With(int paths) => WithOptions(run.Scenario, options with { Paths = paths });
        return PrecisionSearch.Find(
            target,
            With(options.Paths ?? PrecisionTarget.MostPaths).Simulation.Paths,
            CasesOf(run.Scenario, options)[0],
            With,
            scenario => new PathSimulator(
                new Planner(scenario, run.Kinds, scenario.Simulation.Seed),
                scenario.Simulation.Paths,
                ThreadsOf(options)
            ),
            cancel
        );
    }

    private static Case[] CasesOf(Scenario scenario, RunOptions options)
    {
        if (options.Cases is not { Count: > 0 } selection)
            return [.. scenario.Cases];
        var unknown = selection.Where(id => scenario.Cases.All(c => c.Id != id)).ToArray();
        if (unknown.Length > 0)
            throw new ArgumentException(
                $"Unknown case '{unknown[0]}'; the scenario has {string.Join(", ", scenario.Cases.Select(c => c.Id))}.",
                nameof(options)
            );
        return [.. scenario.Cases.Where(c => selection.Contains(c.Id))];
    }

    private static IReadOnlyList<Diagnostic> Checked(FactorFallback run)
    {
        var found = ScenarioCheck.Of(run.Scenario, run.Kinds);
        var errors = found.Where(d => d.Severity == Severity.Error).ToArray();
        if (errors.Length > 0)
            throw new ArgumentException(
                $"The scenario cannot be simulated:{Environment.NewLine}{string.Join(Environment.NewLine, errors.AsEnumerable())}",
                nameof(run)
            );
        return found;
    }
}
