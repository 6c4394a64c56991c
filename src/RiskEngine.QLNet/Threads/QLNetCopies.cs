namespace RiskEngine.QLNet.Threads;

/// <summary>
/// The copies of QLNet that threads take and give back; one is made when none is free, up to a number. Which copy does a work changes no
/// bit of its result.
/// </summary>
/// <param name="most">How many there may be.</param>
internal sealed class QLNetCopies(int most)
{
    private readonly object gate = new();
    private readonly Stack<QLNetCopy> free = new();
    private int made;

    /// <summary>Those of the process, as many as it has processors: what they keep apart is the process's own.</summary>
    public static QLNetCopies Shared { get; } = new(QLNetCopy.CanBeMany ? Environment.ProcessorCount : 1);

    /// <summary>How many there may be; copies are numbered below it.</summary>
    public int Most => most;

    /// <summary>A copy that nobody else has; waits until there is one.</summary>
    public QLNetCopy Take()
    {
        int number;
        lock (gate)
        {
            while (free.Count == 0 && made == most)
                Monitor.Wait(gate);
            if (free.TryPop(out var copy))
                return copy;
            number = made++;
        }

        return QLNetCopy.Of(number);
    }

    /// <summary>Lets others have a copy.</summary>
    public void GiveBack(QLNetCopy copy)
    {
        lock (gate)
        {
            free.Push(copy);
            Monitor.Pulse(gate);
        }
    }
}
