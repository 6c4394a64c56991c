using RiskEngine.Plans;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Execution;

/// <summary>Walks the simulating steps of a plan for one shard, and writes the outcomes of each as soon as they are there.</summary>
internal static class ShardExecutor
{
    /// <summary>Simulates a shard. A step that has fewer blocks of paths than there are shards leaves some of them nothing to do.</summary>
    /// <param name="plan">The plan of the whole run.</param>
    /// <param name="shard">Which part of it.</param>
    /// <param name="into">Takes the outcomes.</param>
    /// <param name="begin">Told which simulating step begins, from 0.</param>
    /// <param name="progress">Told how far the shard has come; may be null.</param>
    /// <param name="cancel">Stops between blocks of paths.</param>
    public static void Run(
        RunPlan plan,
        Shard shard,
        Stream into,
        Action<int> begin,
        IProgress<RunProgress>? progress,
        CancellationToken cancel
    )
    {
        using var activity = RunTelemetry.Begin(plan, shard);
        var planner = new Planner(plan.Scenario, plan.Checked.Kinds, plan.Scenario.Simulation.Seed, plan.Checked.Quantiles);
        var simulator = new StepSimulator(plan.Scenario, planner, plan.Threads, shard);
        SimulateStep[] steps = [.. plan.Steps.OfType<SimulateStep>()];
        var (work, done) = (steps.Sum(s => WorkOf(s, simulator.PartOf(s).Count)), 0L);
        var alive = new Dictionary<string, CaseOutcomes>();
        for (var at = 0; at < steps.Length; at++)
        {
            var step = steps[at];
            begin(at);
            if (simulator.PartOf(step).Count == 0)
                continue;
            using var ofStep = RunTelemetry.Begin(step);
            var known = step.Known is { } name ? alive[name] : null;
            var outcomes = simulator.Of(step, known, paths => Report(step, paths), cancel);
            foreach (var (made, of) in step.Outcomes.Zip(outcomes))
            {
                cancel.ThrowIfCancellationRequested();
                OutcomeParts.Write(of, into);
                alive.Add(made.Name, of);
            }

            LetGo(steps.Skip(at + 1).Select(s => s.Known));
            if (!steps.Skip(at + 1).Any(s => s.Paths.Count == step.Paths.Count))
                simulator.Forget(step.Paths.Count);
        }

        // What no later step takes over needs no memory any more.
        void LetGo(IEnumerable<string?> needed)
        {
            foreach (var (name, outcomes) in alive.Where(a => !needed.Contains(a.Key)).ToArray())
            {
                simulator.Return(outcomes, headlineIsKept: false);
                alive.Remove(name);
            }
        }

        void Report(SimulateStep step, int paths) =>
            progress?.Report(
                new RunProgress(step.Stage, (double)Interlocked.Add(ref done, (long)paths * step.WorkPerPath) / Math.Max(1, work))
            );
    }

    private static long WorkOf(SimulateStep step, int paths) => (long)step.Outcomes.Count * paths * step.WorkPerPath;
}
