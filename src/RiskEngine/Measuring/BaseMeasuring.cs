using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Abstractions.Risks;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Abstractions.Time;
using RiskEngine.Measuring.Attribution;
using RiskEngine.Results;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Paths;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring;

/// <summary>What is asked of the base case beyond its measures. Without-runs simulate the paths again on which its events struck.</summary>
internal sealed class BaseMeasuring
{
    // Columns of a run without an event take this much at most, or those of one horizon where these take more: the headline's are there
    // beside them.
    private const long BytesAgain = 100_000_000;

    private readonly Scenario scenario;
    private readonly Planner planner;
    private readonly PathSimulator simulator;
    private readonly SortBuffers room;
    private readonly int threads;
    private readonly Action<string, long> report;
    private readonly CancellationToken cancel;
    private readonly CounterfactualRuns runs;
    private AttributionResults? attribution;
    private UncertaintyResults? uncertainty;

    public BaseMeasuring(
        Scenario scenario,
        Planner planner,
        PathSimulator simulator,
        SortBuffers room,
        int threads,
        Action<string, long> report,
        CancellationToken cancel
    )
    {
        this.scenario = scenario;
        this.planner = planner;
        this.simulator = simulator;
        this.room = room;
        this.threads = threads;
        this.report = report;
        this.cancel = cancel;
        runs = new CounterfactualRuns(scenario, planner, threads, paths => report("attribution", paths), cancel);
    }

    /// <summary>Each event's effect.</summary>
    public IReadOnlyList<EventEffectResult> EventEffects { get; private set; } = [];

    /// <summary>Expected return and volatility of every instrument, and where they come from.</summary>
    public IReadOnlyList<ReturnDecomposition> Instruments { get; private set; } = [];

    /// <summary>What carries the answer.</summary>
    public AttributionResults? Attribution => attribution;

    /// <summary>If the model is wrong.</summary>
    public UncertaintyResults? Uncertainty => uncertainty;

    /// <summary>Views, an optimiser.</summary>
    public DecisionMeasuring Decisions { get; private set; } = DecisionMeasuring.None;

    private OutcomeSelection ReturnDecompositionSelection =>
        new(VariantSelection.None, Instruments: true, Horizons: scenario.HeadlineHorizonIndex.Value + 1);

    /// <summary>How many bytes it takes beside the base case's columns.</summary>
    public static long BytesNeeded(Scenario scenario, int threads) =>
        Math.Max(BytesOfHorizons(scenario, HorizonsAgain(scenario)), UncertaintyMeasuring.BytesNeeded(scenario, threads))
        + DecisionMeasuring.BytesNeeded(scenario);

    /// <summary>How many paths it simulates beside the base case's own.</summary>
    public static long PathsOf(Scenario scenario, bool inPasses)
    {
        var (paths, first, events) = ((long)scenario.Simulation.Paths, FirstPathsOf(scenario), scenario.Base.Model.Events.Count());
        return events * scenario.Horizons.Chunk(HorizonsAgain(scenario)).Count() * paths
            + (inPasses ? (2 * first) + (scenario.Uncertainty is null ? 0 : paths) : paths)
            + (Math.Min(CounterfactualRuns.MostPaths, paths) * AttributionMeasuring.CounterfactualsOf(scenario));
    }

    /// <summary>How many paths <see cref="ReturnDecompositionsAlone"/> simulates.</summary>
    public static long PathsAlone(Scenario scenario) => 2L * scenario.Simulation.Paths;

    /// <summary>Expected return and volatility of every instrument, where nothing else is simulated.</summary>
    public IReadOnlyList<ReturnDecomposition> ReturnDecompositionsAlone() =>
        ReturnDecompositions(
            simulator,
            simulator.Simulate(
                new SimulatedCase(scenario.Base),
                ReturnDecompositionSelection with
                {
                    Resolved = true,
                },
                paths => report("instruments", paths),
                cancel
            )
        );

    /// <summary>Measures all of it; at once, while the base case's paths are still there.</summary>
    public void Measure(CaseResult result, CaseOutcomes outcomes)
    {
        var views = ViewsOf(outcomes);
        ParallelWork.Do(
            threads,
            cancel,
            () => MeasureDecisions(views, outcomes),
            () => MeasureModelUncertainty(outcomes),
            () => EventEffects = Effects(result, outcomes, inPasses: false),
            () => Attribute(simulator, outcomes)
        );
        MeasureContributions(views, outcomes);
        Time(result, outcomes);
    }

    /// <summary>
    /// Measures what reads the first paths only on these, simulated apart, and how wrong the model may be on the headline's profits alone:
    /// all is let go before the passes.
    /// </summary>
    public void MeasureBeforePasses()
    {
        MeasureFirstPaths();
        Release();
        if (scenario.Uncertainty is null)
            return;
        var profits = Profits(scenario, ..scenario.Horizons.Count);
        var outcomes = simulator.Simulate(new SimulatedCase(scenario.Base), profits, paths => report("base", paths), cancel);
        MeasureModelUncertainty(outcomes);
        simulator.Return(outcomes, headlineIsKept: false);
        Release();
    }

    /// <summary>Measures what is left once the passes are done.</summary>
    /// <param name="result">The base case, measured.</param>
    /// <param name="last">The last pass: its headline.</param>
    public void MeasureAfterPasses(CaseResult result, CaseOutcomes last)
    {
        EventEffects = Effects(result, last, inPasses: true);
        Time(result, last);
    }

    /// <summary>
    /// Gives what was let go back to the machine. Columns that come next are longer than any gap, so that the runtime, which sees no want
    /// of memory, would keep both; this happens twice a run, where hundreds of megabytes are at stake.
    /// </summary>
    private static void Release() => GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);

    private static long FirstPathsOf(Scenario scenario) => Math.Min(scenario.Simulation.Paths, OutcomeSelection.ColumnPaths);

    private static int HorizonsAgain(Scenario scenario) =>
        (int)Math.Clamp(BytesAgain / BytesOfHorizons(scenario, 1), 1, scenario.Horizons.Count);

    private static long BytesOfHorizons(Scenario scenario, int horizons) =>
        OutcomeShape.Of(scenario, scenario.Base.Model, Profits(scenario, ..horizons), scenario.Simulation.Paths).Bytes;

    private static OutcomeSelection Profits(Scenario scenario, Range horizons) =>
        new(VariantSelection.Headline, Horizons: horizons.End.Value) { Only = HeadlineProfits(scenario.Base.Model, horizons) };

    /// <summary>The profits of the headline variants at some horizons.</summary>
    public static IReadOnlyList<KeptColumns> HeadlineProfits(Model model, Range horizons) =>
        [
            .. from p in PortfolioIndex.First(model.Portfolios.Count)
            from v in model.Variants.Headline
            from h in Enumerable.Range(horizons.Start.Value, horizons.End.Value - horizons.Start.Value)
            select new KeptColumns(p, v, new HorizonIndex(h), OutcomeColumns.Profits),
        ];

    private void MeasureFirstPaths()
    {
        var alone = new PathSimulator(planner, (int)FirstPathsOf(scenario), threads);
        var first = alone.Simulate(
            new SimulatedCase(scenario.Base),
            CasePasses.Whole(isAnalysed: true),
            paths => report("attribution", paths),
            cancel
        );
        var views = ViewsOf(first);
        ParallelWork.Do(threads, cancel, () => MeasureDecisions(views, first), () => Attribute(alone, first));
        MeasureContributions(views, first);
    }

    private ViewMeasuring ViewsOf(CaseOutcomes outcomes) =>
        new(scenario, planner.Grid, outcomes, new ResolvedMeasuring(scenario, scenario.Base.Model, planner.Grid, outcomes), threads);

    private void MeasureDecisions(ViewMeasuring views, CaseOutcomes first) =>
        Decisions = DecisionMeasuring.Of(scenario, views, first, threads, cancel);

    private void MeasureModelUncertainty(CaseOutcomes outcomes) =>
        uncertainty = scenario.Uncertainty is { } settings ? UncertaintyMeasuring.Of(scenario, settings, outcomes, threads) : null;

    private void Attribute(PathSimulator alone, CaseOutcomes first)
    {
        Instruments = ReturnDecompositions(alone, first);
        attribution = AttributionMeasuring.Of(new BaseColumns(scenario, planner, first), runs, threads);
    }

    /// <summary>Contributions with the path probabilities that views give.</summary>
    private void MeasureContributions(ViewMeasuring views, CaseOutcomes first)
    {
        if (!views.Weights.AreEqual)
            attribution = attribution! with
            {
                ContributionsWithViews = ContributionMeasuring.Of(new BaseColumns(scenario, planner, first), threads, views.Weights),
            };
    }

    /// <summary>Predictions over time: the last date's probabilities are those of all paths.</summary>
    private void Time(CaseResult result, CaseOutcomes last) =>
        attribution = attribution! with
        {
            PredictionTimings = PredictionTimingMeasuring.Of(new BaseColumns(scenario, planner, last), result.Predictions),
        };

    private EventEffectResult[] Effects(CaseResult with, CaseOutcomes outcomes, bool inPasses) =>
        [.. scenario.Base.Model.Events.SelectMany(e => Effects(e, with, outcomes, inPasses))];

    private IEnumerable<EventEffectResult> Effects(RiskEvent e, CaseResult with, CaseOutcomes outcomes, bool inPasses)
    {
        var world = new SimulatedCase(scenario.Base) { Without = new HashSet<Id<RiskEvent>> { e.Id } };
        var (together, effects) = (HorizonsAgain(scenario), new List<EventEffectResult>());
        for (var from = 0; from < scenario.Horizons.Count; from += together)
        {
            var horizons = from..Math.Min(from + together, scenario.Horizons.Count);
            var without = simulator.SimulateWithout(
                outcomes,
                world,
                Profits(scenario, horizons),
                paths => report($"base without {e.Id}", paths),
                cancel
            );
            effects.AddRange(EventMeasuring.Effects(scenario, e, with, without, horizons, room));
            simulator.Return(without, headlineIsKept: false);

            // What each run leaves behind is little beside columns of that length, and the runtime would let it add up.
            if (inPasses)
                GC.Collect();
        }

        // All horizons of a portfolio and variant follow each other, whichever were simulated together.
        return effects.GroupBy(x => (x.Portfolio.Id, x.Variant.Id)).SelectMany(of => of);
    }

    private IReadOnlyList<ReturnDecomposition> ReturnDecompositions(PathSimulator alone, CaseOutcomes with)
    {
        var quiet = new SimulatedCase(scenario.Base)
        {
            Without = scenario.Base.Model.Events.Select(e => e.Id).ToHashSet(),
            WithoutExits = true,
        };
        var without = alone.SimulateWithout(
            with,
            quiet,
            ReturnDecompositionSelection,
            paths => report("instruments without events", paths),
            cancel
        );
        return ReturnDecompositionMeasuring.Of(scenario, planner, AtHeadline(with), AtHeadline(without));
    }

    /// <summary>Every instrument's value at the headline horizon.</summary>
    private float[][] AtHeadline(CaseOutcomes outcomes) =>
        [.. Enumerable.Range(0, outcomes.Instruments.Count).Select(i => outcomes.Instruments[i, scenario.HeadlineHorizonIndex])];
}
