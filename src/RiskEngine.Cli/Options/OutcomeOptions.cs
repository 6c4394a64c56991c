using System.CommandLine;
using RiskEngine.Cli.Runs;

namespace RiskEngine.Cli.Options;

/// <summary>
/// The options that decide what a run simulates: they must be the same for all shards of a run, and for what merges them.
/// </summary>
internal sealed class OutcomeOptions
{
    /// <summary>The cases that are simulated.</summary>
    public Option<string[]> Cases { get; } =
        new("--case") { Description = "simulate only this case; may be given several times (default: all)", HelpName = "ID" };

    /// <summary>Paths, seed, sampling, threads, changed values.</summary>
    public SimulationOptions Simulation { get; } = new("the scenario's");

    /// <summary>Whether only measures are wanted.</summary>
    public Option<bool> MeasuresOnly { get; } =
        new("--measures-only") { Description = "stop at the measures: no attribution, effects of events, views or optimiser" };

    /// <summary>Code of the user's own.</summary>
    public CodeOptions Code { get; } = new();

    /// <summary>Who is told how it goes; changes no result.</summary>
    public Option<Uri?> Telemetry { get; } = TelemetryOption.Create();

    /// <summary>How much memory a process may take; changes no result.</summary>
    public Option<long?> Memory { get; } = MemoryOption.Create();

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(Cases);
        command.Add(Simulation.Paths);
        command.Add(Simulation.Sampling);
        command.Add(MeasuresOnly);
        command.Add(Simulation.Seed);
        command.Add(Simulation.Threads);
        command.Add(Simulation.Set);
        command.Add(Code.AllowCode);
        command.Add(Code.Plugins);
        command.Add(Code.Patience);
        command.Add(Memory);
        command.Add(Telemetry);
    }

    /// <summary>What was asked for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="scenarios">The scenarios.</param>
    /// <param name="folder">The folder that reports go under.</param>
    public RunSettings Of(ParseResult parsed, IReadOnlyList<string> scenarios, string folder) =>
        new()
        {
            Scenarios = scenarios,
            Cases = parsed.GetValue(Cases) ?? [],
            Paths = parsed.GetValue(Simulation.Paths),
            Seed = parsed.GetValue(Simulation.Seed),
            Sampling = parsed.GetValue(Simulation.Sampling),
            MeasuresOnly = parsed.GetValue(MeasuresOnly),
            Threads = parsed.GetValue(Simulation.Threads),
            Set = parsed.GetValue(Simulation.Set) ?? [],
            Code = Code.Of(parsed),
            Out = folder,
            Memory = parsed.GetValue(Memory),
            Telemetry = parsed.GetValue(Telemetry),
        };
}
