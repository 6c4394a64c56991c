using RiskEngine.Batches.Jobs;
using RiskEngine.Cli.Texts;
using RiskEngine.Results.Batches;
using Spectre.Console;

namespace RiskEngine.Cli.Screens;

/// <summary>Progress of a batch as bars: its own with the time that is left, and one for each job that is running.</summary>
internal sealed class BatchBars : IProgress<BatchProgress>
{
    private readonly string title;
    private readonly bool tellsFailures;
    private readonly ProgressContext context;
    private readonly TextWriter writer;
    private readonly Lock gate = new();
    private readonly TimeLeft time;
    private readonly ProgressTask all;
    private readonly Dictionary<long, ProgressTask> running = [];

    /// <summary>Shows the batch's own bar.</summary>
    public BatchBars(string title, bool tellsFailures, ProgressContext context, TextWriter writer, TimeProvider clock)
    {
        (this.title, this.tellsFailures, this.context, this.writer) = (title, tellsFailures, context, writer);
        time = new TimeLeft(clock);
        all = context.AddTask(Markup.Escape(title), maxValue: 1);
    }

    /// <inheritdoc/>
    public void Report(BatchProgress value)
    {
        lock (gate)
        {
            if (tellsFailures && value is { JustFailed: { } failed, Failed: <= BatchLines.MostFailures })
                writer.WriteLine(BatchLines.FailedLine(title, failed));
            var left = time.After(value);
            all.Description = Markup.Escape(
                $"{title}: {Figures.Count(value.Finished)} of {Figures.Counted(value.Jobs, "job")}{(left.Length > 0 ? $", {left}" : "")}"
            );
            all.Value = Math.Max(all.Value, value.Fraction);
            foreach (var (job, fraction) in value.Running)
            {
                if (!running.TryGetValue(job.Index, out var bar))
                    running.Add(job.Index, bar = context.AddTask(Markup.Escape(NameOf(job)), maxValue: 1));
                bar.Value = fraction;
            }

            foreach (var index in running.Keys.Except(value.Running.Select(r => r.Job.Index)).ToList())
            {
                running[index].StopTask();
                context.RemoveTask(running[index]);
                running.Remove(index);
            }
        }
    }

    private static string NameOf(Job job) => $"  job {job.Index}: {string.Join(", ", [job.Case, .. job.Values.Select(v => v.Value)])}";
}
