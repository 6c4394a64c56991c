using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Paths;

/// <summary>
/// Which paths a block holds: consecutive ones, or any that are simulated again. Their draws are the same bits either way.
/// </summary>
/// <param name="isMirrored">Whether every odd path mirrors the draws of the even one before it (antithetic pairs).</param>
/// <param name="origin">The path that stands first in the columns.</param>
internal sealed class PathBlock(bool isMirrored = false, int origin = 0)
{
    /// <summary>
    /// Paths in a block: small enough for the block's state to stay in a core's cache, a multiple of the random streams' groups.
    /// </summary>
    public const int Size = 256;

    private const int RowsAtOnce = 8;

    private readonly long[] paths = new long[Size];
    private readonly long[] drawn = new long[Size];
    private bool isConsecutive;

    /// <summary>
    /// How many paths count; the rest of the block repeats the last one or goes on beyond the last path, and is not recorded.
    /// </summary>
    public int Count { get; private set; }

    /// <summary>The path at a place of the block.</summary>
    public long this[int at] => paths[at];

    /// <summary>Where the path at a place of the block stands in the columns.</summary>
    public long RowOf(int at) => paths[at] - origin;

    /// <summary>Takes consecutive paths.</summary>
    /// <param name="first">The first one, a multiple of <see cref="Size"/>.</param>
    /// <param name="count">How many of them count.</param>
    public void Take(long first, int count)
    {
        (isConsecutive, Count) = (true, count);
        for (var k = 0; k < paths.Length; k++)
            paths[k] = first + k;
        NoteDrawn();
    }

    /// <summary>Takes any paths, at least one and at most <see cref="Size"/>.</summary>
    /// <param name="rows">Where they stand in the columns.</param>
    public void Take(ReadOnlySpan<int> rows)
    {
        (isConsecutive, Count) = (false, rows.Length);
        for (var k = 0; k < paths.Length; k++)
            paths[k] = origin + rows[Math.Min(k, rows.Length - 1)];
        NoteDrawn();
    }

    /// <summary>Whether the paths follow each other.</summary>
    public bool IsConsecutive => isConsecutive;

    /// <summary>Draws standard normals for all paths of the block.</summary>
    public void FillNormals(RandomStream stream, uint counter, Span<float> normals) => FillNormals([stream], counter, normals);

    /// <summary>Draws standard normals of some streams for all paths of the block.</summary>
    /// <param name="streams">The streams.</param>
    /// <param name="counter">The counter of their draws.</param>
    /// <param name="normals">One row of <see cref="Size"/> for each stream.</param>
    public void FillNormals(ReadOnlySpan<RandomStream> streams, uint counter, Span<float> normals)
    {
        // A few rows of words become normals together: more at a time would leave the nearest cache, fewer spend more on being called.
        for (var from = 0; from < streams.Length; from += RowsAtOnce)
        {
            var rows = normals.Slice(from * Size, Math.Min(RowsAtOnce, streams.Length - from) * Size);
            var words = MemoryMarshal.Cast<float, uint>(rows);
            for (var at = 0; at < words.Length; at += Size)
            {
                var stream = streams[from + at / Size];
                if (isConsecutive)
                    stream.FillWords(paths[0], counter, words.Slice(at, Size));
                else
                    stream.FillWords(drawn, counter, words.Slice(at, Size));
            }

            InverseNormalKernel.Transform(words, rows);
        }

        if (!isMirrored)
            return;
        for (var at = 0; at < normals.Length; at += Size)
        {
            for (var k = 0; k < Size; k++)
            {
                if (paths[k] != drawn[k])
                    normals[at + k] = isConsecutive ? -normals[at + k - 1] : -normals[at + k];
            }
        }
    }

    /// <summary>Draws random words for all paths of the block; the words of a mirrored path are those of its pair turned over.</summary>
    public void FillWords(RandomStream stream, uint counter, Span<uint> words, uint plane)
    {
        if (isConsecutive)
            stream.FillWords(paths[0], counter, words, plane);
        else
            stream.FillWords(drawn, counter, words, plane);
        if (!isMirrored)
            return;
        for (var k = 0; k < words.Length; k++)
        {
            if (paths[k] != drawn[k])
                words[k] = ~(isConsecutive ? words[k - 1] : words[k]);
        }
    }

    /// <summary>Draws uniforms for all paths of the block.</summary>
    public void FillUniforms(RandomStream stream, uint counter, Span<double> uniforms)
    {
        if (isConsecutive)
            stream.FillUniforms(paths[0], counter, uniforms);
        else
            stream.FillUniforms(drawn, counter, uniforms);
        if (!isMirrored)
            return;
        for (var k = 0; k < uniforms.Length; k++)
        {
            if (paths[k] != drawn[k])
                uniforms[k] = isConsecutive ? 1 - uniforms[k - 1] : 1 - uniforms[k];
        }
    }

    /// <summary>Writes numbers into a column, each at its path's place; what lies beyond the column's end is left out.</summary>
    public void Write(ReadOnlySpan<double> values, float[] column)
    {
        if (isConsecutive)
        {
            var count = (int)Math.Min(Count, column.Length - RowOf(0));
            if (count > 0)
                TensorPrimitives.ConvertSaturating(values[..count], column.AsSpan((int)RowOf(0), count));
            return;
        }

        for (var k = 0; k < Count; k++)
        {
            if (RowOf(k) < column.Length)
                column[RowOf(k)] = (float)values[k];
        }
    }

    /// <summary>Writes anything into a column in the same way.</summary>
    public void Write<T>(ReadOnlySpan<T> values, T[] column)
    {
        if (isConsecutive)
        {
            var count = (int)Math.Min(Count, column.Length - RowOf(0));
            if (count > 0)
                values[..count].CopyTo(column.AsSpan((int)RowOf(0)));
            return;
        }

        for (var k = 0; k < Count; k++)
        {
            if (RowOf(k) < column.Length)
                column[RowOf(k)] = values[k];
        }
    }

    private void NoteDrawn()
    {
        for (var k = 0; k < paths.Length; k++)
            drawn[k] = isMirrored ? paths[k] & ~1L : paths[k];
    }

    /// <summary>The number of the first path in the run.</summary>
    public long First => paths[0];

    /// <summary>A failure with its paths counted in the run instead of in the block.</summary>
    public FactorFailedException Failure(FactorFailedException failure) =>
        isConsecutive ? failure.From(paths[0]) : failure.From(paths[failure.First ?? 0] - (failure.First ?? 0));
}
