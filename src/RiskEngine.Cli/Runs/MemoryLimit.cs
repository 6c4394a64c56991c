using RiskEngine.Plans;

namespace RiskEngine.Cli.Runs;

/// <summary>Plans runs so that they fit into the memory that the user allows: fewer bytes at once are more passes over the paths.</summary>
internal static class MemoryLimit
{
    /// <summary>What the runtime, the program and the page take beside the plan's columns, in bytes.</summary>
    private const long OfProgram = 250_000_000;

    // Shards and their merge have different numbers of threads, and must have the same plan.
    private const int SomeThreads = 4;

    // Halved so often, half a gigabyte of columns is two megabytes: fewer than two columns of most runs.
    private const int MostHalvings = 8;

    /// <summary>The bytes that a plan may take: what the machine has, and no more than the user allows.</summary>
    public static long Of(RunSettings settings, CommandEnvironment environment) =>
        settings.Memory is { } allowed ? Math.Min(environment.Memory, allowed - OfProgram) : environment.Memory;

    /// <summary>The plan of a run, in as many passes as the memory asks for.</summary>
    public static RunPlan Prepare(LoadedScenario loaded, RunSettings settings, CommandEnvironment environment)
    {
        var options = settings.ForEngine();
        if (settings.Memory is not { } allowed)
            return loaded.Engine.Prepare(loaded.Checked, options);
        var columns = options.ColumnBytes;
        RunPlan With(int? threads) => loaded.Engine.Prepare(loaded.Checked, options with { ColumnBytes = columns, Threads = threads });
        var passes = Passes(With(SomeThreads));
        for (var halving = 0; halving < MostHalvings && With(SomeThreads).PeakBytes > allowed - OfProgram; halving++)
            columns /= 2;
        var plan = With(options.Threads);
        if (Passes(plan) > passes && plan.PeakBytes <= Of(settings, environment) && !settings.Quiet)
        {
            environment.Error.WriteLine(
                $"{loaded.Scenario.Id}: simulated in {Passes(plan)} passes instead of {passes}, to stay within --memory; figures are the "
                    + "same"
            );
        }

        return plan;
    }

    private static int Passes(RunPlan plan) => plan.Steps.OfType<SimulateStep>().Count();
}
