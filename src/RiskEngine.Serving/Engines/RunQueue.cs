namespace RiskEngine.Serving.Engines;

/// <summary>
/// One run at a time, for it takes all cores; of one page only its latest question is worked on, and an earlier one is cancelled.
/// </summary>
internal sealed class RunQueue : IDisposable
{
    private readonly SemaphoreSlim turn = new(1);
    private readonly Dictionary<string, CancellationTokenSource> latest = new(StringComparer.Ordinal);

    /// <summary>Does work when its turn comes.</summary>
    /// <param name="page">Which page asks.</param>
    /// <param name="work">The work.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled, or a later question of the same page came.</exception>
    public async Task<T> DoAsync<T>(string page, Func<CancellationToken, T> work, CancellationToken cancel)
    {
        using var own = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        lock (latest)
        {
            if (latest.TryGetValue(page, out var earlier))
                earlier.Cancel();
            latest[page] = own;
        }

        try
        {
            await turn.WaitAsync(own.Token);
            try
            {
                return await Task.Run(() => work(own.Token), own.Token);
            }
            finally
            {
                turn.Release();
            }
        }
        finally
        {
            lock (latest)
            {
                if (latest.GetValueOrDefault(page) == own)
                    latest.Remove(page);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
