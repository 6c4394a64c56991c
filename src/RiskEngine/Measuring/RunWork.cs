using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Measuring.Attribution;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>
/// The work of one run: cases are simulated some at a time on the same draws, measured and let go, so that the memory in use stays bounded.
/// Without-runs simulate the paths again on which the base case's event struck.
/// </summary>
internal sealed class RunWork
{
    // A case values all variants and measures them: it takes about twice as long as a run without an event.
    private const int CaseWeight = 2;

    /// <summary>Columns of cases that are simulated together take this much memory at most; a case that takes more is simulated alone.</summary>
    public const long BytesTogether = 250_000_000;

    private readonly Scenario scenario;
    private readonly Planner planner;
    private readonly PathSimulator simulator;
    private readonly bool measuresOnly;
    private readonly int threads;
    private readonly IProgress<RunProgress>? progress;
    private readonly CancellationToken cancel;
    private readonly long pathsInAll;
    private readonly WorldRuns runs;
    private long pathsDone;

    public RunWork(
        Scenario scenario, Planner planner, PathSimulator simulator, IReadOnlyCollection<Case> cases, bool measuresOnly, int threads, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        this.scenario = scenario;
        this.planner = planner;
        this.simulator = simulator;
        this.measuresOnly = measuresOnly;
        this.threads = threads;
        this.progress = progress;
        this.cancel = cancel;
        var withoutRuns = cases.Any(Decides) ? Events.Length + 1 : 0;
        runs = new WorldRuns(scenario, planner, threads, paths => Report("attribution", paths), cancel);
        pathsInAll = scenario.Simulation.Paths * Math.Max(2L, CaseWeight * cases.Count + withoutRuns)
            + (withoutRuns > 0 ? (long)runs.Paths * AttributionMeasuring.WorldsOf(scenario) : 0);
    }

    /// <summary>Each event's effect on the base case, once that has been simulated.</summary>
    public IReadOnlyList<EventEffectResult> EventEffects { get; private set; } = [];

    /// <summary>Expected return and volatility of every instrument in the base case, once that has been simulated.</summary>
    public IReadOnlyList<InstrumentOutlook> Instruments { get; private set; } = [];

    /// <summary>What carries the answer of the base case, once it has been simulated.</summary>
    public AttributionResults? Attribution { get; private set; }

    /// <summary>What was asked of the base case beyond its measures, once it is simulated.</summary>
    public DecisionMeasuring Decisions { get; private set; } = DecisionMeasuring.None;

    private RiskEvent[] Events => [.. scenario.Base.Model.Events];

    /// <summary>What is kept of a case's paths until it is measured.</summary>
    /// <param name="decides">Whether more is asked of it than its measures.</param>
    public static Wanted WantedOf(bool decides) => new(WantedVariants.All, Settled: true, Fans: true, Instruments: decides, Factors: decides);

    /// <summary>Simulates and measures all cases: as many of them together, sharing their draws, as the memory for columns allows.</summary>
    public CaseResult[] Simulate(IReadOnlyList<Case> cases)
    {
        var results = new List<CaseResult>();
        while (results.Count < cases.Count)
        {
            Case[] group = [.. cases.Skip(results.Count).Take(Together(cases, results.Count))];
            var stage = group.Length == 1 ? $"case {group[0].Id}" : $"cases {group[0].Id} to {group[^1].Id}";
            var outcomes = simulator.Simulate(
                [.. group.Select(c => (new World(c), WantedOf(Decides(c))))], paths => Report(stage, CaseWeight * paths), cancel).ToArray();

            // Cases side by side: much of measuring one is small work that would leave other threads idle.
            var measured = new CaseResult[group.Length];
            SideBySide.Do(threads, cancel, [.. group.Select((c, at) => (Action)(() => measured[at] = Measure(c, outcomes[at])))]);
            results.AddRange(measured);
            for (var at = 0; at < group.Length; at++)
            {
                if (Decides(group[at])) Decide(measured[at], outcomes[at]);
                simulator.TakeBack(outcomes[at], headlineIsKept: true);
            }
        }

        return [.. results];
    }

    /// <summary>Expected return and volatility of every instrument in the base case, where nothing else of it is simulated.</summary>
    public IReadOnlyList<InstrumentOutlook> Outlooks() =>
        Outlooks(simulator.Simulate(new World(scenario.Base), Outlook with { Settled = true }, paths => Report("instruments", paths), cancel));

    private Wanted Outlook => new(WantedVariants.None, Instruments: true, Horizons: Math.Min(2, scenario.Horizons.Count));

    /// <summary>Whether more is asked of a case than its measures.</summary>
    private bool Decides(Case @case) => @case == scenario.Base && !measuresOnly;

    private int Together(IReadOnlyList<Case> cases, int from)
    {
        var (count, bytes) = (0, 0L);
        while (from + count < cases.Count)
        {
            var c = cases[from + count];
            bytes += simulator.BytesNeeded(new World(c), WantedOf(Decides(c)));
            if (count > 0 && bytes > BytesTogether) break;
            count++;
        }

        return count;
    }

    private CaseResult Measure(Case @case, WorldOutcomes outcomes)
    {
        var settled = new SettledMeasuring(scenario, @case.Model, planner.Grid, outcomes);
        return new CaseResult
        {
            Case = @case,
            Portfolios = new PortfolioMeasuring(scenario, @case.Model, planner.Grid, outcomes, threads).All(),
            Predictions = settled.Predictions(),
            Indicators = settled.Indicators(),
            Events = settled.Events(),
            PrivateCompanies = settled.Companies(),
            Factors = [.. @case.Model.Factors.Select((f, at) => new FactorFan(f, planner.ScaleOf(f), FanDrawing.Of(outcomes.FactorFans[at], outcomes.FanDates, planner.Grid)))],
        };
    }

    /// <summary>All that is asked of the base case beyond its measures; at once, while its paths are still there.</summary>
    private void Decide(CaseResult result, WorldOutcomes outcomes)
    {
        var settled = new SettledMeasuring(scenario, scenario.Base.Model, planner.Grid, outcomes);
        var views = new ViewMeasuring(scenario, planner.Grid, outcomes, settled, threads);
        var columns = new BaseColumns(scenario, planner, outcomes);
        SideBySide.Do(
            threads,
            cancel,
            () => Decisions = DecisionMeasuring.Of(scenario, views, outcomes, threads, cancel),
            () =>
            {
                EventEffects = Effects(result, outcomes);
                Instruments = Outlooks(outcomes);
                Attribution = AttributionMeasuring.Of(columns, runs, result.Predictions, threads);
            });
        if (!views.Weights.AreEqual) Attribution = Attribution! with { ContributionsWithViews = ContributionMeasuring.Of(columns, threads, views.Weights) };
    }

    private EventEffectResult[] Effects(CaseResult with, WorldOutcomes outcomes) =>
    [
        .. Events.SelectMany(e =>
        {
            var world = new World(scenario.Base) { Without = new HashSet<Id<RiskEvent>> { e.Id } };
            var without = simulator.SimulateWithout(outcomes, world, new Wanted(WantedVariants.Headline), paths => Report($"base without {e.Id}", paths), cancel);
            var effects = EventMeasuring.Effects(scenario, e, with, without, threads);
            simulator.TakeBack(without, headlineIsKept: false);
            return effects;
        }),
    ];

    private IReadOnlyList<InstrumentOutlook> Outlooks(WorldOutcomes with)
    {
        var quiet = new World(scenario.Base) { Without = Events.Select(e => e.Id).ToHashSet(), WithoutExits = true };
        var without = simulator.SimulateWithout(with, quiet, Outlook, paths => Report("instruments without events", paths), cancel);
        return OutlookMeasuring.Of(scenario, planner, AtMiddle(with), AtMiddle(without));
    }

    /// <summary>Every instrument's value at the middle horizon.</summary>
    private float[][] AtMiddle(WorldOutcomes outcomes) => [.. outcomes.Instruments.Select(i => i[Math.Min(1, scenario.Horizons.Count - 1)])];

    private void Report(string stage, long paths) => progress?.Report(new RunProgress(stage, (double)Interlocked.Add(ref pathsDone, paths) / pathsInAll));
}
