using Spectre.Console;

namespace RiskEngine.Cli.Screens;

/// <summary>Progress as a bar with the time that is left, for terminals.</summary>
internal static class LiveProgress
{
    /// <summary>Runs something while the bar is shown; the bar is gone when it has ended.</summary>
    public static Task<T> ShowAsync<T>(IAnsiConsole console, string title, Func<IProgress<RunProgress>, Task<T>> run) =>
        console
            .Progress()
            .AutoClear(true)
            .HideCompleted(false)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(context => run(new Bar(title, context.AddTask(Markup.Escape(title), maxValue: 1))));

    private sealed class Bar(string title, ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.Description = Markup.Escape($"{title}: {value.Stage}");
            task.Value = value.Fraction;
        }
    }
}
