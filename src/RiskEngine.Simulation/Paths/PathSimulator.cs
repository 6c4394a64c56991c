using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;
using RiskEngine.Simulation.Sampling;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// Simulates cases. Blocks of paths are handed to threads as these become free; since every draw is addressed by name and path, and every
/// outcome is written to its own path's place, results are the same bits for any number of threads.
/// </summary>
public sealed class PathSimulator
{
    private readonly Planner planner;
    private readonly PathPart part;
    private readonly int threads;
    private readonly ColumnPool pool;
    private readonly Lazy<SobolPlan>? sobol;

    /// <summary>Prepares to simulate.</summary>
    /// <param name="planner">Compiles the cases.</param>
    /// <param name="paths">Number of paths, above zero.</param>
    /// <param name="threads">Number of threads, above zero.</param>
    public PathSimulator(Planner planner, int paths, int threads)
        : this(planner, PathPart.Whole(paths), threads) { }

    /// <summary>Prepares to simulate a part of the paths.</summary>
    /// <param name="planner">Compiles the cases.</param>
    /// <param name="part">Which paths, at least one.</param>
    /// <param name="threads">Number of threads, above zero.</param>
    public PathSimulator(Planner planner, PathPart part, int threads)
    {
        ArgumentNullException.ThrowIfNull(planner);
        ArgumentOutOfRangeException.ThrowIfLessThan(part.Count, 1, nameof(part));
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.planner = planner;
        this.part = part;
        this.threads = threads;
        pool = new ColumnPool(part.Count);
        if (planner.Scenario.Simulation.Sampling == SamplingMethod.Sobol)
        {
            sobol = new Lazy<SobolPlan>(() =>
                new SobolPlan(
                    planner.Plan(new SimulatedCase(planner.Scenario.Base)),
                    new PathSampling(SamplingMethod.Sobol, planner.Scenario.Simulation.Paths),
                    planner.Stream("sobol/scrambling")
                )
            );
        }
    }

    private int Replicates => new PathSampling(planner.Scenario.Simulation.Sampling, part.Of).Replicates;

    /// <summary>
    /// Takes back outcomes that have been measured, so that later cases are simulated into the same memory. They are not to be read any
    /// more.
    /// </summary>
    /// <param name="outcomes">The outcomes, of this simulator.</param>
    /// <param name="headlineIsKept">Whether profits and drawdowns as held and following all stay with whoever holds them.</param>
    public void Return(CaseOutcomes outcomes, bool headlineIsKept)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        pool.Return(outcomes, headlineIsKept);
    }

    /// <summary>Simulates one case.</summary>
    /// <inheritdoc cref="Simulate(IReadOnlyList{ValueTuple{SimulatedCase, OutcomeSelection}}, Action{int}?, CancellationToken)"/>
    public CaseOutcomes Simulate(SimulatedCase simulated, OutcomeSelection selection, Action<int>? done, CancellationToken cancel) =>
        Simulate([(simulated, selection)], done, cancel)[0];

    /// <summary>
    /// Simulates cases together: every random number is drawn once and read by all of them. Each comes out as if it had been simulated
    /// alone.
    /// </summary>
    /// <param name="cases">The cases, and what to keep of their paths.</param>
    /// <param name="done">Called after each block and case with the number of paths it had; from any thread. May be null.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="FactorFailedException">A plug-in's process failed.</exception>
    /// <exception cref="PricingFailedException">A priced instrument could not be priced.</exception>
    /// <exception cref="OutcomesNotFiniteException">The scenario's figures led out of the range of numbers.</exception>
    public IReadOnlyList<CaseOutcomes> Simulate(
        IReadOnlyList<(SimulatedCase Case, OutcomeSelection Selection)> cases,
        Action<int>? done,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(cases);
        var runs = cases.Select(c => Compile(c.Case, c.Selection, cancel)).ToArray();
        var blocks = (part.Count + PathBlock.Size - 1) / PathBlock.Size;
        Simulate(
            runs,
            blocks,
            (block, at) => block.Take(part.First + (long)at * PathBlock.Size, Math.Min(PathBlock.Size, part.Count - at * PathBlock.Size)),
            done,
            cancel
        );
        return [.. runs.Select(r => r.Outcomes)];
    }

    /// <summary>
    /// Simulates a counterfactual that differs from a case only by events and exits that it goes without: only the paths on which one of
    /// these occurs are simulated again. The outcomes are the bits that simulating all paths would give.
    /// </summary>
    /// <param name="with">The outcomes of the case with them: resolved, and with the columns that are asked for of this one.</param>
    /// <param name="without">The counterfactual, of the same case.</param>
    /// <param name="selection">What to keep: variants and instruments only.</param>
    /// <param name="done">As in <see cref="Simulate(SimulatedCase, OutcomeSelection, Action{int}?, CancellationToken)"/>; paths that need
    /// no simulating are
    /// done at once.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="ArgumentException">The other outcomes do not hold what is needed.</exception>
    public CaseOutcomes SimulateWithout(
        CaseOutcomes with,
        SimulatedCase without,
        OutcomeSelection selection,
        Action<int>? done,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(with);
        ArgumentNullException.ThrowIfNull(without);
        ArgumentNullException.ThrowIfNull(selection);
        var run = Compile(without, selection, cancel);
        var outcomes = run.Outcomes;
        var again = WithoutPaths.Of(with, outcomes, run.Plan);
        WithoutPaths.Copy(with, outcomes);
        done?.Invoke(part.Count - again.Count());
        var starts = again.Starts(PathBlock.Size);
        Simulate([run], starts.Length, (block, at) => Take(block, again, starts[at]), done, cancel);
        return outcomes;
    }

    /// <summary>Makes room for outcomes that are simulated elsewhere.</summary>
    /// <param name="simulated">What is simulated.</param>
    /// <param name="selection">What is kept of it.</param>
    /// <returns>Outcomes whose columns hold anything, and whose counts are zero.</returns>
    public CaseOutcomes Empty(SimulatedCase simulated, OutcomeSelection selection)
    {
        ArgumentNullException.ThrowIfNull(simulated);
        ArgumentNullException.ThrowIfNull(selection);
        return RoomFor(planner.Plan(simulated, selection.Horizons), simulated, selection);
    }

    private CaseRun Compile(SimulatedCase simulated, OutcomeSelection selection, CancellationToken cancel)
    {
        var plan = planner.Plan(simulated, selection.Horizons);
        var outcomes = RoomFor(plan, simulated, selection);
        var followsSteps = outcomes.Cube.HasDrawdowns || outcomes.MarginCalls.Count > 0;
        return new CaseRun(plan, outcomes, followsSteps ? Deviations(simulated.Case, selection, cancel) : null);
    }

    private CaseOutcomes RoomFor(CasePlan plan, SimulatedCase simulated, OutcomeSelection selection) =>
        new(plan, simulated, OutcomeShape.Of(planner.Scenario, simulated.Case.Model, selection, part), Replicates, pool);

    /// <summary>Measures how far variants move in a step, on a few paths of the case: its counterfactuals get the same.</summary>
    private StepDeviations Deviations(Case of, OutcomeSelection selection, CancellationToken cancel)
    {
        var count = Math.Min(part.Of, StepDeviations.Paths);
        var whole = new SimulatedCase(of);
        var plan = planner.Plan(whole, selection.Horizons);
        var values = selection with { Resolved = false, Fans = false, Instruments = false, Factors = false };
        var shape = OutcomeShape.Of(planner.Scenario, of.Model, values, count);
        var outcomes = new CaseOutcomes(plan, whole, shape, 1, new ColumnPool(count));
        var draws = DrawPlan.Of([(plan, BlockSimulator.StepsOf(plan, outcomes), BlockSimulator.Needed(plan, outcomes))], null, false);
        var block = new DrawBlock(draws);
        var rows = outcomes.Cube.PortfolioCount * outcomes.Cube.VariantCount + MarginBlocks.PortfoliosOf(plan, outcomes).Length;
        var moves = new DeviationBlocks(plan, block.Block, rows, outcomes.Cube.VariantCount, PathBlock.Size);
        var simulator = new BlockSimulator(plan, outcomes, block, draws.Counterfactuals[0], moves, deviations: null);
        var sums = new List<DeviationBlocks.Sums>();
        for (var first = 0; first < count; first += PathBlock.Size)
        {
            cancel.ThrowIfCancellationRequested();
            block.Block.Take(first, Math.Min(PathBlock.Size, count - first));
            block.Fill();
            simulator.Run();
            sums.Add(moves.Taken());
        }

        return StepDeviations.Of(sums, rows, plan.LastHorizonDate);
    }

    private static void Take(PathBlock block, PathBits paths, int from)
    {
        Span<int> some = stackalloc int[PathBlock.Size];
        block.Take(some[..paths.Read(from, some)]);
    }

    private void Simulate(CaseRun[] runs, int blocks, Action<PathBlock, int> take, Action<int>? done, CancellationToken cancel)
    {
        var draws = DrawPlan.Of(
            [.. runs.Select(r => (r.Plan, BlockSimulator.StepsOf(r.Plan, r.Outcomes), BlockSimulator.Needed(r.Plan, r.Outcomes)))],
            sobol?.Value,
            planner.Scenario.Simulation.Sampling == SamplingMethod.Antithetic
        );
        var next = -1;
        try
        {
            Parallel.For(
                0,
                Math.Min(threads, blocks),
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
                (_, loop) =>
                {
                    var block = new DrawBlock(draws, part.First);
                    var simulators = runs.Select(
                            (r, at) =>
                                new BlockSimulator(
                                    r.Plan,
                                    r.Outcomes,
                                    block,
                                    draws.Counterfactuals[at],
                                    r.Follower(block.Block),
                                    r.Deviations
                                )
                        )
                        .ToArray();
                    for (var at = Interlocked.Increment(ref next); at < blocks && !loop.IsExceptional; at = Interlocked.Increment(ref next))
                    {
                        cancel.ThrowIfCancellationRequested();
                        take(block.Block, at);
                        block.Fill();
                        foreach (var simulator in simulators)
                        {
                            simulator.Run();
                            done?.Invoke(block.Block.Count);
                        }
                    }
                }
            );
        }
        catch (AggregateException e) when (e.InnerExceptions.All(x => x is FactorFailedException))
        {
            // Each thread fails on its own block: the first path's failure stands for all. Blocks are taken in ascending order and what is
            // taken is finished, so that it is the same one for any number of threads.
            throw e.InnerExceptions.Cast<FactorFailedException>().MinBy(x => x.First)!;
        }
        catch (AggregateException e) when (e.InnerExceptions.All(x => x is PricingFailedException))
        {
            throw e.InnerExceptions[0];
        }
        catch (AggregateException e) when (e.InnerExceptions.All(x => x is OperationCanceledException))
        {
            throw new OperationCanceledException(e.InnerExceptions[0].Message, e, cancel);
        }

        foreach (var run in runs)
            FiniteCheck.Require(planner.Scenario, run.Outcomes.SimulatedCase, run.Outcomes);
    }

    /// <summary>One case to be simulated.</summary>
    /// <param name="Plan">What it is.</param>
    /// <param name="Outcomes">What is kept of it.</param>
    /// <param name="Deviations">How far its portfolios move in a step; null where no drawdowns are kept.</param>
    private sealed record CaseRun(CasePlan Plan, CaseOutcomes Outcomes, StepDeviations? Deviations)
    {
        public IValueFollower Follower(PathBlock block) =>
            Deviations is null || !Outcomes.Cube.HasDrawdowns
                ? new NoFollower()
                : new DrawdownBlocks(Plan, block, Deviations, Outcomes.Cube.PortfolioCount * Outcomes.Cube.VariantCount, PathBlock.Size);
    }

    /// <summary>Follows nothing.</summary>
    private sealed class NoFollower : IValueFollower
    {
        public void Start() { }

        public void Reach(int date, ReadOnlySpan<bool> jumped) { }

        public void Follow(int row, ReadOnlySpan<double> values) { }

        public ReadOnlySpan<float> Troughs(int row) => [];
    }
}
