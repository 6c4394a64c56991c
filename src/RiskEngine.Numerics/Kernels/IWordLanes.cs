namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Random words beside each other, each in the lower half of a 64-bit lane: the 32 x 32 bit product then needs no unpacking, and what is
/// left in the upper halves is never read.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
internal interface IWordLanes<T>
    where T : unmanaged, IWordLanes<T>
{
    /// <summary>Number of lanes.</summary>
    public static abstract int Count { get; }

    public static abstract T Create(uint value);

    /// <summary>Consecutive words, two a lane, the lower half first.</summary>
    public static abstract T CreateRange(uint first);

    /// <summary>Products of 64 bits of the lower halves.</summary>
    public static abstract T Multiply(T a, T b);

    /// <summary>The upper halves in the lower ones' places.</summary>
    public static abstract T HighToLow(T value);

    public static abstract T Xor(T a, T b);

    public static abstract T Xor(T a, T b, T c);

    /// <summary>Stores the lower halves of both in turn: even, odd, even, odd, ...</summary>
    public static abstract void StoreInTurn(T even, T odd, ref uint to, nuint at);

    /// <summary>The counters that paths read, of 64 bits: those of <see cref="RandomStreams.RandomStream"/>'s address map.</summary>
    public static abstract T LoadCounters(ref long paths, nuint at);

    /// <summary>That one of a counter's four words which is its path's, by bits 4 and 5 of the path.</summary>
    public static abstract T Choose(T x0, T x1, T x2, T x3, ref long paths, nuint at);

    /// <summary>Stores the lower halves of the first, then those of the second.</summary>
    public static abstract void StoreInOrder(T first, T second, ref uint to, nuint at);
}
