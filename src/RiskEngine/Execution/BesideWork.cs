namespace RiskEngine.Execution;

/// <summary>Work that is begun and left to itself until its results are needed; what it throws comes out where it is waited for.</summary>
/// <param name="threads">Number of threads of the run; with one, work is done at once.</param>
/// <param name="cancel">Stops what has not begun.</param>
internal sealed class BesideWork<TKey>(int threads, CancellationToken cancel)
    where TKey : class
{
    private readonly List<(TKey Key, Task Task)> begun = [];

    // One thread is left to the work in front.
    private readonly TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair(
        TaskScheduler.Default,
        Math.Max(1, threads - 1)
    ).ConcurrentScheduler;

    /// <summary>Begins a piece of work.</summary>
    public void Begin(TKey key, Action work)
    {
        if (threads == 1)
            work();
        else
            begun.Add((key, Task.Factory.StartNew(work, cancel, TaskCreationOptions.HideScheduler, scheduler)));
    }

    /// <summary>Waits for some of it.</summary>
    public void WaitFor(Func<TKey, bool> which)
    {
        foreach (var piece in begun.Where(b => which(b.Key)).ToArray())
        {
            piece.Task.GetAwaiter().GetResult();
            begun.Remove(piece);
        }
    }

    /// <summary>Waits until nothing runs any more, whatever came of it: something else has failed already.</summary>
    public void Abandon()
    {
        foreach (var (_, task) in begun)
            ((IAsyncResult)task).AsyncWaitHandle.WaitOne();
    }
}
