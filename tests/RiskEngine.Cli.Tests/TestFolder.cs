using RiskEngine.Cli.Hosting;
using Spectre.Console;

namespace RiskEngine.Cli.Tests;

/// <summary>A folder of its own in which command lines run in this process, with a fixed clock and a screen of fixed width.</summary>
internal sealed class TestFolder : IDisposable
{
    private readonly string path = Directory.CreateTempSubdirectory("riskengine-").FullName;

    /// <summary>What the clock shows.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 2, 6, 12, 0, 0, TimeSpan.Zero);

    /// <summary>How much memory there is, in bytes.</summary>
    public long Memory { get; set; } = long.MaxValue;

    /// <summary>How the program is started in processes of its own.</summary>
    public ProgramStart Program { get; set; } = new("dotnet", [typeof(CommandLine).Assembly.Location]);

    /// <summary>The environment's variables.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>Ends the process by force; null where nothing does.</summary>
    public ForcedEnd? End { get; set; }

    /// <summary>Called with each line that goes to the error output.</summary>
    public Action<string> OnError { get; set; } = _ => { };

    public string PathOf(string name) => Path.Combine(path, name);

    public bool Has(string name) => Path.Exists(PathOf(name));

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), text);
    }

    /// <summary>Files below a folder, relative to it, in ordinal order; empty when there is no such folder.</summary>
    public string[] FilesIn(string name) =>
        Has(name)
            ?
            [
                .. Directory
                    .EnumerateFiles(PathOf(name), "*", SearchOption.AllDirectories)
                    .Select(f => Path.GetRelativePath(PathOf(name), f))
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    public Answer Run(params string[] args) => Run(args, default);

    public Answer Run(string[] args, CancellationToken cancel)
    {
        using var output = new StringWriter();
        using var error = new LineWriter(line => OnError(line));
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = 120;
        var code = CommandLine
            .RunAsync(
                args,
                new CommandEnvironment(console, error, new FixedClock(Now), path)
                {
                    Memory = Memory,
                    ForcedEnd = End,
                    Program = Program,
                    Variable = Variables.GetValueOrDefault,
                },
                cancel
            )
            .GetAwaiter()
            .GetResult();
        return new Answer(code, output.ToString().ReplaceLineEndings("\n"), error.ToString().ReplaceLineEndings("\n"));
    }

    public void Dispose() => Directory.Delete(path, recursive: true);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }

    private sealed class LineWriter(Action<string> onLine) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            onLine(value ?? "");
        }
    }
}

/// <summary>What a command line gave.</summary>
internal sealed record Answer(int Code, string Output, string Error)
{
    public string LastLine => Output.TrimEnd('\n').Split('\n')[^1];
}
