using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Four words in a register of 256 bits.</summary>
internal readonly struct Words256 : IWordLanes<Words256>
{
    private const byte HighToLowControl = 0b11_11_01_01;
    private const byte LowToHighControl = 0b10_10_00_00;
    private const byte Odd = 0b10101010;

    private readonly Vector256<uint> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Words256(Vector256<uint> v) => this.v = v;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Create(uint value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 CreateRange(uint first) => new(Vector256<uint>.Indices + Vector256.Create(first));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Multiply(Words256 a, Words256 b) => new(Avx2.Multiply(a.v, b.v).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 HighToLow(Words256 value) => new(Avx2.Shuffle(value.v, HighToLowControl));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Xor(Words256 a, Words256 b) => new(a.v ^ b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Xor(Words256 a, Words256 b, Words256 c) => new(b.v ^ c.v ^ a.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInTurn(Words256 even, Words256 odd, ref uint to, nuint at) =>
        Avx2.Blend(even.v, Avx2.Shuffle(odd.v, LowToHighControl), Odd).StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 LoadCounters(ref long paths, nuint at)
    {
        var path = Vector256.LoadUnsafe(ref paths, at);

        // Paths are not negative, and shifts that keep the sign are many instructions at this width.
        return new((((path >>> 6) << 4) + (path & Vector256.Create(15L))).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Words256 Choose(Words256 x0, Words256 x1, Words256 x2, Words256 x3, ref long paths, nuint at)
    {
        // A blend goes by the highest bit of each lane.
        var path = Vector256.LoadUnsafe(ref paths, at);
        var (fourth, fifth) = ((path << 59).AsDouble(), (path << 58).AsDouble());
        var low = Avx.BlendVariable(x0.v.AsDouble(), x1.v.AsDouble(), fourth);
        var high = Avx.BlendVariable(x2.v.AsDouble(), x3.v.AsDouble(), fourth);
        return new(Avx.BlendVariable(low, high, fifth).AsUInt32());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreInOrder(Words256 first, Words256 second, ref uint to, nuint at)
    {
        var byHalves = Avx.Shuffle(first.v.AsSingle(), second.v.AsSingle(), 0b10_00_10_00);
        Avx2.Permute4x64(byHalves.AsUInt64(), 0b11_01_10_00).AsUInt32().StoreUnsafe(ref to, at);
    }
}
