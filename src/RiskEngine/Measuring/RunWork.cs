using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>
/// The work of one run: world after world is simulated, measured and let go, so that the memory in use is that of one world. Without-runs
/// simulate the base case with one event taken out, on the same draws.
/// </summary>
internal sealed class RunWork
{
    // A case values all variants and measures them: it takes about twice as long as a run without an event.
    private const int CaseWeight = 2;

    private readonly Scenario scenario;
    private readonly Planner planner;
    private readonly PathSimulator simulator;
    private readonly int threads;
    private readonly IProgress<RunProgress>? progress;
    private readonly CancellationToken cancel;
    private readonly long pathsInAll;
    private long pathsDone;
    private float[][]? baseInstruments;

    public RunWork(
        Scenario scenario, Planner planner, PathSimulator simulator, IReadOnlyCollection<Case> cases, int threads, IProgress<RunProgress>? progress, CancellationToken cancel)
    {
        this.scenario = scenario;
        this.planner = planner;
        this.simulator = simulator;
        this.threads = threads;
        this.progress = progress;
        this.cancel = cancel;
        var withoutRuns = cases.Contains(scenario.Base) ? Events.Length + 1 : 0;
        pathsInAll = scenario.Simulation.Paths * Math.Max(2L, CaseWeight * cases.Count + withoutRuns);
    }

    private RiskEvent[] Events => [.. scenario.Base.Model.Events];

    /// <summary>What is kept of a case's paths until it is measured.</summary>
    public static Wanted WantedOf(bool isBase) => new(WantedVariants.All, Settled: true, Fans: true, Instruments: isBase, Factors: isBase);

    /// <summary>Simulates and measures one case.</summary>
    public CaseResult Simulate(Case @case)
    {
        var isBase = @case == scenario.Base;
        var outcomes = Outcomes(new World(@case), WantedOf(isBase), $"case {@case.Id}");
        if (isBase) baseInstruments = AtMiddle(outcomes);
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

    /// <summary>Each event's effect on the base case.</summary>
    /// <param name="with">The base case as simulated, with all events.</param>
    public IReadOnlyList<EventEffectResult> EventEffects(CaseResult with) =>
    [
        .. Events.SelectMany(e =>
        {
            var world = new World(scenario.Base) { Without = new HashSet<Id<RiskEvent>> { e.Id } };
            var without = Outcomes(world, new Wanted(WantedVariants.Headline), $"base without {e.Id}");
            return EventMeasuring.Effects(scenario, e, with, without, threads);
        }),
    ];

    /// <summary>Expected return and volatility of every instrument in the base case.</summary>
    public IReadOnlyList<InstrumentOutlook> Outlooks()
    {
        var wanted = new Wanted(WantedVariants.None, Instruments: true);
        var with = baseInstruments ?? AtMiddle(Outcomes(new World(scenario.Base), wanted, "instruments"));
        var quiet = new World(scenario.Base) { Without = Events.Select(e => e.Id).ToHashSet(), WithoutExits = true };
        var without = Outcomes(quiet, wanted, "instruments without events");
        return OutlookMeasuring.Of(scenario, planner, with, AtMiddle(without));
    }

    /// <summary>Every instrument's value at the middle horizon.</summary>
    private float[][] AtMiddle(WorldOutcomes outcomes) => [.. outcomes.Instruments.Select(i => i[Math.Min(1, scenario.Horizons.Count - 1)])];

    private WorldOutcomes Outcomes(World world, Wanted wanted, string stage) => simulator.Simulate(
        world,
        wanted,
        paths => progress?.Report(new RunProgress(
            stage, (double)Interlocked.Add(ref pathsDone, wanted.Variants == WantedVariants.All ? CaseWeight * paths : paths) / pathsInAll)),
        cancel);
}
