using RiskEngine.Batches.Jobs;
using RiskEngine.Cli.Runs;
using Spectre.Console;

namespace RiskEngine.Cli.Screens;

/// <summary>Progress of a batch: a bar for it and for each job that is running on a terminal, lines where there is none.</summary>
internal static class BatchProgressScreen
{
    /// <summary>Does something while its progress is shown.</summary>
    /// <param name="title">What is done.</param>
    /// <param name="tellsFailures">Whether a job that fails is news; where numbers are varied to find out how far they may be, it is
    /// not.</param>
    /// <param name="settings">What the user asked for.</param>
    /// <param name="environment">Where progress goes, and the clock.</param>
    /// <param name="run">Does it.</param>
    public static Task<T> ShowAsync<T>(
        string title,
        bool tellsFailures,
        RunSettings settings,
        CommandEnvironment environment,
        Func<IProgress<BatchProgress>?, Task<T>> run
    )
    {
        if (settings.Quiet)
            return run(null);
        if (!environment.Output.Profile.Capabilities.Interactive || settings.Verbose)
            return run(new BatchLines(title, tellsFailures, environment.Error, environment.Clock));
        return environment
            .Output.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => run(new BatchBars(title, tellsFailures, context, environment.Error, environment.Clock)));
    }
}
