using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Fills blocks of a random stream: <see cref="Philox4x32"/> over many counters at once.</summary>
/// <remarks>
/// A counter word lives in the lower half of a 64-bit lane, even and odd counters in two vectors: the 32 x 32 bit product then needs no
/// unpacking, and what is left in the upper halves is never read. The chains of even and odd counters (and of two groups of paths
/// at 512 bits) run beside each other, which hides the latency of the multiplications.
/// </remarks>
internal static class PhiloxKernel
{
    private const int Group = RandomStream.PathGroup;
    private const byte HighToLow = 0b11_11_01_01;
    private const byte LowToHigh = 0b10_10_00_00;

    public static void Fill(StreamKey key, long firstPath, uint step, uint plane, Span<uint> words) =>
        Fill(VectorSupport.Best, key, firstPath, step, plane, words);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill(VectorWidth width, StreamKey key, long firstPath, uint step, uint plane, Span<uint> words)
    {
        var n = (ulong)firstPath / 4;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
        {
            Groups512(key, n, step, plane, words);
            return;
        }

        for (var at = 0; at < words.Length; at += Group, n += 16)
        {
            if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            {
                ref var word = ref words[at];
                HalfGroup(key, n, 0, step, plane, ref word);
                HalfGroup(key, n, 8, step, plane, ref word);
            }
            else
            {
                ScalarGroup(key, n, step, plane, words.Slice(at, Group));
            }
        }
    }

    /// <summary>
    /// The words of any paths, in no order: each path's counter is computed for itself, so that a word costs four times as much as in a
    /// block.
    /// </summary>
    public static void Gather(StreamKey key, ReadOnlySpan<long> paths, uint step, uint plane, Span<uint> words) =>
        Gather(VectorSupport.Best, key, paths, step, plane, words);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Gather(VectorWidth width, StreamKey key, ReadOnlySpan<long> paths, uint step, uint plane, Span<uint> words)
    {
        var at = VectorSupport.Has512 && width == VectorWidth.Vector512 ? Gather512(key, paths, step, plane, words) : 0;
        for (; at < paths.Length; at++)
        {
            var path = paths[at];
            var n = ((path >> 6) * 16) + (path & 15);
            var (x0, x1, x2, x3) = Philox4x32.Next(((uint)n, (uint)(n >> 32), step, plane), (key.K0, key.K1));
            words[at] = ((path >> 4) & 3) switch
            {
                0 => x0,
                1 => x1,
                2 => x2,
                _ => x3,
            };
        }
    }

    /// <summary>
    /// Eight paths in a register, four registers in turn; the last ones of a length that is no multiple of 32 are left. Returns how many
    /// are done.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Gather512(StreamKey key, ReadOnlySpan<long> paths, uint step, uint plane, Span<uint> words)
    {
        const int Lanes = 8;
        ref var path = ref MemoryMarshal.GetReference(paths);
        ref var word = ref MemoryMarshal.GetReference(words);
        var (m0, m1) = (Vector512.Create(Philox4x32.M0), Vector512.Create(Philox4x32.M1));
        var (w0, w1) = (Vector512.Create(Philox4x32.W0), Vector512.Create(Philox4x32.W1));
        var at = 0;
        for (; at + 4 * Lanes <= paths.Length; at += 4 * Lanes)
        {
            var (na, nb) = (Counter(ref path, at), Counter(ref path, at + Lanes));
            var (nc, nd) = (Counter(ref path, at + 2 * Lanes), Counter(ref path, at + 3 * Lanes));
            Vector512<uint> a0 = na.AsUInt32(),
                a1 = (na >>> 32).AsUInt32(),
                a2 = Vector512.Create(step),
                a3 = Vector512.Create(plane);
            Vector512<uint> b0 = nb.AsUInt32(),
                b1 = (nb >>> 32).AsUInt32(),
                b2 = a2,
                b3 = a3;
            Vector512<uint> c0 = nc.AsUInt32(),
                c1 = (nc >>> 32).AsUInt32(),
                c2 = a2,
                c3 = a3;
            Vector512<uint> d0 = nd.AsUInt32(),
                d1 = (nd >>> 32).AsUInt32(),
                d2 = a2,
                d3 = a3;
            var (k0, k1) = (Vector512.Create(key.K0), Vector512.Create(key.K1));
            for (var round = 0; round < Philox4x32.Rounds; round++)
            {
                Round(ref a0, ref a1, ref a2, ref a3, m0, m1, k0, k1);
                Round(ref b0, ref b1, ref b2, ref b3, m0, m1, k0, k1);
                Round(ref c0, ref c1, ref c2, ref c3, m0, m1, k0, k1);
                Round(ref d0, ref d1, ref d2, ref d3, m0, m1, k0, k1);
                k0 += w0;
                k1 += w1;
            }

            StoreOwn(a0, a1, a2, a3, ref path, ref word, at);
            StoreOwn(b0, b1, b2, b3, ref path, ref word, at + Lanes);
            StoreOwn(c0, c1, c2, c3, ref path, ref word, at + 2 * Lanes);
            StoreOwn(d0, d1, d2, d3, ref path, ref word, at + 3 * Lanes);
        }

        return at;
    }

    /// <summary>The counters that paths read, one in a 64-bit lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Counter(ref long paths, int at)
    {
        var path = Vector512.LoadUnsafe(ref paths, (nuint)at);
        return ((path >> 6) << 4) + (path & Vector512.Create(15L));
    }

    /// <summary>Stores that one of a counter's four words which is its path's: the lower half of each 64-bit lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreOwn(
        Vector512<uint> x0,
        Vector512<uint> x1,
        Vector512<uint> x2,
        Vector512<uint> x3,
        ref long paths,
        ref uint words,
        int at
    )
    {
        var which = (Vector512.LoadUnsafe(ref paths, (nuint)at) >> 4) & Vector512.Create(3L);
        var word = Vector512.ConditionalSelect(Vector512.Equals(which, Vector512<long>.Zero), x0.AsInt64(), x3.AsInt64());
        word = Vector512.ConditionalSelect(Vector512.Equals(which, Vector512.Create(1L)), x1.AsInt64(), word);
        word = Vector512.ConditionalSelect(Vector512.Equals(which, Vector512.Create(2L)), x2.AsInt64(), word);
        Avx512F.ConvertToVector256UInt32(word.AsUInt64()).StoreUnsafe(ref words, (nuint)at);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ScalarGroup(StreamKey key, ulong n, uint step, uint plane, Span<uint> words)
    {
        for (var lane = 0; lane < 16; lane++)
        {
            var counter = n + (ulong)lane;
            (words[lane], words[16 + lane], words[32 + lane], words[48 + lane]) = Philox4x32.Next(
                ((uint)counter, (uint)(counter >> 32), step, plane),
                (key.K0, key.K1)
            );
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void HalfGroup(StreamKey key, ulong n, uint half, uint step, uint plane, ref uint words)
    {
        var m0 = Vector256.Create(Philox4x32.M0);
        var m1 = Vector256.Create(Philox4x32.M1);
        var counters = Vector256<uint>.Indices + Vector256.Create((uint)n + half);
        Vector256<uint> a0 = counters,
            a1 = Vector256.Create((uint)(n >> 32)),
            a2 = Vector256.Create(step),
            a3 = Vector256.Create(plane);
        Vector256<uint> b0 = Avx2.Shuffle(counters, HighToLow),
            b1 = a1,
            b2 = a2,
            b3 = a3;
        var (k0, k1) = (key.K0, key.K1);
        for (var round = 0; round < Philox4x32.Rounds; round++)
        {
            var v0 = Vector256.Create(k0);
            var v1 = Vector256.Create(k1);
            Round(ref a0, ref a1, ref a2, ref a3, m0, m1, v0, v1);
            Round(ref b0, ref b1, ref b2, ref b3, m0, m1, v0, v1);
            k0 += Philox4x32.W0;
            k1 += Philox4x32.W1;
        }

        Join(a0, b0).StoreUnsafe(ref words, half);
        Join(a1, b1).StoreUnsafe(ref words, 16 + half);
        Join(a2, b2).StoreUnsafe(ref words, 32 + half);
        Join(a3, b3).StoreUnsafe(ref words, 48 + half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector256<uint> c0,
        ref Vector256<uint> c1,
        ref Vector256<uint> c2,
        ref Vector256<uint> c3,
        Vector256<uint> m0,
        Vector256<uint> m1,
        Vector256<uint> k0,
        Vector256<uint> k1
    )
    {
        var p0 = Avx2.Multiply(c0, m0).AsUInt32();
        var p1 = Avx2.Multiply(c2, m1).AsUInt32();
        c0 = Avx2.Shuffle(p1, HighToLow) ^ c1 ^ k0;
        c2 = Avx2.Shuffle(p0, HighToLow) ^ c3 ^ k1;
        c1 = p1;
        c3 = p0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> Join(Vector256<uint> even, Vector256<uint> odd) =>
        Avx2.Blend(even, Avx2.Shuffle(odd, LowToHigh), 0b10101010);

    /// <summary>
    /// Two groups of paths at a time. The last of an odd number of groups is its own neighbour: computed and stored twice.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Groups512(StreamKey key, ulong n, uint step, uint plane, Span<uint> words)
    {
        ref var word = ref MemoryMarshal.GetReference(words);
        var (m0, m1) = (Vector512.Create(Philox4x32.M0), Vector512.Create(Philox4x32.M1));
        var (w0, w1) = (Vector512.Create(Philox4x32.W0), Vector512.Create(Philox4x32.W1));
        for (var at = 0; at < words.Length; at += 2 * Group, n += 32)
        {
            var hasSecond = at + Group < words.Length;
            var secondN = hasSecond ? n + 16 : n;
            var first = Vector512<uint>.Indices + Vector512.Create((uint)n);
            var other = Vector512<uint>.Indices + Vector512.Create((uint)secondN);
            Vector512<uint> a0 = first,
                a1 = Vector512.Create((uint)(n >> 32)),
                a2 = Vector512.Create(step),
                a3 = Vector512.Create(plane);
            Vector512<uint> b0 = Avx512F.Shuffle(first, HighToLow),
                b1 = a1,
                b2 = a2,
                b3 = a3;
            Vector512<uint> c0 = other,
                c1 = Vector512.Create((uint)(secondN >> 32)),
                c2 = a2,
                c3 = a3;
            Vector512<uint> d0 = Avx512F.Shuffle(other, HighToLow),
                d1 = c1,
                d2 = a2,
                d3 = a3;
            var (k0, k1) = (Vector512.Create(key.K0), Vector512.Create(key.K1));
            for (var round = 0; round < Philox4x32.Rounds; round++)
            {
                Round(ref a0, ref a1, ref a2, ref a3, m0, m1, k0, k1);
                Round(ref b0, ref b1, ref b2, ref b3, m0, m1, k0, k1);
                Round(ref c0, ref c1, ref c2, ref c3, m0, m1, k0, k1);
                Round(ref d0, ref d1, ref d2, ref d3, m0, m1, k0, k1);
                k0 += w0;
                k1 += w1;
            }

            var (own, next) = ((nuint)at, (nuint)(hasSecond ? at + Group : at));
            Join(a0, b0).StoreUnsafe(ref word, own);
            Join(a1, b1).StoreUnsafe(ref word, own + 16);
            Join(a2, b2).StoreUnsafe(ref word, own + 32);
            Join(a3, b3).StoreUnsafe(ref word, own + 48);
            Join(c0, d0).StoreUnsafe(ref word, next);
            Join(c1, d1).StoreUnsafe(ref word, next + 16);
            Join(c2, d2).StoreUnsafe(ref word, next + 32);
            Join(c3, d3).StoreUnsafe(ref word, next + 48);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Round(
        ref Vector512<uint> c0,
        ref Vector512<uint> c1,
        ref Vector512<uint> c2,
        ref Vector512<uint> c3,
        Vector512<uint> m0,
        Vector512<uint> m1,
        Vector512<uint> k0,
        Vector512<uint> k1
    )
    {
        var p0 = Avx512F.Multiply(c0, m0).AsUInt32();
        var p1 = Avx512F.Multiply(c2, m1).AsUInt32();
        c0 = Avx512F.Shuffle(p1, HighToLow) ^ c1 ^ k0;
        c2 = Avx512F.Shuffle(p0, HighToLow) ^ c3 ^ k1;
        c1 = p1;
        c3 = p0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> Join(Vector512<uint> even, Vector512<uint> odd) =>
        Vector512.ConditionalSelect(Vector512.Create(0xFFFFFFFF00000000UL).AsUInt32(), Avx512F.Shuffle(odd, LowToHigh), even);
}
