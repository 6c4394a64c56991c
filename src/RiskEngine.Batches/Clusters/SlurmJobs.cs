using System.Diagnostics;
using System.Globalization;
using System.Text;
using RiskEngine.Abstractions.Files;

namespace RiskEngine.Batches.Clusters;

/// <summary>Submits a run to Slurm by its own commands, and waits until it has come to an end.</summary>
/// <param name="job">The run.</param>
/// <param name="wait">Waits between two looks at the queue.</param>
public sealed class SlurmJobs(SlurmJob job, Func<CancellationToken, Task> wait)
{
    // Between the end of a job and its last file becoming visible everywhere a network file system may take a while.
    private const int LooksAfterTheEnd = 30;
    private const int MostExitBytes = 100;

    /// <summary>The jobs' numbers, once they are submitted.</summary>
    /// <param name="Array">The array of shards.</param>
    /// <param name="Merge">The job that merges.</param>
    public sealed record Numbers(string Array, string Merge);

    /// <summary>Submits the array, and the job that merges after it.</summary>
    /// <exception cref="ClusterFailedException">Slurm is not there, or refuses.</exception>
    public async Task<Numbers> SubmitAsync(CancellationToken cancel)
    {
        var array = Number(await RunAsync(job.SubmitArray, cancel));
        try
        {
            return new Numbers(array, Number(await RunAsync(job.SubmitMerge(array), cancel)));
        }
        catch (ClusterFailedException)
        {
            await CancelAsync(array);
            throw;
        }
    }

    /// <summary>Waits until the job that merges has ended.</summary>
    /// <param name="numbers">The jobs.</param>
    /// <param name="told">Called with how many tasks are still in the queue, each time that it is looked at.</param>
    /// <param name="cancel">Stops waiting; the jobs go on.</param>
    /// <returns>The exit code of the merge.</returns>
    /// <exception cref="ClusterFailedException">A task failed for good, so that nothing is merged.</exception>
    public async Task<int> FollowAsync(Numbers numbers, Action<int> told, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        ArgumentNullException.ThrowIfNull(told);
        var left = LooksAfterTheEnd;
        while (true)
        {
            if (MergeExit() is { } code)
                return code;
            var queue = await QueueAsync(numbers, cancel);
            told(queue.Count(line => line.Split(' ', '_')[0] == numbers.Array));
            if (queue.Any(line => line.Contains("DependencyNeverSatisfied", StringComparison.Ordinal)))
            {
                await CancelAsync(numbers.Merge);
                throw new ClusterFailedException(
                    $"tasks of the array {numbers.Array} failed; what they said is in {job.Folder}/shard-*.log"
                );
            }

            if (queue.Count > 0)
                left = LooksAfterTheEnd;
            else if (--left == 0)
                throw new ClusterFailedException($"the jobs left the queue without a result; what they said is in {job.Folder}");
            await wait(cancel);
        }
    }

    /// <summary>Lines of number, state and reason, one a task; the queue forgets jobs that have ended.</summary>
    private static async Task<IReadOnlyList<string>> QueueAsync(Numbers numbers, CancellationToken cancel)
    {
        var lines = await RunAsync(["squeue", "--noheader", "--array", "--me", "--format=%i %T %r"], cancel);
        return
        [
            .. lines
                .Split('\n')
                .Where(line => line.Split(' ', '_')[0] is var number && (number == numbers.Array || number == numbers.Merge)),
        ];
    }

    private int? MergeExit() =>
        RegularFile.Read(job.MergeExit, MostExitBytes, out _) is { } bytes
        && int.TryParse(Encoding.ASCII.GetString(bytes).Trim(), CultureInfo.InvariantCulture, out var code)
            ? code
            : null;

    private static async Task CancelAsync(string number)
    {
        try
        {
            await RunAsync(["scancel", number], CancellationToken.None);
        }
        catch (ClusterFailedException)
        {
            // What failed before is told; this job can wait no more for anything.
        }
    }

    /// <summary><c>123</c>, or <c>123;cluster</c> where there are several.</summary>
    private static string Number(string parsable) => parsable.Trim().Split(';')[0];

    private static async Task<string> RunAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(words[0])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in words.Skip(1))
            start.ArgumentList.Add(word);
        try
        {
            using var process = Process.Start(start)!;
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0
                ? await output
                : throw new ClusterFailedException($"{words[0]} ended with exit code {process.ExitCode}: {(await error).Trim()}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new ClusterFailedException($"expected Slurm's command {words[0]} on this machine, found: {e.Message}", e);
        }
    }
}
