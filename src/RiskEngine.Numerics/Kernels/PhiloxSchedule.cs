using System.Runtime.CompilerServices;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Kernels;

/// <summary>What the rounds of <see cref="Philox4x32"/> add to counters, worked out once for many of them.</summary>
/// <remarks>
/// Of a counter (n, upper half of n, step, plane) only n differs between neighbours: what the first rounds make of the rest is worked out
/// here once, and three of their six products need not be taken for each counter.
/// </remarks>
internal static class PhiloxSchedule
{
    /// <summary>The entries of a schedule.</summary>
    public const int Length = FromThirdRound + 2 * (Philox4x32.Rounds - 2);

    /// <summary>The place of the rounds' keys from the third round on, if the upper halves differ; two a round.</summary>
    public const int FromThirdRound = 4;

    /// <summary>The same from the fifth round on, if the upper halves are equal.</summary>
    public const int FromFifthRound = FromThirdRound + 4;

    /// <summary>Writes the schedule of counters whose n has the same upper half.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fill(StreamKey key, uint upper, uint step, uint plane, Span<uint> schedule)
    {
        var (k0, k1) = (key.K0, key.K1);
        var second = (ulong)Philox4x32.M1 * step;
        var c0 = (uint)(second >> 32) ^ upper ^ k0;
        schedule[0] = plane ^ k1;
        Next(ref k0, ref k1);
        var first = (ulong)Philox4x32.M0 * c0;
        schedule[1] = (uint)second ^ k0;
        schedule[2] = (uint)(first >> 32) ^ k1;
        Next(ref k0, ref k1);
        schedule[3] = (uint)first ^ k1;
        schedule[4] = k0;
        Next(ref k0, ref k1);
        (schedule[5], schedule[6]) = (k0, k1);
        Next(ref k0, ref k1);
        FillRounds(k0, k1, schedule[FromFifthRound..]);
    }

    /// <summary>Writes the schedule of counters whose n have upper halves of their own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void FillScattered(StreamKey key, uint step, uint plane, Span<uint> schedule)
    {
        var (k0, k1) = (key.K0, key.K1);
        var second = (ulong)Philox4x32.M1 * step;
        schedule[0] = plane ^ k1;
        schedule[1] = (uint)(second >> 32) ^ k0;
        Next(ref k0, ref k1);
        schedule[2] = (uint)second ^ k0;
        schedule[3] = k1;
        Next(ref k0, ref k1);
        FillRounds(k0, k1, schedule[FromThirdRound..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FillRounds(uint k0, uint k1, Span<uint> schedule)
    {
        for (var at = 0; at + 1 < schedule.Length; at += 2)
        {
            (schedule[at], schedule[at + 1]) = (k0, k1);
            Next(ref k0, ref k1);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Next(ref uint k0, ref uint k1)
    {
        k0 += Philox4x32.W0;
        k1 += Philox4x32.W1;
    }
}
