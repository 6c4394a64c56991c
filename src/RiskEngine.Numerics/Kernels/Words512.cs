using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Eight words in a register of 512 bits.</summary>
internal readonly struct Words512 : IWordLanes<Words512>
{
    private const byte HighToLowControl = 0b11_11_01_01;
    private const byte LowToHighControl = 0b10_10_00_00;

    private readonly Vector512<uint> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Words512(Vector512<uint> v) => this.v = v;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Create(uint value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 CreateRange(uint first) => new(Vector512<uint>.Indices + Vector512.Create(first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Multiply(Words512 a, Words512 b) => new(Avx512F.Multiply(a.v, b.v).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 HighToLow(Words512 value) => new(Avx512F.Shuffle(value.v, HighToLowControl));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Xor(Words512 a, Words512 b) => new(a.v ^ b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Xor(Words512 a, Words512 b, Words512 c) => new(a.v ^ b.v ^ c.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInTurn(Words512 even, Words512 odd, ref uint to, nuint at) =>
        Vector512
            .ConditionalSelect(Vector512.Create(0xFFFFFFFF00000000UL).AsUInt32(), Avx512F.Shuffle(odd.v, LowToHighControl), even.v)
            .StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 LoadCounters(ref long paths, nuint at)
    {
        var path = Vector512.LoadUnsafe(ref paths, at);
        return new((((path >> 6) << 4) + (path & Vector512.Create(15L))).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words512 Choose(Words512 x0, Words512 x1, Words512 x2, Words512 x3, ref long paths, nuint at)
    {
        var which = (Vector512.LoadUnsafe(ref paths, at) >> 4) & Vector512.Create(3L);
        var word = Vector512.ConditionalSelect(Vector512.Equals(which, Vector512<long>.Zero), x0.v.AsInt64(), x3.v.AsInt64());
        word = Vector512.ConditionalSelect(Vector512.Equals(which, Vector512.Create(1L)), x1.v.AsInt64(), word);
        return new(Vector512.ConditionalSelect(Vector512.Equals(which, Vector512.Create(2L)), x2.v.AsInt64(), word).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInOrder(Words512 first, Words512 second, ref uint to, nuint at)
    {
        Avx512F.ConvertToVector256UInt32(first.v.AsUInt64()).StoreUnsafe(ref to, at);
        Avx512F.ConvertToVector256UInt32(second.v.AsUInt64()).StoreUnsafe(ref to, at + 8);
    }
}
