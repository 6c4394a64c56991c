using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;

namespace RiskEngine.Plans;

/// <summary>
/// What a run will do, step by step, made once from a checked scenario and options. It simulates nothing and can be looked at; the engine
/// walks it. Memory, number of paths and progress are properties of its steps.
/// </summary>
public sealed record RunPlan
{
    internal RunPlan(
        CheckedScenario @checked,
        RunOptions options,
        Scenario scenario,
        IReadOnlyList<Case> cases,
        IReadOnlyList<RunStep> steps,
        Workspace sorting
    )
    {
        (Checked, Options, Scenario, Cases, Steps, Sorting) = (@checked, options, scenario, cases, steps, sorting);
        Bytes = PlanMemory.Of(this);
        ModelBytes = ModelMemory.Of(scenario, cases, steps, Threads);
    }

    /// <summary>The scenario with the number of paths, seed and sampling of this run.</summary>
    public Scenario Scenario { get; }

    /// <summary>The cases that are measured, in the scenario's order.</summary>
    public IReadOnlyList<Case> Cases { get; }

    /// <summary>
    /// The steps, in order. Where the options ask for a precision, these are the steps for the most paths that it may take: running the
    /// plan first finds out how many are enough.
    /// </summary>
    public IReadOnlyList<RunStep> Steps { get; }

    /// <summary>Buffers for sorting columns, kept from the first measuring step on.</summary>
    public Workspace Sorting { get; }

    /// <summary>Bytes that are in use in each step, as far as they grow with the number of paths.</summary>
    public IReadOnlyList<long> Bytes { get; }

    /// <summary>
    /// Bytes beside these, whatever the number of paths: they grow with the factors' square, and with instruments, events and threads.
    /// </summary>
    public long ModelBytes { get; }

    /// <summary>The most bytes that are in use at once.</summary>
    public long PeakBytes => Bytes.DefaultIfEmpty(0).Max() + ModelBytes;

    /// <summary>Number of paths that are simulated in all, each case's counted; those that are taken over among them.</summary>
    public long Paths => Steps.OfType<SimulateStep>().Sum(s => (long)s.Outcomes.Count * s.Paths.Count);

    /// <summary>All work, in the unit of <see cref="SimulateStep.Work"/>.</summary>
    internal long Work => Steps.OfType<SimulateStep>().Sum(s => s.Work);

    /// <summary>The scenario as it was checked, and the kinds that it uses.</summary>
    internal CheckedScenario Checked { get; }

    /// <summary>Factors that failed and are left out.</summary>
    public IReadOnlyList<DroppedFactor> Dropped => Checked.Dropped;

    /// <summary>What the run was asked to do differently from what the scenario says.</summary>
    internal RunOptions Options { get; }

    /// <summary>Number of threads.</summary>
    internal int Threads => Options.Threads ?? Environment.ProcessorCount;

    /// <summary>
    /// The plan as JSON: equal inputs give equal bytes, for any number of threads. Inputs stand there as the hashes of their files.
    /// </summary>
    public string ToJson() => PlanJson.Of(this);
}
