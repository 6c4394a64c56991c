using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Eight doubles in a register of 512 bits.</summary>
internal readonly struct Doubles512 : IDoubleLanes<Doubles512>
{
    private readonly Vector512<double> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Doubles512(Vector512<double> v) => this.v = v;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Create(double value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Load(ref double from, nuint at) => new(Vector512.LoadUnsafe(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 LoadSingles(ref float from, nuint at) =>
        new(Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref from, at)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Doubles512 value, ref double to, nuint at) => value.v.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Doubles512 value, ref float to, nuint at) =>
        Vector256.Narrow(value.v.GetLower(), value.v.GetUpper()).StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Add(Doubles512 a, Doubles512 b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Subtract(Doubles512 a, Doubles512 b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Multiply(Doubles512 a, Doubles512 b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Divide(Doubles512 a, Doubles512 b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 FusedMultiplyAdd(Doubles512 a, Doubles512 b, Doubles512 c) => new(Vector512.FusedMultiplyAdd(a.v, b.v, c.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Min(Doubles512 a, Doubles512 b) => new(Vector512.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Max(Doubles512 a, Doubles512 b) => new(Vector512.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 PowerOfTwo(Doubles512 sixteenths)
    {
        ref var table = ref MemoryMarshal.GetReference(PowersOfTwo.Bits);
        var k = sixteenths.v.AsInt64();
        var entries = Avx512F.PermuteVar8x64x2(Vector512.LoadUnsafe(ref table), k, Vector512.LoadUnsafe(ref table, 8));
        return new((entries + Vector512.ShiftLeft(k, PowersOfTwo.ShiftToExponent)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsWithin(Doubles512 value, long lowest, int bits) =>
        Vector512.ShiftRightLogical(value.v.AsInt64() - Vector512.Create(lowest), bits) == Vector512<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512 Split(Doubles512 value, double low, out Doubles512 k)
    {
        var exponent = (value.v.AsInt64() - Vector512.Create(low).AsInt64()) & Vector512.Create(DoubleBits.ExponentMask);
        k = new(
            (
                (Vector512.ShiftRightLogical(exponent + Vector512.Create(DoubleBits.Bias), DoubleBits.ExponentAt))
                | Vector512.Create(DoubleBits.Integers)
            ).AsDouble() - Vector512.Create(DoubleBits.IntegerOfZero)
        );
        return new((value.v.AsInt64() - exponent).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBetween(Doubles512 value, double low, double high) =>
        Vector512.LessThanOrEqualAll(Vector512.Create(low), value.v) && Vector512.LessThanOrEqualAll(value.v, Vector512.Create(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint AtMost(Doubles512 a, Doubles512 b) => (uint)Vector512.LessThanOrEqual(a.v, b.v).ExtractMostSignificantBits();
}
