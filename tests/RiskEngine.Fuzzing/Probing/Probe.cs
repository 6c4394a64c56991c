using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Cli;
using Spectre.Console;

namespace RiskEngine.Fuzzing.Probing;

/// <summary>Runs one command line in a folder, as a process of its own would, and looks at all that comes out.</summary>
public static partial class Probe
{
    /// <summary>The longest that a command may take of the processor, and, where it does not take it, of time.</summary>
    private static readonly (TimeSpan Processor, TimeSpan Clock) patience = (TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2));

    /// <summary>Files that the program writes as text.</summary>
    private static readonly string[] textual = [".csv", ".md", ".html", ".json", ".yaml", ".txt", ".log"];

    /// <summary>How long work goes on before it is cancelled.</summary>
    private static readonly TimeSpan enough = TimeSpan.FromSeconds(3);

    /// <summary>Runs a command on files that are as they should be.</summary>
    /// <param name="folder">The current folder.</param>
    /// <param name="args">The command line.</param>
    /// <returns>What went wrong; null when it has done what it should.</returns>
    public static string? Prepare(string folder, string[] args)
    {
        using var text = new StringWriter();
        return CommandLine.RunAsync(args, Environment(folder, text, text)).GetAwaiter().GetResult() == ExitCode.Done
            ? null
            : text.ToString();
    }

    /// <summary>Runs a command.</summary>
    /// <param name="folder">The current folder; what is written goes under its folder <c>out</c>.</param>
    /// <param name="args">The command line.</param>
    /// <param name="isWork">Whether it is cancelled when it takes longer than anybody waits for.</param>
    /// <returns>What was wrong with it; null when all was as it should be.</returns>
    public static Fault? Run(string folder, string[] args, bool isWork = false)
    {
        var before = FilesIn(folder).ToDictionary(f => f, File.GetLastWriteTimeUtc);
        using var cancel = new CancellationTokenSource();
        using var output = new StringWriter();
        using var error = new StringWriter();
        Exception? thrown = null;
        var code = -1;
        var thread = new Thread(() =>
        {
            try
            {
                code = CommandLine.RunAsync(args, Environment(folder, output, error), cancel.Token).GetAwaiter().GetResult();
            }
            catch (Exception e) // whatever a command lets out is what is looked for
            {
                thrown = e;
            }
        })
        {
            IsBackground = true,
        };
        thread.Start();
        if (isWork)
            cancel.CancelAfter(enough);
        if (!HasEnded(thread))
        {
            return new Fault(
                "hang",
                $"more than {patience.Processor.TotalSeconds} seconds of the processor, or {patience.Clock.TotalSeconds} in all"
            );
        }

        if (thrown is not null)
            return new Fault($"thrown {thrown.GetType().Name} {First(thrown)}", thrown.ToString());
        if (code is not (ExitCode.Done or ExitCode.BadInput or ExitCode.LimitBreached) && !(isWork && IsExpected(code, error.ToString())))
            return new Fault($"exit {code}: {WithoutDetails(error.ToString())}", error.ToString());
        return Raw("the terminal", output.ToString())
            ?? Raw("the terminal", error.ToString())
            ?? Written(FilesIn(folder).Where(f => !before.TryGetValue(f, out var then) || then != File.GetLastWriteTimeUtc(f)))
            ?? Unplaced(error.ToString(), folder);
    }

    /// <summary>Whether work was cancelled, or some of a batch's jobs were refused, which its exit code tells.</summary>
    private static bool IsExpected(int code, string error) =>
        code == ExitCode.Cancelled
        || (code == ExitCode.UnexpectedFailure && !error.Contains("unexpected failure", StringComparison.Ordinal));

    /// <summary>A busy machine may keep a command waiting for long.</summary>
    private static bool HasEnded(Thread thread)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        while (!thread.Join(TimeSpan.FromSeconds(0.1)))
        {
            process.Refresh();
            if (process.TotalProcessorTime - before > patience.Processor || watch.Elapsed > patience.Clock)
                return false;
        }

        return true;
    }

    private static CommandEnvironment Environment(string folder, TextWriter output, TextWriter error)
    {
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),
            }
        );
        console.Profile.Width = 120;
        return new CommandEnvironment(console, error, TimeProvider.System, folder) { Memory = 1L << 30 };
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        new[] { "out", "scenario", "reports", "shards" }
            .Select(p => Path.Combine(folder, p))
            .Where(Directory.Exists)
            .SelectMany(p => Directory.EnumerateFiles(p, "*", SearchOption.AllDirectories));

    /// <summary>Looks at files that a command has written for what no outside text may leave in them.</summary>
    /// <param name="files">Their paths; those that hold no text are left out.</param>
    /// <returns>The first raw control or bidi character; null when there is none.</returns>
    public static Fault? Written(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            var isCopy =
                Path.GetFileName(Path.GetDirectoryName(file)) == "articles" && !file.EndsWith(".reading.html", StringComparison.Ordinal);
            if (textual.Contains(Path.GetExtension(file)) && !isCopy && !file.EndsWith("claims.json", StringComparison.Ordinal))
            {
                if (Raw(Path.GetFileName(file), File.ReadAllText(file)) is { } fault)
                    return fault;
            }
        }

        return null;
    }

    private static Fault? Raw(string where, string text)
    {
        var at = 0;
        while (at < text.Length && (!PlainLine.IsUnprintable(text[at]) || text[at] is '\n' or '\r' or '\t'))
            at++;
        return at == text.Length
            ? null
            : new Fault($"raw U+{(int)text[at]:X4} in {where}", text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 200)]);
    }

    /// <summary>An error about a file that has lines has a line and a column.</summary>
    private static Fault? Unplaced(string errors, string folder)
    {
        foreach (var line in errors.Split('\n'))
        {
            var mark = line.IndexOf(": error: ", StringComparison.Ordinal);
            if (mark < 0 || line.StartsWith("--", StringComparison.Ordinal) || line.StartsWith("riskengine", StringComparison.Ordinal))
                continue;
            var place = line[..mark];
            var isText =
                !place.EndsWith(".dll", StringComparison.Ordinal)
                && File.Exists(Path.Combine(folder, Place().Replace(place, "").Split('[')[0]));
            if (
                isText
                && !WithColumn().IsMatch(place)
                && !line.Contains("the file ", StringComparison.Ordinal)
                && !line.Contains("--allow-code", StringComparison.Ordinal)
            )
            {
                return new Fault($"no place: {WithoutDetails(line[mark..])}", line);
            }
        }

        return null;
    }

    private static string First(Exception e) => e.StackTrace?.Split('\n')[0].Trim() ?? "";

    /// <summary>Without what is quoted and without numbers.</summary>
    private static string WithoutDetails(string text)
    {
        var kind = new StringBuilder();
        var isQuoted = false;
        foreach (var character in text.Split('\n')[0])
        {
            isQuoted ^= character == '\'';
            if (!isQuoted && !char.IsAsciiDigit(character))
                kind.Append(character);
        }

        return kind.Length > 160 ? kind.ToString(0, 160) : kind.ToString();
    }

    [GeneratedRegex(@"(:\d+){1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex(@":\d+:\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WithColumn();
}
