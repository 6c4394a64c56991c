using System.Runtime.CompilerServices;

namespace RiskEngine.Numerics.Memory;

/// <summary>Rows of numbers of which the first begins where a cache line does, and stays there.</summary>
/// <remarks>
/// A vector that lies across two cache lines takes two reads; in an ordinary array half of all vectors of 256 bits do, and each one of 512.
/// Rows whose length is a multiple of a line all begin at one.
/// </remarks>
/// <typeparam name="T">Type of the numbers, of at most eight bytes.</typeparam>
public sealed class AlignedRows<T>
    where T : unmanaged
{
    private const int Line = 64;

    private readonly T[] memory;
    private readonly int first;

    /// <summary>Takes memory, all zero.</summary>
    /// <param name="length">How many numbers, from zero.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    public unsafe AlignedRows(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        Length = length;

        // Pinned: where a collection moved it, it would not be aligned any more.
        memory = GC.AllocateArray<T>(length + Line / sizeof(T), pinned: true);
        first = (int)((Line - (nint)Unsafe.AsPointer(ref memory[0]) % Line) % Line) / sizeof(T);
    }

    /// <summary>How many numbers.</summary>
    public int Length { get; }

    /// <summary>All of them.</summary>
    public Span<T> All => memory.AsSpan(first, Length);

    /// <summary>Some of them.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They are not within.</exception>
    public Span<T> AsSpan(int start, int length) => All.Slice(start, length);
}
