using RiskEngine.Cli.Hosting;
using Spectre.Console;

namespace RiskEngine.Cli;

/// <summary>All that the commands see of what is around them; tests hand in their own.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where diagnostics, plain progress and verbose logs go.</param>
/// <param name="Clock">Dates the log and the manifest's <c>started</c>, and times progress; no result depends on it.</param>
/// <param name="Folder">The current folder, which relative paths start from; a full path.</param>
public sealed record CommandEnvironment(IAnsiConsole Output, TextWriter Error, TimeProvider Clock, string Folder)
{
    /// <summary>Where results go; drawn things and lines alike, but nothing that would command a terminal.</summary>
    public IAnsiConsole Output { get; init; } = Plain(Output);

    /// <summary>Where diagnostics, plain progress and verbose logs go; nothing that would command a terminal.</summary>
    public TextWriter Error { get; init; } = new PlainWriter(Error);

    /// <summary>Width of tables when the output goes to a file or a pipe, in characters.</summary>
    private const int RedirectedWidth = 120;

    /// <summary>How many bytes of memory this process may use; runs that need more are refused.</summary>
    public long Memory { get; init; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>What a command makes for as long as it runs.</summary>
    public TemporaryPlaces Temporary { get; init; } = new();

    /// <summary>Ends the process where a command cannot; null where that is not to be, as in tests.</summary>
    public ForcedEnd? ForcedEnd { get; init; }

    /// <summary>Who watches this process from outside; null for nobody.</summary>
    public Supervision? Supervision { get; init; }

    /// <summary>Who started this process to do a part of its work; null for nobody.</summary>
    public ParentProcess? Parent { get; init; }

    /// <summary>How this program is started again.</summary>
    public ProgramStart Program { get; init; } = ProgramStart.OfProcess();

    /// <summary>The value of an environment variable; null where it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>That of this process.</summary>
    public static CommandEnvironment OfProcess()
    {
        var output = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
                Interactive = Console.IsOutputRedirected ? InteractionSupport.No : InteractionSupport.Detect,
                Out = new AnsiConsoleOutput(Console.IsOutputRedirected ? new TolerantWriter(Console.Out) : Console.Out),
            }
        );
        if (Console.IsOutputRedirected)
            output.Profile.Width = RedirectedWidth;
        return new CommandEnvironment(
            output,
            TextWriter.Synchronized(new TolerantWriter(Console.Error)),
            TimeProvider.System,
            Environment.CurrentDirectory
        );
    }

    /// <summary>Where results go as text, without markup or wrapping: what is to be piped into a file.</summary>
    public TextWriter Text => new PlainWriter(Output.Profile.Out.Writer);

    /// <summary>Writes a line without markup or wrapping.</summary>
    public void WriteLine(string line) => Text.WriteLine(line);

    private static IAnsiConsole Plain(IAnsiConsole console)
    {
        console.Pipeline.Attach(new PlainRendering());
        return console;
    }

    /// <summary>The full form of a path that the user gave.</summary>
    public string FullPath(string path) => Path.GetFullPath(path, Folder);

    /// <summary>A path as the user would write it: relative where it lies below the current folder, else in full.</summary>
    public string DisplayPath(string path)
    {
        var relative = Path.GetRelativePath(Folder, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
