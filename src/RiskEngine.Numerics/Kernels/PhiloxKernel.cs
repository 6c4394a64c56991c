using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Fills blocks of a random stream: <see cref="Philox4x32"/> over many counters at once.</summary>
/// <remarks>
/// Written once over lanes (<see cref="IWordLanes{T}"/>) and instanced for every width; <see cref="PhiloxSchedule"/> takes out of the
/// rounds what is the same for all counters. Chains of even and odd counters run beside each other, which hides the latency of the
/// multiplications.
/// </remarks>
internal static class PhiloxKernel
{
    private const int Group = RandomStream.PathGroup;
    private const int GroupCounters = Group / 4;

    public static void Fill(StreamKey key, long firstPath, uint step, uint plane, Span<uint> words) =>
        Fill(VectorSupport.Best, key, firstPath, step, plane, words);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill(VectorWidth width, StreamKey key, long firstPath, uint step, uint plane, Span<uint> words)
    {
        var n = (ulong)firstPath / 4;
        while (words.Length > 0)
        {
            // Up to where the upper half of n changes: once in four billion counters.
            var length = (int)Math.Min((ulong)words.Length, ((1UL << 32) - (uint)n) * 4);
            var part = words[..length];
            if (VectorSupport.Has512 && width == VectorWidth.Vector512)
                RunFour<Words512>(key, n, step, plane, part);
            else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
                RunTwo<Words256>(key, n, step, plane, part);
            else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
                RunTwo<Words128>(key, n, step, plane, part);
            else
                RunScalar(key, n, step, plane, part);
            words = words[length..];
            n += (uint)length / 4;
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
        var at = 0;
        if (VectorSupport.Has512 && width == VectorWidth.Vector512)
            at = RunScatteredFour<Words512>(key, paths, step, plane, words);
        else if (VectorSupport.Has256 && width == VectorWidth.Vector256)
            at = RunScatteredTwo<Words256>(key, paths, step, plane, words);
        else if (VectorSupport.Has128 && width == VectorWidth.Vector128)
            at = RunScatteredTwo<Words128>(key, paths, step, plane, words);
        for (; at < paths.Length; at++)
            words[at] = new RandomStream(key).Word(paths[at], step, plane);
    }

    private static void RunScalar(StreamKey key, ulong n, uint step, uint plane, Span<uint> words)
    {
        for (var at = 0; at < words.Length; at += Group, n += GroupCounters)
        {
            var group = words.Slice(at, Group);
            for (var lane = 0; lane < GroupCounters; lane++)
            {
                var counter = n + (ulong)lane;
                (group[lane], group[16 + lane], group[32 + lane], group[48 + lane]) = Philox4x32.Next(
                    ((uint)counter, (uint)(counter >> 32), step, plane),
                    (key.K0, key.K1)
                );
            }
        }
    }

    /// <summary>Words of counters whose n has one upper half, in four chains.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunFour<T>(StreamKey key, ulong n, uint step, uint plane, Span<uint> words)
        where T : unmanaged, IWordLanes<T>
    {
        Span<uint> schedule = stackalloc uint[PhiloxSchedule.Length];
        PhiloxSchedule.Fill(key, (uint)(n >> 32), step, plane, schedule);
        ref var keys = ref MemoryMarshal.GetReference(schedule);
        ref var word = ref MemoryMarshal.GetReference(words);
        var (m0, m1) = (T.Create(Philox4x32.M0), T.Create(Philox4x32.M1));
        var counters = words.Length / 4;
        for (var at = 0; at < counters; at += 4 * T.Count)
        {
            // The last of an odd number of pairs is its own neighbour: computed and stored twice.
            var next = Math.Min(at + 2 * T.Count, counters - 2 * T.Count);
            var (first, other) = (T.CreateRange((uint)n + (uint)at), T.CreateRange((uint)n + (uint)next));
            Open(first, m0, m1, ref keys, out var a0, out var a1, out var a2, out var a3);
            Open(T.HighToLow(first), m0, m1, ref keys, out var b0, out var b1, out var b2, out var b3);
            Open(other, m0, m1, ref keys, out var c0, out var c1, out var c2, out var c3);
            Open(T.HighToLow(other), m0, m1, ref keys, out var d0, out var d1, out var d2, out var d3);
            for (var k = PhiloxSchedule.FromFifthRound; k < PhiloxSchedule.Length; k += 4)
            {
                var (k0, k1) = (Key<T>(ref keys, k), Key<T>(ref keys, k + 1));
                var (k2, k3) = (Key<T>(ref keys, k + 2), Key<T>(ref keys, k + 3));
                Rounds(ref a0, ref a1, ref a2, ref a3, m0, m1, k0, k1, k2, k3);
                Rounds(ref b0, ref b1, ref b2, ref b3, m0, m1, k0, k1, k2, k3);
                Rounds(ref c0, ref c1, ref c2, ref c3, m0, m1, k0, k1, k2, k3);
                Rounds(ref d0, ref d1, ref d2, ref d3, m0, m1, k0, k1, k2, k3);
            }

            StoreInTurn(a0, a1, a2, a3, b0, b1, b2, b3, ref word, at);
            StoreInTurn(c0, c1, c2, c3, d0, d1, d2, d3, ref word, next);
        }
    }

    /// <summary>The same in two chains: sixteen registers hold no more.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void RunTwo<T>(StreamKey key, ulong n, uint step, uint plane, Span<uint> words)
        where T : unmanaged, IWordLanes<T>
    {
        Span<uint> schedule = stackalloc uint[PhiloxSchedule.Length];
        PhiloxSchedule.Fill(key, (uint)(n >> 32), step, plane, schedule);
        ref var keys = ref MemoryMarshal.GetReference(schedule);
        ref var word = ref MemoryMarshal.GetReference(words);
        var (m0, m1) = (T.Create(Philox4x32.M0), T.Create(Philox4x32.M1));
        var counters = words.Length / 4;
        for (var at = 0; at < counters; at += 2 * T.Count)
        {
            var first = T.CreateRange((uint)n + (uint)at);
            Open(first, m0, m1, ref keys, out var a0, out var a1, out var a2, out var a3);
            Open(T.HighToLow(first), m0, m1, ref keys, out var b0, out var b1, out var b2, out var b3);
            for (var k = PhiloxSchedule.FromFifthRound; k < PhiloxSchedule.Length; k += 4)
            {
                var (k0, k1) = (Key<T>(ref keys, k), Key<T>(ref keys, k + 1));
                var (k2, k3) = (Key<T>(ref keys, k + 2), Key<T>(ref keys, k + 3));
                Rounds(ref a0, ref a1, ref a2, ref a3, m0, m1, k0, k1, k2, k3);
                Rounds(ref b0, ref b1, ref b2, ref b3, m0, m1, k0, k1, k2, k3);
            }

            StoreInTurn(a0, a1, a2, a3, b0, b1, b2, b3, ref word, at);
        }
    }

    /// <summary>A word for each path, in four chains; the last paths, of which there are too few, are left. Returns how many are
    /// done.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int RunScatteredFour<T>(StreamKey key, ReadOnlySpan<long> paths, uint step, uint plane, Span<uint> words)
        where T : unmanaged, IWordLanes<T>
    {
        Span<uint> schedule = stackalloc uint[PhiloxSchedule.Length];
        PhiloxSchedule.FillScattered(key, step, plane, schedule);
        ref var keys = ref MemoryMarshal.GetReference(schedule);
        ref var path = ref MemoryMarshal.GetReference(paths);
        ref var word = ref MemoryMarshal.GetReference(words);
        var (m0, m1) = (T.Create(Philox4x32.M0), T.Create(Philox4x32.M1));
        var at = 0;
        for (; at + 4 * T.Count <= paths.Length; at += 4 * T.Count)
        {
            OpenScattered(ref path, at, m0, m1, ref keys, out var a0, out var a1, out var a2, out var a3);
            OpenScattered(ref path, at + T.Count, m0, m1, ref keys, out var b0, out var b1, out var b2, out var b3);
            OpenScattered(ref path, at + 2 * T.Count, m0, m1, ref keys, out var c0, out var c1, out var c2, out var c3);
            OpenScattered(ref path, at + 3 * T.Count, m0, m1, ref keys, out var d0, out var d1, out var d2, out var d3);
            for (var k = PhiloxSchedule.FromThirdRound; k < PhiloxSchedule.Length; k += 4)
            {
                var (k0, k1) = (Key<T>(ref keys, k), Key<T>(ref keys, k + 1));
                var (k2, k3) = (Key<T>(ref keys, k + 2), Key<T>(ref keys, k + 3));
                Rounds(ref a0, ref a1, ref a2, ref a3, m0, m1, k0, k1, k2, k3);
                Rounds(ref b0, ref b1, ref b2, ref b3, m0, m1, k0, k1, k2, k3);
                Rounds(ref c0, ref c1, ref c2, ref c3, m0, m1, k0, k1, k2, k3);
                Rounds(ref d0, ref d1, ref d2, ref d3, m0, m1, k0, k1, k2, k3);
            }

            StoreOwn(a0, a1, a2, a3, b0, b1, b2, b3, ref path, ref word, at);
            StoreOwn(c0, c1, c2, c3, d0, d1, d2, d3, ref path, ref word, at + 2 * T.Count);
        }

        return at;
    }

    /// <summary>The same in two chains.</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static int RunScatteredTwo<T>(StreamKey key, ReadOnlySpan<long> paths, uint step, uint plane, Span<uint> words)
        where T : unmanaged, IWordLanes<T>
    {
        Span<uint> schedule = stackalloc uint[PhiloxSchedule.Length];
        PhiloxSchedule.FillScattered(key, step, plane, schedule);
        ref var keys = ref MemoryMarshal.GetReference(schedule);
        ref var path = ref MemoryMarshal.GetReference(paths);
        ref var word = ref MemoryMarshal.GetReference(words);
        var (m0, m1) = (T.Create(Philox4x32.M0), T.Create(Philox4x32.M1));
        var at = 0;
        for (; at + 2 * T.Count <= paths.Length; at += 2 * T.Count)
        {
            OpenScattered(ref path, at, m0, m1, ref keys, out var a0, out var a1, out var a2, out var a3);
            OpenScattered(ref path, at + T.Count, m0, m1, ref keys, out var b0, out var b1, out var b2, out var b3);
            for (var k = PhiloxSchedule.FromThirdRound; k < PhiloxSchedule.Length; k += 4)
            {
                var (k0, k1) = (Key<T>(ref keys, k), Key<T>(ref keys, k + 1));
                var (k2, k3) = (Key<T>(ref keys, k + 2), Key<T>(ref keys, k + 3));
                Rounds(ref a0, ref a1, ref a2, ref a3, m0, m1, k0, k1, k2, k3);
                Rounds(ref b0, ref b1, ref b2, ref b3, m0, m1, k0, k1, k2, k3);
            }

            StoreOwn(a0, a1, a2, a3, b0, b1, b2, b3, ref path, ref word, at);
        }

        return at;
    }

    /// <summary>The first four rounds on counters whose n has the upper half of the schedule.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Open<T>(T n, T m0, T m1, ref uint keys, out T c0, out T c1, out T c2, out T c3)
        where T : unmanaged, IWordLanes<T>
    {
        var first = T.Multiply(n, m0);
        var second = T.Multiply(T.Xor(T.HighToLow(first), Key<T>(ref keys, 0)), m1);
        var p0 = T.Multiply(T.Xor(T.HighToLow(second), Key<T>(ref keys, 1)), m0);
        var p1 = T.Multiply(T.Xor(first, Key<T>(ref keys, 2)), m1);
        c3 = T.Multiply(T.Xor(T.HighToLow(p1), second, Key<T>(ref keys, 4)), m0);
        c1 = T.Multiply(T.Xor(T.HighToLow(p0), Key<T>(ref keys, 3)), m1);
        c0 = T.Xor(T.HighToLow(c1), p1, Key<T>(ref keys, 5));
        c2 = T.Xor(T.HighToLow(c3), p0, Key<T>(ref keys, 6));
    }

    /// <summary>The first two rounds on the counters of paths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OpenScattered<T>(ref long paths, int at, T m0, T m1, ref uint keys, out T c0, out T c1, out T c2, out T c3)
        where T : unmanaged, IWordLanes<T>
    {
        var n = T.LoadCounters(ref paths, (nuint)at);
        var first = T.Multiply(n, m0);
        c1 = T.Multiply(T.Xor(T.HighToLow(first), Key<T>(ref keys, 0)), m1);
        c3 = T.Multiply(T.Xor(T.HighToLow(n), Key<T>(ref keys, 1)), m0);
        c0 = T.Xor(T.HighToLow(c1), Key<T>(ref keys, 2));
        c2 = T.Xor(T.HighToLow(c3), first, Key<T>(ref keys, 3));
    }

    /// <summary>Two rounds with two keys each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rounds<T>(ref T c0, ref T c1, ref T c2, ref T c3, T m0, T m1, T k0, T k1, T k2, T k3)
        where T : unmanaged, IWordLanes<T>
    {
        var p0 = T.Multiply(c0, m0);
        var p1 = T.Multiply(c2, m1);
        c0 = T.Xor(T.HighToLow(p1), c1, k0);
        c2 = T.Xor(T.HighToLow(p0), c3, k1);
        c3 = T.Multiply(c0, m0);
        c1 = T.Multiply(c2, m1);
        c0 = T.Xor(T.HighToLow(c1), p1, k2);
        c2 = T.Xor(T.HighToLow(c3), p0, k3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Key<T>(ref uint keys, int at)
        where T : unmanaged, IWordLanes<T> => T.Create(Unsafe.Add(ref keys, at));

    /// <summary>Stores the words of a pair of chains: a group of paths has each of a counter's four words together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreInTurn<T>(T a0, T a1, T a2, T a3, T b0, T b1, T b2, T b3, ref uint words, int counter)
        where T : unmanaged, IWordLanes<T>
    {
        var at = (nuint)((uint)counter / GroupCounters * Group + (uint)counter % GroupCounters);
        T.StoreInTurn(a0, b0, ref words, at);
        T.StoreInTurn(a1, b1, ref words, at + GroupCounters);
        T.StoreInTurn(a2, b2, ref words, at + 2 * GroupCounters);
        T.StoreInTurn(a3, b3, ref words, at + 3 * GroupCounters);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreOwn<T>(T a0, T a1, T a2, T a3, T b0, T b1, T b2, T b3, ref long paths, ref uint words, int at)
        where T : unmanaged, IWordLanes<T>
    {
        var first = T.Choose(a0, a1, a2, a3, ref paths, (nuint)at);
        var second = T.Choose(b0, b1, b2, b3, ref paths, (nuint)(at + T.Count));
        T.StoreInOrder(first, second, ref words, (nuint)at);
    }
}
