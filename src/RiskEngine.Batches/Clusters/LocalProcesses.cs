using System.Diagnostics;
using RiskEngine.Plans;

namespace RiskEngine.Batches.Clusters;

/// <summary>
/// Computes shards in processes of this machine, a few at a time. After a failure none is started any more, and those that run come to
/// their end: what is finished is kept.
/// </summary>
/// <param name="start">How the process of a shard is started; its standard streams are taken over. It is to end when its input
/// does.</param>
/// <param name="atOnce">How many run at the same time, above zero.</param>
public sealed class LocalProcesses(Func<Shard, ProcessStartInfo> start, int atOnce)
{
    private static readonly TimeSpan grace = TimeSpan.FromSeconds(3);

    /// <summary>Computes shards.</summary>
    /// <param name="shards">Which.</param>
    /// <param name="done">Called after each one that succeeded, from any thread.</param>
    /// <param name="cancel">Ends all processes.</param>
    /// <exception cref="ShardFailedException">One of them failed; the first one that did.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task RunAsync(IEnumerable<Shard> shards, Action<Shard> done, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(shards);
        ArgumentNullException.ThrowIfNull(done);
        ArgumentOutOfRangeException.ThrowIfLessThan(atOnce, 1);
        var left = new Queue<Shard>(shards);
        ShardFailedException? failure = null;

        async Task Work()
        {
            while (Next() is { } shard)
            {
                if (await RunAsync(shard, cancel) is { } failed)
                    Interlocked.CompareExchange(ref failure, failed, null);
                else
                    done(shard);
            }
        }

        Shard? Next()
        {
            lock (left)
                return failure is null && !cancel.IsCancellationRequested && left.TryDequeue(out var shard) ? shard : null;
        }

        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => Work()));
        cancel.ThrowIfCancellationRequested();
        if (failure is not null)
            throw failure;
    }

    private async Task<ShardFailedException?> RunAsync(Shard shard, CancellationToken cancel)
    {
        var how = start(shard);
        (how.UseShellExecute, how.RedirectStandardInput, how.RedirectStandardOutput, how.RedirectStandardError) = (false, true, true, true);
        using var process = new Process { StartInfo = how };
        var said = new LastLines();
        process.OutputDataReceived += (_, _) => { }; // it says where the shard is, which is known
        process.ErrorDataReceived += (_, line) => said.Add(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel);
        }
        catch (OperationCanceledException)
        {
            process.StandardInput.Close();
            if (!process.WaitForExit(grace))
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            return null;
        }

        return process.ExitCode == 0 ? null : new ShardFailedException(shard, process.ExitCode, said.Text);
    }
}
