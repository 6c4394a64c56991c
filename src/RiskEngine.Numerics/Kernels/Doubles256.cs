using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Four doubles in a register of 256 bits.</summary>
internal readonly struct Doubles256 : IDoubleLanes<Doubles256>
{
    private readonly Vector256<double> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Doubles256(Vector256<double> v) => this.v = v;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Create(double value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Load(ref double from, nuint at) => new(Vector256.LoadUnsafe(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 LoadSingles(ref float from, nuint at) => new(Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref from, at)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Doubles256 value, ref double to, nuint at) => value.v.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Doubles256 value, ref float to, nuint at) =>
        Avx.ConvertToVector128Single(value.v).StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Add(Doubles256 a, Doubles256 b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Subtract(Doubles256 a, Doubles256 b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Multiply(Doubles256 a, Doubles256 b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Divide(Doubles256 a, Doubles256 b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 FusedMultiplyAdd(Doubles256 a, Doubles256 b, Doubles256 c) => new(Vector256.FusedMultiplyAdd(a.v, b.v, c.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Min(Doubles256 a, Doubles256 b) => new(Vector256.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Max(Doubles256 a, Doubles256 b) => new(Vector256.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 PowerOfTwo(Doubles256 sixteenths)
    {
        ref var table = ref MemoryMarshal.GetReference(PowersOfTwo.Bits);
        var at = sixteenths.v.AsInt64() & Vector256.Create(15L);
        var entries = Vector256.Create(
            Unsafe.Add(ref table, (nint)at[0]),
            Unsafe.Add(ref table, (nint)at[1]),
            Unsafe.Add(ref table, (nint)at[2]),
            Unsafe.Add(ref table, (nint)at[3])
        );
        return new((entries + Vector256.ShiftLeft(sixteenths.v.AsInt64(), PowersOfTwo.ShiftToExponent)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsWithin(Doubles256 value, long lowest, int bits) =>
        Vector256.ShiftRightLogical(value.v.AsInt64() - Vector256.Create(lowest), bits) == Vector256<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256 Split(Doubles256 value, double low, out Doubles256 k)
    {
        var exponent = (value.v.AsInt64() - Vector256.Create(low).AsInt64()) & Vector256.Create(DoubleBits.ExponentMask);
        k = new(
            (
                (Vector256.ShiftRightLogical(exponent + Vector256.Create(DoubleBits.Bias), DoubleBits.ExponentAt))
                | Vector256.Create(DoubleBits.Integers)
            ).AsDouble() - Vector256.Create(DoubleBits.IntegerOfZero)
        );
        return new((value.v.AsInt64() - exponent).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBetween(Doubles256 value, double low, double high) =>
        Vector256.LessThanOrEqualAll(Vector256.Create(low), value.v) && Vector256.LessThanOrEqualAll(value.v, Vector256.Create(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint AtMost(Doubles256 a, Doubles256 b) => (uint)Vector256.LessThanOrEqual(a.v, b.v).ExtractMostSignificantBits();
}
