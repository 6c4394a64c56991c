using System.CommandLine;
using RiskEngine.Abstractions.Scenarios;

namespace RiskEngine.Cli.Options;

/// <summary>The options of every command that simulates.</summary>
/// <param name="defaultPaths">How many paths there are by default, in words.</param>
internal sealed class SimulationOptions(string defaultPaths)
{
    /// <summary>Number of paths.</summary>
    public Option<int?> Paths { get; } =
        NumberOption.Create("--paths", 1_000, 100_000_000, $"number of paths, 1,000 to 100,000,000 (default: {defaultPaths})");

    /// <summary>Seed of all random streams.</summary>
    public Option<ulong?> Seed { get; } =
        NumberOption.Create("--seed", ulong.MinValue, ulong.MaxValue, "seed of all random streams (default: the scenario's)");

    /// <summary>How random numbers are drawn.</summary>
    public Option<SamplingMethod?> Sampling { get; } =
        ChoiceOption.Create<SamplingMethod>("--sampling", "how random numbers are drawn (default: the scenario's, or pseudo)");

    /// <summary>Number of threads.</summary>
    public Option<int?> Threads { get; } =
        NumberOption.Create("--threads", 1, 1_024, "number of threads, 1 to 1,024; changes no result (default: all cores)");

    /// <summary>Values to change.</summary>
    public Option<string[]> Set { get; } =
        new("--set")
        {
            Description = "change a value for this run, as in risks.supply-chain.probability=0.7; may be given several times",
            HelpName = "PATH=VALUE",
        };
}
