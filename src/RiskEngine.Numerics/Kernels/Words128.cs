using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Two words in a register of 128 bits.</summary>
internal readonly struct Words128 : IWordLanes<Words128>
{
    private readonly Vector128<uint> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Words128(Vector128<uint> v) => this.v = v;

    public static int Count => 2;

    private static Vector128<uint> LowerHalves => Vector128.Create(0x00000000FFFFFFFFUL).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Create(uint value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 CreateRange(uint first) => new(Vector128<uint>.Indices + Vector128.Create(first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Multiply(Words128 a, Words128 b)
    {
        if (Sse2.IsSupported)
            return new(Sse2.Multiply(a.v, b.v).AsUInt32());
        if (AdvSimd.IsSupported)
        {
            var (x, y) = (AdvSimd.ExtractNarrowingLower(a.v.AsUInt64()), AdvSimd.ExtractNarrowingLower(b.v.AsUInt64()));
            return new(AdvSimd.MultiplyWideningLower(x, y).AsUInt32());
        }

        return new(((a.v & LowerHalves).AsUInt64() * (b.v & LowerHalves).AsUInt64()).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 HighToLow(Words128 value) => new((value.v.AsUInt64() >>> 32).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Xor(Words128 a, Words128 b) => new(a.v ^ b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Xor(Words128 a, Words128 b, Words128 c) => new(b.v ^ c.v ^ a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInTurn(Words128 even, Words128 odd, ref uint to, nuint at) =>
        ((even.v & LowerHalves) | (odd.v.AsUInt64() << 32).AsUInt32()).StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 LoadCounters(ref long paths, nuint at)
    {
        var path = Vector128.LoadUnsafe(ref paths, at);
        return new((((path >>> 6) << 4) + (path & Vector128.Create(15L))).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words128 Choose(Words128 x0, Words128 x1, Words128 x2, Words128 x3, ref long paths, nuint at)
    {
        var which = (Vector128.LoadUnsafe(ref paths, at) >>> 4) & Vector128.Create(3L);
        var word = Vector128.ConditionalSelect(Vector128.Equals(which, Vector128<long>.Zero), x0.v.AsInt64(), x3.v.AsInt64());
        word = Vector128.ConditionalSelect(Vector128.Equals(which, Vector128.Create(1L)), x1.v.AsInt64(), word);
        return new(Vector128.ConditionalSelect(Vector128.Equals(which, Vector128.Create(2L)), x2.v.AsInt64(), word).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInOrder(Words128 first, Words128 second, ref uint to, nuint at) =>
        Vector128.Narrow(first.v.AsUInt64(), second.v.AsUInt64()).StoreUnsafe(ref to, at);
}
