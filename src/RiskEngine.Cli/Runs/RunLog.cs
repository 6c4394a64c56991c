using System.Globalization;
using RiskEngine.Cli.Hosting;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace RiskEngine.Cli.Runs;

/// <summary>
/// The log of one run: <c>RUN ID.unfinished/log.txt</c> beside the run's folder while it runs; the report's writer copies it into the
/// finished one. A run that fails leaves its log where it was. The same run in another process at the same time has a number in its
/// folder's name.
/// </summary>
internal sealed class RunLog : IDisposable
{
    private const int MostAtOnce = 100;
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {Message:lj}{NewLine}{Exception}";

    private readonly string folder;
    private readonly FileStream claim;
    private readonly TemporaryPlaces temporary;
    private readonly Logger logger;

    /// <summary>Opens the log of a run, over any older one that no process writes to; its folder is made as needed.</summary>
    /// <param name="runFolder">The folder that the run will have.</param>
    /// <param name="console">Where lines are shown as well; null to show none.</param>
    /// <param name="shown">The folder that reports go under, as the user named it.</param>
    /// <param name="temporary">Notes the folder for as long as the run goes on.</param>
    /// <exception cref="FolderNotWritableException">The folder cannot be made, or nothing can be written into it.</exception>
    public RunLog(string runFolder, string shown, TextWriter? console, TemporaryPlaces temporary)
    {
        this.temporary = temporary;
        (folder, claim) = Take(runFolder + ".unfinished", shown);
        temporary.Add(claim.Name, folder);
        FilePath = Path.Combine(folder, "log.txt");
        File.Delete(FilePath);
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Debug()
            .WriteTo.File(new PlainFormatter(), FilePath, fileSizeLimitBytes: null);
        if (console is not null)
            configuration.WriteTo.Sink(new LineSink(console));
        logger = FolderNotWritableException.Guard(shown, configuration.CreateLogger);
        temporary.Add(folder); // where it was deleted before the log was opened, that has made it again
    }

    /// <summary>Where the log is.</summary>
    public string FilePath { get; }

    /// <summary>Takes what is to be logged; each line is in the file at once.</summary>
    public ILogger Logger => logger;

    /// <summary>Closes the log and removes it: the finished run has its copy, or a cancelled one leaves nothing.</summary>
    public void Remove()
    {
        Dispose();
        Directory.Delete(folder, recursive: true);
        var parent = Path.GetDirectoryName(folder)!;
        try
        {
            if (!Directory.EnumerateFileSystemEntries(parent).Any())
                Directory.Delete(parent);
        }
        catch (IOException)
        {
            // Another run of the scenario has begun to write there, or has cleared it away.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        temporary.Remove(folder);
        temporary.Remove(claim.Name);
        try
        {
            logger.Dispose();
        }
        catch (IOException)
        {
            // The disk is full, and what writes the report tells so: lines that do not fit are lost.
        }

        claim.Dispose();
    }

    /// <summary>
    /// Takes the first folder name that no running process has: <c>X.unfinished</c>, then <c>X.unfinished-2</c>. The file beside it is
    /// locked as long as it is open, and goes when it is closed or its process dies.
    /// </summary>
    private static (string Folder, FileStream Claim) Take(string wanted, string shown)
    {
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : $"{wanted}-{number}";
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(name)!);
                var held = new FileStream(
                    name + ".lock",
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None,
                    bufferSize: 1,
                    FileOptions.DeleteOnClose
                );
                Directory.CreateDirectory(name);
                return (name, held);
            }
            catch (IOException) when (number < MostAtOnce)
            {
                // The same run in another process has it.
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new FolderNotWritableException(shown, e);
            }
        }
    }

    private sealed class LineSink(TextWriter console) : ILogEventSink
    {
        private readonly PlainFormatter formatter = new();

        public void Emit(LogEvent logEvent)
        {
            lock (console)
                formatter.Format(logEvent, console);
        }
    }

    /// <summary>A line of the log, whatever stands in the names and values that it holds.</summary>
    private sealed class PlainFormatter : ITextFormatter
    {
        private readonly MessageTemplateTextFormatter formatter = new(Line, CultureInfo.InvariantCulture);

        public void Format(LogEvent logEvent, TextWriter output) => formatter.Format(logEvent, new PlainWriter(output));
    }
}
