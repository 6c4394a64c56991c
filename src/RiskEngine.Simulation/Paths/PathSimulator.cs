using RiskEngine.Abstractions.Factors;
using RiskEngine.Simulation.Outcomes;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// Simulates worlds. Blocks of paths are handed to threads as these become free; since every draw is addressed by name and path, and every
/// outcome is written to its own path's place, results are the same bits for any number of threads.
/// </summary>
public sealed class PathSimulator
{
    private readonly Planner planner;
    private readonly int paths;
    private readonly int threads;

    /// <summary>Prepares to simulate.</summary>
    /// <param name="planner">Compiles the worlds.</param>
    /// <param name="paths">Number of paths, above zero.</param>
    /// <param name="threads">Number of threads, above zero.</param>
    public PathSimulator(Planner planner, int paths, int threads)
    {
        ArgumentNullException.ThrowIfNull(planner);
        ArgumentOutOfRangeException.ThrowIfLessThan(paths, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        this.planner = planner;
        this.paths = paths;
        this.threads = threads;
    }

    /// <summary>How many bytes a world takes until its outcomes are let go.</summary>
    public long BytesNeeded(World world, Wanted wanted)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        return WorldOutcomes.BytesNeeded(planner.Plan(world), wanted, paths);
    }

    /// <summary>Simulates one world.</summary>
    /// <param name="world">The world.</param>
    /// <param name="wanted">What to keep of its paths.</param>
    /// <param name="done">Called after each block with the number of paths it had; from any thread. May be null.</param>
    /// <param name="cancel">Stops between blocks.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="FactorFailedException">A plug-in's process failed.</exception>
    /// <exception cref="PricingFailedException">A priced instrument could not be priced.</exception>
    /// <exception cref="OutcomesNotFiniteException">The scenario's figures led out of the range of numbers.</exception>
    public WorldOutcomes Simulate(World world, Wanted wanted, Action<int>? done, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(wanted);
        var plan = planner.Plan(world);
        var outcomes = new WorldOutcomes(plan, wanted, paths);
        var blocks = (paths + BlockSimulator.BlockPaths - 1) / BlockSimulator.BlockPaths;
        try
        {
            Parallel.For(
                0,
                blocks,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancel },
                () => new BlockSimulator(plan, outcomes),
                (block, _, simulator) =>
                {
                    simulator.Run((long)block * BlockSimulator.BlockPaths);
                    done?.Invoke(Math.Min(BlockSimulator.BlockPaths, paths - block * BlockSimulator.BlockPaths));
                    return simulator;
                },
                _ => { });
        }
        catch (AggregateException e) when (e.InnerExceptions.All(x => x is FactorFailedException))
        {
            // Each thread fails on its own block: the first path's failure stands for all.
            throw e.InnerExceptions.Cast<FactorFailedException>().MinBy(x => x.First)!;
        }
        catch (AggregateException e) when (e.InnerExceptions.All(x => x is PricingFailedException))
        {
            throw e.InnerExceptions[0];
        }

        FiniteCheck.Require(planner.Scenario, world, outcomes);
        return outcomes;
    }
}
