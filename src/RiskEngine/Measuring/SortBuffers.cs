using System.Collections.Concurrent;
using RiskEngine.Analysis.Columns;
using RiskEngine.Plans;

namespace RiskEngine.Measuring;

/// <summary>Buffers for sorting columns, used again and again; no more of them at once than a stated amount of memory holds.</summary>
/// <param name="paths">Length of the columns.</param>
/// <param name="workers">How many sort at the same time, above zero.</param>
internal sealed class SortBuffers(int paths, int workers)
{
    // With columns so long that fewer buffers than threads fit, simulating takes far longer than sorting.
    private const long MostBytes = 200_000_000;

    private readonly ConcurrentBag<float[]> buffers = [];

    /// <summary>The memory that buffers take: one for each of the threads, or as many as fit.</summary>
    public static Workspace Needs(int paths, int threads) =>
        Workspace.Within(MostBytes, (long)SortedColumn.ScratchLength(paths) * sizeof(float), threads);

    /// <summary>Does independent pieces of work on the threads, each with a buffer; who is done with one takes the next.</summary>
    public void Do(IReadOnlyList<Action<float[]>> pieces)
    {
        var next = -1;
        Parallel.For(
            0,
            Math.Min(workers, pieces.Count),
            (_, loop) =>
            {
                var buffer = Take();
                for (
                    var at = Interlocked.Increment(ref next);
                    at < pieces.Count && !loop.IsExceptional;
                    at = Interlocked.Increment(ref next)
                )
                {
                    pieces[at](buffer);
                }

                buffers.Add(buffer);
            }
        );
    }

    /// <summary>Does one piece of work with a buffer.</summary>
    public T With<T>(Func<float[], T> work)
    {
        var buffer = Take();
        var done = work(buffer);
        buffers.Add(buffer);
        return done;
    }

    private float[] Take() => buffers.TryTake(out var buffer) ? buffer : new float[SortedColumn.ScratchLength(paths)];
}
