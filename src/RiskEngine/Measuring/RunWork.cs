using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>
/// The work of one run: cases are simulated some at a time on the same draws, or one in several passes, measured and let go, so that the
/// memory in use stays bounded.
/// </summary>
internal sealed class RunWork
{
    // A case values all variants and measures them: it takes about twice as long as a run without an event.
    private const int CaseWeight = 2;

    /// <summary>
    /// Columns of cases that are simulated together take this much memory at most; a case that takes more is simulated alone.
    /// </summary>
    public const long BytesTogether = 250_000_000;

    private readonly Scenario scenario;
    private readonly Planner planner;
    private readonly PathSimulator simulator;
    private readonly bool measuresOnly;
    private readonly long columnBytes;
    private readonly int threads;
    private readonly IProgress<RunProgress>? progress;
    private readonly CancellationToken cancel;
    private readonly SortBuffers room;
    private readonly long pathsInAll;
    private long pathsDone;

    public RunWork(
        Scenario scenario,
        Planner planner,
        IReadOnlyCollection<Case> cases,
        bool measuresOnly,
        long columnBytes,
        int threads,
        IProgress<RunProgress>? progress,
        CancellationToken cancel
    )
    {
        this.scenario = scenario;
        this.planner = planner;
        this.measuresOnly = measuresOnly;
        this.columnBytes = columnBytes;
        this.threads = threads;
        this.progress = progress;
        this.cancel = cancel;
        simulator = new PathSimulator(planner, scenario.Simulation.Paths, threads);
        room = new SortBuffers(scenario.Simulation.Paths, threads);
        Base = new BaseMeasuring(scenario, planner, simulator, room, threads, Report, cancel);
        pathsInAll =
            cases.Count == 0
                ? BaseMeasuring.PathsAlone(scenario)
                : cases.Sum(c => (long)CaseWeight * scenario.Simulation.Paths * PassesOf(c).Count)
                    + (cases.Any(IsAnalysed) ? BaseMeasuring.PathsOf(scenario, PassesOf(scenario.Base).Count > 1) : 0);
    }

    /// <summary>How many bytes a run takes, as far as that grows with the number of paths.</summary>
    public static long BytesNeeded(Scenario scenario, IReadOnlyList<Case> cases, bool measuresOnly, long columnBytes, int threads)
    {
        var (paths, decided) = (scenario.Simulation.Paths, measuresOnly ? null : cases.FirstOrDefault(c => c == scenario.Base));
        long Bytes(Case c, OutcomeSelection selection) => OutcomeShape.Of(scenario, c.Model, selection, paths).Bytes;
        var passes = cases.Select(c => CasePasses.Of(scenario, c, c == decided, columnBytes)).ToArray();
        var counterfactuals = cases.Select((c, at) => passes[at].Max(selection => Bytes(c, selection))).ToArray();
        var world = Math.Max(counterfactuals.Max(), Math.Min(counterfactuals.Sum(), Math.Min(BytesTogether, columnBytes)));

        // Of the case that is simulated last the headline is among its columns still.
        var headlines = cases.Select(c => Bytes(c, new OutcomeSelection(VariantSelection.Headline))).ToArray();
        return world
            + headlines.Sum()
            - headlines.Min()
            + SortBuffers.BytesNeeded(paths, threads)
            + (decided is null ? 0 : BaseMeasuring.BytesNeeded(scenario, threads));
    }

    /// <summary>What is found out about the base case alone, once it has been simulated.</summary>
    public BaseMeasuring Base { get; }

    /// <summary>
    /// Simulates and measures all cases: as many of them together, sharing their draws, as the memory for columns allows.
    /// </summary>
    public CaseResult[] Simulate(IReadOnlyList<Case> cases)
    {
        var results = new List<CaseResult>();
        while (results.Count < cases.Count)
        {
            var next = cases[results.Count];
            if (PassesOf(next) is { Count: > 1 } passes)
                results.Add(InPasses(next, passes));
            else
                results.AddRange(AtOnce([.. cases.Skip(results.Count).Take(Together(cases, results.Count))]));
        }

        return [.. results];
    }

    private IReadOnlyList<OutcomeSelection> PassesOf(Case @case) => CasePasses.Of(scenario, @case, IsAnalysed(@case), columnBytes);

    /// <summary>Whether more is asked of a case than its measures.</summary>
    private bool IsAnalysed(Case @case) => @case == scenario.Base && !measuresOnly;

    private int Together(IReadOnlyList<Case> cases, int from)
    {
        var (count, bytes) = (0, 0L);
        while (from + count < cases.Count)
        {
            var c = cases[from + count];
            bytes += OutcomeShape.Of(scenario, c.Model, CasePasses.Whole(IsAnalysed(c)), scenario.Simulation.Paths).Bytes;
            if (count > 0 && bytes > Math.Min(BytesTogether, columnBytes))
                break;
            count++;
        }

        return count;
    }

    private CaseResult[] AtOnce(Case[] group)
    {
        var stage = group.Length == 1 ? $"case {group[0].Id}" : $"cases {group[0].Id} to {group[^1].Id}";
        var outcomes = simulator
            .Simulate(
                [.. group.Select(c => (new SimulatedCase(c), CasePasses.Whole(IsAnalysed(c))))],
                paths => Report(stage, CaseWeight * paths),
                cancel
            )
            .ToArray();

        // Cases side by side: much of measuring one is small work that would leave other threads idle.
        var measured = new CaseResult[group.Length];
        ParallelWork.Do(
            threads,
            cancel,
            [.. group.Select((c, at) => (Action)(() => measured[at] = new CaseMeasuring(scenario, c, planner, room).Finish(outcomes[at])))]
        );
        for (var at = 0; at < group.Length; at++)
        {
            if (IsAnalysed(group[at]))
                Base.Measure(measured[at], outcomes[at]);
            simulator.Return(outcomes[at], headlineIsKept: true);
        }

        return measured;
    }

    private CaseResult InPasses(Case @case, IReadOnlyList<OutcomeSelection> passes)
    {
        CaseOutcomes Pass(int at) =>
            simulator.Simulate(
                new SimulatedCase(@case),
                passes[at],
                paths => Report($"case {@case.Id}, pass {at + 1} of {passes.Count}", CaseWeight * paths),
                cancel
            );
        if (IsAnalysed(@case))
            Base.MeasureBeforePasses();
        var measuring = new CaseMeasuring(scenario, @case, planner, room);
        for (var at = 0; at < passes.Count - 1; at++)
        {
            var outcomes = Pass(at);
            measuring.Add(outcomes);
            simulator.Return(outcomes, headlineIsKept: false);
        }

        var last = Pass(passes.Count - 1);
        var result = measuring.Finish(last);
        if (IsAnalysed(@case))
            Base.MeasureAfterPasses(result, last);
        simulator.Return(last, headlineIsKept: true);
        return result;
    }

    private void Report(string stage, long paths) =>
        progress?.Report(new RunProgress(stage, (double)Interlocked.Add(ref pathsDone, paths) / pathsInAll));
}
