using System.Numerics.Tensors;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Simulation.Paths;

/// <summary>Which paths a block holds: consecutive ones, or any that are simulated again. Their draws are the same bits either way.</summary>
/// <param name="isMirrored">Whether every odd path mirrors the draws of the even one before it (antithetic pairs).</param>
internal sealed class PathBlock(bool isMirrored = false)
{
    /// <summary>Paths in a block: small enough for the block's state to stay in a core's cache, a multiple of the random streams' groups.</summary>
    public const int Size = 256;

    private readonly long[] paths = new long[Size];
    private readonly long[] drawn = new long[Size];
    private bool isConsecutive;

    /// <summary>How many paths count; the rest of the block repeats the last one or goes on beyond the last path, and is not recorded.</summary>
    public int Count { get; private set; }

    /// <summary>The path at a place of the block.</summary>
    public long this[int at] => paths[at];

    /// <summary>Takes consecutive paths.</summary>
    /// <param name="first">The first one, a multiple of <see cref="Size"/>.</param>
    /// <param name="count">How many of them count.</param>
    public void Take(long first, int count)
    {
        (isConsecutive, Count) = (true, count);
        for (var k = 0; k < paths.Length; k++) paths[k] = first + k;
        NoteDrawn();
    }

    /// <summary>Takes any paths, at least one and at most <see cref="Size"/>.</summary>
    public void Take(ReadOnlySpan<int> some)
    {
        (isConsecutive, Count) = (false, some.Length);
        for (var k = 0; k < paths.Length; k++) paths[k] = some[Math.Min(k, some.Length - 1)];
        NoteDrawn();
    }

    /// <summary>Whether the paths follow each other.</summary>
    public bool IsConsecutive => isConsecutive;

    /// <summary>Draws standard normals for all paths of the block.</summary>
    public void FillNormals(RandomStream stream, uint counter, Span<float> normals)
    {
        if (isConsecutive) stream.FillNormals(paths[0], counter, normals);
        else stream.FillNormals(drawn, counter, normals);
        if (!isMirrored) return;
        for (var k = 0; k < normals.Length; k++)
        {
            if (paths[k] != drawn[k]) normals[k] = isConsecutive ? -normals[k - 1] : -normals[k];
        }
    }

    /// <summary>Draws uniforms for all paths of the block.</summary>
    public void FillUniforms(RandomStream stream, uint counter, Span<double> uniforms)
    {
        if (isConsecutive) stream.FillUniforms(paths[0], counter, uniforms);
        else stream.FillUniforms(drawn, counter, uniforms);
        if (!isMirrored) return;
        for (var k = 0; k < uniforms.Length; k++)
        {
            if (paths[k] != drawn[k]) uniforms[k] = isConsecutive ? 1 - uniforms[k - 1] : 1 - uniforms[k];
        }
    }

    /// <summary>Writes numbers into a column, each at its path's place; what lies beyond the column's end is left out.</summary>
    public void Write(ReadOnlySpan<double> values, float[] column)
    {
        if (isConsecutive)
        {
            var count = (int)Math.Min(Count, column.Length - paths[0]);
            if (count > 0) TensorPrimitives.ConvertSaturating(values[..count], column.AsSpan((int)paths[0], count));
            return;
        }

        for (var k = 0; k < Count; k++)
        {
            if (paths[k] < column.Length) column[paths[k]] = (float)values[k];
        }
    }

    /// <summary>Writes anything into a column in the same way.</summary>
    public void Write<T>(ReadOnlySpan<T> values, T[] column)
    {
        if (isConsecutive)
        {
            var count = (int)Math.Min(Count, column.Length - paths[0]);
            if (count > 0) values[..count].CopyTo(column.AsSpan((int)paths[0]));
            return;
        }

        for (var k = 0; k < Count; k++)
        {
            if (paths[k] < column.Length) column[paths[k]] = values[k];
        }
    }

    private void NoteDrawn()
    {
        for (var k = 0; k < paths.Length; k++) drawn[k] = isMirrored ? paths[k] & ~1L : paths[k];
    }

    /// <summary>A failure with its paths counted in the run instead of in the block.</summary>
    public FactorFailedException Failure(FactorFailedException failure) => isConsecutive
        ? failure.From(paths[0])
        : failure.From(paths[failure.First ?? 0] - (failure.First ?? 0));
}
