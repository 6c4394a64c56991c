using RiskEngine.Measuring;
using RiskEngine.Plans;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Execution;

/// <summary>
/// Walks a plan. Simulating steps keep all threads busy and are done in order; a measuring step that leaves threads idle is begun beside
/// the steps after it, and waited for when one of these needs it. Results do not depend on that.
/// </summary>
internal sealed class RunExecutor
{
    private readonly RunPlan plan;
    private readonly IProgress<RunProgress>? progress;
    private readonly CancellationToken cancel;
    private readonly IOutcomeSource source;
    private readonly Dictionary<string, CaseOutcomes> alive = [];
    private readonly IReadOnlyDictionary<int, int> lastUses;
    private long workDone;

    private RunExecutor(
        RunPlan plan,
        Func<StepSimulator, IOutcomeSource>? source,
        IProgress<RunProgress>? progress,
        CancellationToken cancel
    )
    {
        this.plan = plan;
        this.progress = progress;
        this.cancel = cancel;
        lastUses = PlanMemory.LastUses(plan.Steps);
        var planner = new Planner(plan.Scenario, plan.Checked.Kinds, plan.Scenario.Simulation.Seed, plan.Checked.Quantiles);
        var simulator = new StepSimulator(plan.Scenario, planner, plan.Threads);
        this.source = source?.Invoke(simulator) ?? simulator;
        var buffers = new SortBuffers(plan.Scenario.Simulation.Paths, plan.Sorting.Workers);
        Measured = new StepMeasuring(plan.Scenario, planner, buffers, plan.Threads, cancel);
    }

    private StepMeasuring Measured { get; }

    /// <summary>Does all steps.</summary>
    /// <param name="plan">The steps.</param>
    /// <param name="source">Where outcomes come from, given what simulates them; null to simulate them here.</param>
    /// <param name="progress">Told how far the run has come; may be null.</param>
    /// <param name="cancel">Stops between blocks of paths.</param>
    /// <returns>What the measuring steps found out.</returns>
    public static StepMeasuring Run(
        RunPlan plan,
        Func<StepSimulator, IOutcomeSource>? source,
        IProgress<RunProgress>? progress,
        CancellationToken cancel
    )
    {
        var executor = new RunExecutor(plan, source, progress, cancel);
        executor.Run();
        return executor.Measured;
    }

    private void Run()
    {
        using var activity = RunTelemetry.Begin(plan, shard: null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var beside = new BesideWork<MeasureStep>(plan.Threads, stop.Token);
        try
        {
            for (var at = 0; at < plan.Steps.Count; at++)
                Do(plan.Steps[at], at, beside);
            beside.WaitFor(_ => true);
        }
        catch
        {
            stop.Cancel();
            beside.Abandon();
            throw;
        }
    }

    private void Do(RunStep step, int at, BesideWork<MeasureStep> beside)
    {
        cancel.ThrowIfCancellationRequested();
        switch (step)
        {
            case SimulateStep simulate:
                Simulate(simulate);
                break;
            case MeasureStep { IsBeside: true } measure:
                var outcomes = measure.Reads.Select(name => alive[name]).ToArray();
                beside.Begin(measure, () => Measure(measure, outcomes));
                break;
            case MeasureStep measure:
                if (measure.After is { } before)
                    beside.WaitFor(b => b.Task == before);
                Measure(measure, [.. measure.Reads.Select(name => alive[name])]);
                break;
            case ReleaseStep release:
                beside.WaitFor(b => b.Reads.Any(release.Outcomes.Contains));
                Release(release, at);
                break;
        }
    }

    private void Simulate(SimulateStep step)
    {
        using var activity = RunTelemetry.Begin(step);
        var known = step.Known is { } name ? alive[name] : null;
        var outcomes = source.Of(step, known, paths => Report(step.Stage, (long)paths * step.WorkPerPath), cancel);
        foreach (var (made, of) in step.Outcomes.Zip(outcomes))
            alive.Add(made.Name, of);
    }

    private void Measure(MeasureStep step, IReadOnlyList<CaseOutcomes> read)
    {
        using var activity = RunTelemetry.Begin(step);
        Measured.Do(step, read);
    }

    private void Release(ReleaseStep step, int at)
    {
        foreach (var name in step.Outcomes)
        {
            source.Return(alive[name], step.KeepsHeadline);
            alive.Remove(name);
        }

        foreach (var (paths, last) in lastUses)
        {
            if (last <= at)
                source.Forget(paths);
        }
    }

    private void Report(string stage, long work) =>
        progress?.Report(new RunProgress(stage, (double)Interlocked.Add(ref workDone, work) / plan.Work));
}
