using System.Collections.Concurrent;
using RiskEngine.Analysis.Columns;

namespace RiskEngine.Measuring;

/// <summary>Buffers for sorting columns, used again and again; no more of them at once than a stated amount of memory holds.</summary>
/// <param name="paths">Length of the columns.</param>
/// <param name="threads">Number of threads, above zero.</param>
internal sealed class SortBuffers(int paths, int threads)
{
    // With columns so long that fewer buffers than threads fit, simulating takes far longer than sorting.
    private const long MostBytes = 200_000_000;

    private readonly ConcurrentBag<float[]> buffers = [];
    private readonly int atOnce = AtOnce(paths, threads);

    /// <summary>How many bytes the buffers take.</summary>
    public static long BytesNeeded(int paths, int threads) => AtOnce(paths, threads) * BytesOfOne(paths);

    /// <summary>Does independent pieces of work on the threads, each with a buffer; who is done with one takes the next.</summary>
    public void Do(IReadOnlyList<Action<float[]>> pieces)
    {
        var next = -1;
        Parallel.For(
            0,
            Math.Min(atOnce, pieces.Count),
            (_, loop) =>
            {
                var buffer = Take();
                for (
                    var at = Interlocked.Increment(ref next);
                    at < pieces.Count && !loop.IsExceptional;
                    at = Interlocked.Increment(ref next)
                )
                    pieces[at](buffer);
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

    private static int AtOnce(int paths, int threads) => (int)Math.Clamp(MostBytes / BytesOfOne(paths), 1, threads);

    private static long BytesOfOne(int paths) => (long)SortedColumn.ScratchLength(paths) * sizeof(float);

    private float[] Take() => buffers.TryTake(out var buffer) ? buffer : new float[SortedColumn.ScratchLength(paths)];
}
