using System.Globalization;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Cli.Printing;
using RiskEngine.Cli.Texts;
using RiskEngine.Reporting;

namespace RiskEngine.Cli.Runs;

/// <summary>What the user asked for on the command line of <c>run</c>.</summary>
internal sealed record RunSettings
{
    /// <summary>The scenarios, as given.</summary>
    public required IReadOnlyList<string> Scenarios { get; init; }

    /// <summary>The cases to simulate; empty for all.</summary>
    public required IReadOnlyList<string> Cases { get; init; }

    /// <summary>How random numbers are drawn; null for the scenario's way.</summary>
    public SamplingMethod? Sampling { get; init; }

    /// <summary>How sure a measure is to be before the run stops; null for a fixed number of paths.</summary>
    public PrecisionTarget? Until { get; init; }

    /// <summary>Number of paths; null for the scenario's.</summary>
    public int? Paths { get; init; }

    /// <summary>Seed; null for the scenario's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Whether to stop at the measures, without what carries them.</summary>
    public bool MeasuresOnly { get; init; }

    /// <summary>Number of threads; null for one a core.</summary>
    public int? Threads { get; init; }

    /// <summary>The folder that reports go under, as given.</summary>
    public required string Out { get; init; }

    /// <summary>Values to change, each <c>PATH=VALUE</c>.</summary>
    public required IReadOnlyList<string> Set { get; init; }

    /// <summary>Which code of the user's own may run.</summary>
    public CodeSettings Code { get; init; } = CodeSettings.None;

    /// <summary>How many bytes a process may take; null for what the machine has.</summary>
    public long? Memory { get; init; }

    /// <summary>The OpenTelemetry collector that is told how it goes; null for none.</summary>
    public Uri? Telemetry { get; init; }

    /// <summary>How outcome columns are written.</summary>
    public OutcomeFormat Outcomes { get; init; }

    /// <summary>Whether to do what is done already again.</summary>
    public bool Fresh { get; init; }

    /// <summary>Whether only to say what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>Further forms of the results.</summary>
    public IReadOnlyList<ExtraFormat> Also { get; init; } = [];

    /// <summary>The browser that prints the report's brief; null where it is not printed.</summary>
    public PrintingBrowser? Printer { get; init; }

    /// <summary>Whether only the report's path is printed.</summary>
    public bool Quiet { get; init; }

    /// <summary>Whether the log is shown as well.</summary>
    public bool Verbose { get; init; }

    /// <summary>The engine's options.</summary>
    public RunOptions ForEngine() =>
        new()
        {
            Cases = Cases.Count == 0 ? null : [.. Cases.Select(id => new Id<Case>(id))],
            Paths = Paths,
            Seed = Seed,
            Sampling = Sampling,
            Until = Until,
            MeasuresOnly = MeasuresOnly,
            Threads = Threads,
        };

    /// <summary>
    /// The options that change what is written, by name, with the scenario's own values where the user gave none: asking for what the
    /// scenario says anyway is the same run. Threads, folder and verbosity are not among them; code is among the inputs.
    /// </summary>
    public IReadOnlyDictionary<string, string> ForManifest(Scenario scenario)
    {
        var options = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["cases"] = string.Join(' ', scenario.Cases.Select(c => c.Id.Value).Where(id => Cases.Count == 0 || Cases.Contains(id))),
            ["measuresOnly"] = MeasuresOnly ? "true" : "false",
            ["outcomes"] = Word(Outcomes),
            ["paths"] = $"{Paths ?? scenario.Simulation.Paths}",
            ["sampling"] = Word(Sampling ?? scenario.Simulation.Sampling),
            ["until"] = Until is { } until ? Describe(until) : "",
            ["seed"] = $"{Seed ?? scenario.Simulation.Seed}",
            ["set"] = string.Join('\n', Set),
        };
        if (Also.Count > 0)
            options["also"] = string.Join(',', Also.Select(Word));
        return options;
    }

    /// <summary>The options that change what a batch writes, by name; empty for what its file and its scenarios say.</summary>
    public IReadOnlyDictionary<string, string> ForBatch() =>
        new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["cases"] = string.Join(' ', Cases),
            ["paths"] = $"{Paths}",
            ["sampling"] = Sampling is { } sampling ? Word(sampling) : "",
            ["until"] = Until is { } until ? Describe(until) : "",
            ["seed"] = $"{Seed}",
            ["set"] = string.Join('\n', Set),
        };

    /// <summary>The command line that makes the same run again.</summary>
    public string CommandFor(string scenario)
    {
        List<string> words = ["riskengine", "run", scenario, .. OutcomeWords()];
        if (Until is { } until)
            words.AddRange(["--until", Describe(until)]);
        if (Outcomes != default)
            words.AddRange(["--outcomes", Word(Outcomes)]);
        if (Also.Count > 0)
            words.AddRange(["--also", string.Join(',', Also.Select(Word))]);
        return Line(words);
    }

    /// <summary>The options that decide what is simulated, as words of a command line.</summary>
    public IReadOnlyList<string> OutcomeWords()
    {
        List<string> words = [];
        foreach (var id in Cases)
            words.AddRange(["--case", id]);
        if (Paths is { } paths)
            words.AddRange(["--paths", $"{paths}"]);
        if (Sampling is { } sampling)
            words.AddRange(["--sampling", Word(sampling)]);
        if (MeasuresOnly)
            words.Add("--measures-only");
        if (Seed is { } seed)
            words.AddRange(["--seed", $"{seed}"]);
        foreach (var set in Set)
            words.AddRange(["--set", set]);
        if (Code.AllowCode)
            words.Add("--allow-code");
        foreach (var plugin in Code.Plugins)
            words.AddRange(["--plugin", plugin]);
        return words;
    }

    /// <summary>Words as a line for a shell.</summary>
    public static string Line(IEnumerable<string> words) => string.Join(' ', words.Select(ShellWord.Quoted));

    private static string Word<T>(T choice)
        where T : struct, Enum => choice.ToString().ToLowerInvariant();

    private static string Describe(PrecisionTarget until) =>
        string.Create(CultureInfo.InvariantCulture, $"{until.Measure.Id}:{until.Horizon}:{until.Error:R}");
}
