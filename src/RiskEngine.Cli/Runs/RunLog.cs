using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace RiskEngine.Cli.Runs;

/// <summary>
/// The log of one run: <c>RUN ID.unfinished/log.txt</c> beside the run's folder while it runs; the report's writer copies it into the finished
/// one. A run that fails leaves its log where it was.
/// </summary>
internal sealed class RunLog : IDisposable
{
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff zzz} {Level:u3} {Message:lj}{NewLine}{Exception}";

    private readonly string folder;
    private readonly Logger logger;

    /// <summary>Opens the log of a run, over any older one; its folder is made as needed.</summary>
    /// <param name="runFolder">The folder that the run will have.</param>
    /// <param name="console">Where lines are shown as well; null to show none.</param>
    public RunLog(string runFolder, TextWriter? console)
    {
        folder = runFolder + ".unfinished";
        FilePath = Path.Combine(folder, "log.txt");
        Directory.CreateDirectory(folder);
        File.Delete(FilePath);
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Debug()
            .WriteTo.File(FilePath, outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture, fileSizeLimitBytes: null);
        if (console is not null)
            configuration.WriteTo.Sink(new LineSink(console));
        logger = configuration.CreateLogger();
    }

    /// <summary>Where the log is.</summary>
    public string FilePath { get; }

    /// <summary>Takes what is to be logged; each line is in the file at once.</summary>
    public ILogger Logger => logger;

    /// <summary>Closes the log and removes it: the finished run has its copy, or a cancelled one leaves nothing.</summary>
    public void Remove()
    {
        logger.Dispose();
        Directory.Delete(folder, recursive: true);
        var parent = Path.GetDirectoryName(folder)!;
        if (!Directory.EnumerateFileSystemEntries(parent).Any()) Directory.Delete(parent);
    }

    /// <inheritdoc/>
    public void Dispose() => logger.Dispose();

    private sealed class LineSink(TextWriter console) : ILogEventSink
    {
        private readonly MessageTemplateTextFormatter formatter = new(Line, CultureInfo.InvariantCulture);

        public void Emit(LogEvent logEvent)
        {
            lock (console)
                formatter.Format(logEvent, console);
        }
    }
}
