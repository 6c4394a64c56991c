using RiskEngine.Batches.Jobs;
using RiskEngine.Cli.Runs;
using Spectre.Console;

namespace RiskEngine.Cli.Screens;

/// <summary>Progress of a batch: a bar for it and for each job that is running on a terminal, lines where there is none.</summary>
internal static class BatchProgressScreen
{
    /// <summary>Does something while its progress is shown.</summary>
    public static Task<T> ShowAsync<T>(
        string title,
        RunSettings settings,
        CommandEnvironment environment,
        Func<IProgress<BatchProgress>?, Task<T>> run
    )
    {
        if (settings.Quiet)
            return run(null);
        if (!environment.Output.Profile.Capabilities.Interactive || settings.Verbose)
            return run(new BatchLines(title, environment.Error, environment.Clock));
        return environment
            .Output.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .StartAsync(context => run(new BatchBars(title, context, environment.Error, environment.Clock)));
    }
}
