using System.Reflection;
using System.Security.Cryptography;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Execution;
using RiskEngine.Measuring;
using RiskEngine.Plans;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Parameters;
using RiskEngine.Simulation.Planning;

namespace RiskEngine;

/// <summary>The front door: check, plan, run. Reads no file, writes none, knows no clock.</summary>
/// <param name="kinds">The factor kinds that scenarios may use.</param>
public sealed class Engine(FactorCatalogue kinds)
{
    // Runs of one engine share what takes time to tabulate and depends on a parameter alone.
    private readonly QuantileCatalogue quantiles = new();

    /// <summary>An engine that knows the standard kinds.</summary>
    public Engine()
        : this(StandardKinds.Factors) { }

    /// <summary>Paths that explaining simulates unless it is told otherwise.</summary>
    public const int ExplainPaths = 20_000;

    /// <summary>Version of the engine.</summary>
    public static string Version { get; } =
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>Finds what reading alone cannot find wrong with a scenario.</summary>
    /// <exception cref="FactorFailedException">A plug-in's process failed, and the scenario does not say to drop its factor.</exception>
    public CheckedScenario Check(Scenario scenario) => CheckedScenario.Of(scenario, kinds, quantiles);

    /// <summary>Checks a scenario and plans its run.</summary>
    /// <inheritdoc cref="Prepare(CheckedScenario, RunOptions)"/>
    public RunPlan Prepare(Scenario scenario, RunOptions options) => Prepare(Check(scenario), options);

    /// <summary>Plans the run of a scenario that was checked. Simulates nothing.</summary>
    /// <exception cref="ArgumentException">The scenario has errors that <see cref="Check"/> names, or an option is out of
    /// range.</exception>
    public RunPlan Prepare(CheckedScenario @checked, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(@checked);
        ArgumentNullException.ThrowIfNull(options);
        Require(@checked);
        options.RequireHorizonOf(@checked.Scenario);
        options.RequireLeavable();
        var most = options is { Until: not null, Paths: null } ? options with { Paths = PrecisionTarget.MostPaths } : options;
        var scenario = most.AppliedTo(@checked.Scenario);
        var cases = most.CasesOf(scenario);
        return Plan(@checked, options, scenario, cases, RunPlanner.Cases(scenario, cases, options, options.ThreadCount()));
    }

    /// <summary>Simulates and measures what a plan says.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="progress">Told how far the run has come, from any thread; may be null.</param>
    /// <param name="cancel">Stops between blocks of paths.</param>
    /// <exception cref="OutcomesNotFiniteException">The scenario's figures led out of the range of numbers; only simulating shows
    /// that.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="FactorFailedException">A plug-in's process failed, and the scenario does not say to drop its factor.</exception>
    public RiskResults Run(RunPlan plan, IProgress<RunProgress>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        while (true)
        {
            try
            {
                return RunOnce(plan, progress, cancel);
            }
            catch (FactorFailedException failure) when (plan.Checked.MayDrop(failure))
            {
                // What failed does not depend on the number of threads; nothing of the first attempt is kept.
                plan = Prepare(plan.Checked.Without(failure), plan.Options);
            }
        }
    }

    /// <summary>Simulates one shard of a run. All shards, merged, give the bits of the run.</summary>
    /// <param name="plan">The plan of the whole run; one for a precision has no shards, for it does not know its paths yet.</param>
    /// <param name="shard">Which part of it.</param>
    /// <param name="into">Takes the outcomes.</param>
    /// <param name="progress">Told how far the shard has come, from any thread; may be null.</param>
    /// <param name="cancel">Stops between blocks of paths.</param>
    /// <exception cref="FactorFailedException">A plug-in's process failed, and the scenario does not say to drop its
    /// factor.</exception>
    /// <exception cref="DroppedInShardException">A plug-in's process failed, and the scenario says to drop its factor: all shards have to
    /// go on without it.</exception>
    /// <inheritdoc cref="Run(RunPlan, IProgress{RunProgress}?, CancellationToken)"/>
    public void Simulate(
        RunPlan plan,
        Shard shard,
        Stream into,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(into);
        RequirePaths(plan);
        Require(plan.Checked);
        var step = 0;
        try
        {
            ShardExecutor.Run(plan, shard, into, begun => step = begun, progress, cancel);
        }
        catch (FactorFailedException failure) when (plan.Checked.MayDrop(failure))
        {
            throw new DroppedInShardException(step, failure);
        }
    }

    /// <summary>Plans a run anew without a factor that failed, and that the scenario says to drop.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="failure">The failure: of those that shards met the one that a run in one process would have met first.</param>
    /// <exception cref="ArgumentException">The scenario does not say to drop that factor, or it is dropped already.</exception>
    public RunPlan Without(RunPlan plan, FactorFailedException failure)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(failure);
        if (!plan.Checked.MayDrop(failure))
            throw new ArgumentException($"Expected the failure of a factor that may be dropped, found: {failure.Message}", nameof(failure));
        return Prepare(plan.Checked.Without(failure), plan.Options);
    }

    /// <summary>Measures what the shards of a run have simulated.</summary>
    /// <param name="plan">The plan of the whole run, as it was for each shard.</param>
    /// <param name="shards">What <see cref="Simulate"/> wrote for each shard of the run, in their order.</param>
    /// <param name="progress">Told how far the merge has come, from any thread; may be null.</param>
    /// <param name="cancel">Stops between outcomes.</param>
    /// <exception cref="EndOfStreamException">A shard holds less than the plan says.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public MergedRun Merge(
        RunPlan plan,
        IReadOnlyList<Stream> shards,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(shards);
        RequirePaths(plan);
        Require(plan.Checked);
        using var receipt = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var measured = RunExecutor.Run(plan, room => new ShardOutcomes(room, shards, receipt), progress, cancel);
        return new MergedRun(Results(plan, measured, precision: null), Convert.ToHexStringLower(receipt.GetHashAndReset()));
    }

    /// <summary>Checks a scenario, plans its run and does it.</summary>
    /// <exception cref="ArgumentException">As in <see cref="Prepare(CheckedScenario, RunOptions)"/>.</exception>
    /// <inheritdoc cref="Run(RunPlan, IProgress{RunProgress}?, CancellationToken)"/>
    public RiskResults Run(
        Scenario scenario,
        RunOptions? options = null,
        IProgress<RunProgress>? progress = null,
        CancellationToken cancel = default
    ) => Run(Prepare(scenario, options ?? new RunOptions()), progress, cancel);

    /// <summary>Expected return and volatility of every instrument in the base case, and where they come from.</summary>
    /// <exception cref="ArgumentException">The scenario has errors that <see cref="Check"/> names, or an option is out of
    /// range.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="FactorFailedException">A plug-in's process failed, and the scenario does not say to drop its factor.</exception>
    public IReadOnlyList<ReturnDecomposition> Explain(Scenario scenario, RunOptions options, CancellationToken cancel = default) =>
        Explain(Check(scenario), options, cancel);

    /// <inheritdoc cref="Explain(Scenario, RunOptions, CancellationToken)"/>
    public IReadOnlyList<ReturnDecomposition> Explain(CheckedScenario @checked, RunOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(@checked);
        ArgumentNullException.ThrowIfNull(options);
        while (true)
        {
            Require(@checked);
            var scenario = (options with { Paths = options.Paths ?? ExplainPaths }).AppliedTo(@checked.Scenario);
            try
            {
                var plan = Plan(@checked, options, scenario, [], RunPlanner.ReturnsOnly(scenario, options.ThreadCount()));
                return RunExecutor.Run(plan, source: null, progress: null, cancel).Instruments;
            }
            catch (FactorFailedException failure) when (@checked.MayDrop(failure))
            {
                @checked = @checked.Without(failure);
            }
        }
    }

    /// <summary>Refuses a scenario that has errors, or that an engine with other kinds has checked.</summary>
    private void Require(CheckedScenario @checked)
    {
        if (!ReferenceEquals(@checked.CheckedWith, kinds))
            throw new ArgumentException("Expected a scenario that this engine has checked.", nameof(@checked));
        if (!@checked.CanRun)
        {
            throw new ArgumentException(
                $"The scenario cannot be simulated:{Environment.NewLine}{string.Join(Environment.NewLine, @checked.Errors)}",
                nameof(@checked)
            );
        }
    }

    private static void RequirePaths(RunPlan plan)
    {
        if (plan.Options.Until is not null)
            throw new ArgumentException("Expected a fixed number of paths, found a precision to be reached.", nameof(plan));
    }

    private static RunPlan Plan(
        CheckedScenario @checked,
        RunOptions options,
        Scenario scenario,
        IReadOnlyList<Case> cases,
        IReadOnlyList<RunStep> steps
    ) => new(@checked, options, scenario, cases, steps, SortBuffers.Needs(scenario.Simulation.Paths, options.ThreadCount()));

    private RiskResults RunOnce(RunPlan plan, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        var (options, @checked) = (plan.Options, plan.Checked);
        var precision = Precision(plan, cancel);
        if (precision is not null)
            plan = Prepare(@checked, options with { Until = null, Paths = precision.Paths });
        return Results(plan, RunExecutor.Run(plan, source: null, progress, cancel), precision);
    }

    private static RiskResults Results(RunPlan plan, StepMeasuring measured, PrecisionReached? precision)
    {
        var (cases, @checked) = (measured.Cases, plan.Checked);
        return new RiskResults
        {
            Scenario = plan.Scenario,
            EngineVersion = Version,
            Cases = cases,
            Attribution = measured.Attribution,
            EventEffects = measured.EventEffects,
            Instruments = measured.Instruments,
            Views = measured.Decisions.Views,
            Uncertainty = measured.Uncertainty,
            WhatIf = measured.WhatIf,
            Optimiser = measured.Decisions.Optimiser,
            Limits = LimitMeasuring.Of(plan.Scenario, cases),
            Dropped = @checked.Dropped,
            Precision = precision,
            Notices =
            [
                .. @checked.Warnings,
                .. plan.Scenario.Notices,
                .. @checked.Found,
                .. measured.Decisions.Warnings(plan.Scenario),
                .. OptionNotices.Of(@checked.Scenario, plan.Scenario, plan.Options, precision),
                .. ManyEventsNotices.Of(plan.Scenario, plan.Options),
                .. LimitMeasuring.NotChecked(plan.Scenario, plan.Cases),
            ],
        };
    }

    /// <summary>How many paths are enough for the precision that is asked for; null where none is.</summary>
    private static PrecisionReached? Precision(RunPlan plan, CancellationToken cancel)
    {
        if (plan.Options.Until is not { } target)
            return null;
        return PrecisionSearch.Find(
            target,
            plan.Scenario.Simulation.Paths,
            plan.Cases[0],
            paths => (plan.Options with { Paths = paths }).AppliedTo(plan.Checked.Scenario),
            (scenario, step) =>
            {
                var planner = new Planner(scenario, plan.Checked.Kinds, scenario.Simulation.Seed, plan.Checked.Quantiles);
                return new StepSimulator(scenario, planner, plan.Threads).Of(step, known: null, done: null, cancel)[0];
            }
        );
    }
}
