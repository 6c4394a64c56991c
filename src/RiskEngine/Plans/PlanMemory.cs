using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Plans;

/// <summary>How many bytes are in use in each step of a plan: what is alive then, by the shapes of the outcomes.</summary>
/// <remarks>
/// Released columns are used again by outcomes of as many paths, so that these take the most that were ever in use at once; what else
/// outcomes hold is given back. Columns that stay with the results count to the end. Example: a case of 100 MB of which 10 MB stay, then
/// another one of 100 MB: 100, then 110.
/// </remarks>
internal static class PlanMemory
{
    public static long[] Of(RunPlan plan)
    {
        var (bytes, alive) = (new long[plan.Steps.Count], new Dictionary<string, (OutcomeShape Shape, int Paths)>());
        var (kept, most, inUse) = (new Dictionary<int, long>(), new Dictionary<int, long>(), new Dictionary<int, long>());
        var (beside, other, measures) = (new List<MeasureStep>(), 0L, false);
        var lastUse = LastUses(plan.Steps);
        for (var at = 0; at < bytes.Length; at++)
        {
            var step = plan.Steps[at];
            if (step is SimulateStep simulate)
            {
                foreach (var made in simulate.Outcomes)
                {
                    var (shape, paths) = (ShapeOf(plan, made, simulate.Paths.Count), simulate.Paths.Count);
                    alive.Add(made.Name, (shape, paths));
                    inUse[paths] = inUse.GetValueOrDefault(paths) + shape.PooledBytes;
                    most[paths] = Math.Max(most.GetValueOrDefault(paths), kept.GetValueOrDefault(paths) + inUse[paths]);
                    other += shape.OtherBytes;
                }
            }

            if (step is MeasureStep { IsBeside: true } started)
                beside.Add(started);
            if (step is MeasureStep { After: { } before })
                beside.RemoveAll(b => b.Task == before);
            if (step is ReleaseStep done)
                beside.RemoveAll(b => b.Reads.Any(done.Outcomes.Contains));
            foreach (var over in most.Keys.Where(paths => lastUse[paths] < at).ToArray())
                most[over] = kept.GetValueOrDefault(over);
            measures |= step is MeasureStep;
            bytes[at] =
                most.Values.Sum()
                + other
                + beside.Where(b => b != step).Sum(b => b.Workspace.Bytes)
                + (step is MeasureStep measure ? measure.Workspace.Bytes : 0)
                + (measures ? plan.Sorting.Bytes : 0);
            if (step is not ReleaseStep release)
                continue;
            foreach (var name in release.Outcomes)
            {
                var (shape, paths) = alive[name];
                alive.Remove(name);
                inUse[paths] -= shape.PooledBytes;
                other -= shape.OtherBytes;
                if (release.KeepsHeadline)
                    kept[paths] = kept.GetValueOrDefault(paths) + shape.HeadlineBytes;
            }
        }

        return bytes;
    }

    /// <summary>For each number of paths the last step that uses columns as long as that.</summary>
    public static Dictionary<int, int> LastUses(IReadOnlyList<RunStep> steps)
    {
        var (paths, last) = (new Dictionary<string, int>(), new Dictionary<int, int>());
        for (var at = 0; at < steps.Count; at++)
        {
            if (steps[at] is SimulateStep simulate)
            {
                foreach (var made in simulate.Outcomes)
                    paths[made.Name] = simulate.Paths.Count;
            }

            IEnumerable<string> names = steps[at] switch
            {
                SimulateStep s => s.Outcomes.Select(o => o.Name),
                MeasureStep m => m.Reads,
                ReleaseStep r => r.Outcomes,
                _ => [],
            };
            foreach (var name in names)
                last[paths[name]] = at;
        }

        return last;
    }

    private static OutcomeShape ShapeOf(RunPlan plan, PlannedOutcomes made, int paths) =>
        OutcomeShape.Of(plan.Scenario, VersionModels.Of(plan.Scenario, made.Version).Case.Model, made.Keep, paths);
}
