using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Two doubles in a register of 128 bits.</summary>
internal readonly struct Doubles128 : IDoubleLanes<Doubles128>
{
    private readonly Vector128<double> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Doubles128(Vector128<double> v) => this.v = v;

    public static int Count => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Create(double value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Load(ref double from, nuint at) => new(Vector128.LoadUnsafe(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 LoadSingles(ref float from, nuint at) =>
        new(Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.As<float, double>(ref Unsafe.Add(ref from, at))).AsSingle()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Doubles128 value, ref double to, nuint at) => value.v.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Doubles128 value, ref float to, nuint at)
    {
        Unsafe.Add(ref to, at) = (float)value.v[0];
        Unsafe.Add(ref to, at + 1) = (float)value.v[1];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Add(Doubles128 a, Doubles128 b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Subtract(Doubles128 a, Doubles128 b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Multiply(Doubles128 a, Doubles128 b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Divide(Doubles128 a, Doubles128 b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 FusedMultiplyAdd(Doubles128 a, Doubles128 b, Doubles128 c) => new(Vector128.FusedMultiplyAdd(a.v, b.v, c.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Min(Doubles128 a, Doubles128 b) => new(Vector128.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Max(Doubles128 a, Doubles128 b) => new(Vector128.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 PowerOfTwo(Doubles128 sixteenths)
    {
        ref var table = ref MemoryMarshal.GetReference(PowersOfTwo.Bits);
        var at = sixteenths.v.AsInt64() & Vector128.Create(15L);
        var entries = Vector128.Create(Unsafe.Add(ref table, (nint)at[0]), Unsafe.Add(ref table, (nint)at[1]));
        return new((entries + Vector128.ShiftLeft(sixteenths.v.AsInt64(), PowersOfTwo.ShiftToExponent)).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsWithin(Doubles128 value, long lowest, int bits) =>
        Vector128.ShiftRightLogical(value.v.AsInt64() - Vector128.Create(lowest), bits) == Vector128<long>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles128 Split(Doubles128 value, double low, out Doubles128 k)
    {
        var exponent = (value.v.AsInt64() - Vector128.Create(low).AsInt64()) & Vector128.Create(DoubleBits.ExponentMask);
        k = new(
            (
                (Vector128.ShiftRightLogical(exponent + Vector128.Create(DoubleBits.Bias), DoubleBits.ExponentAt))
                | Vector128.Create(DoubleBits.Integers)
            ).AsDouble() - Vector128.Create(DoubleBits.IntegerOfZero)
        );
        return new((value.v.AsInt64() - exponent).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBetween(Doubles128 value, double low, double high) =>
        Vector128.LessThanOrEqualAll(Vector128.Create(low), value.v) && Vector128.LessThanOrEqualAll(value.v, Vector128.Create(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint AtMost(Doubles128 a, Doubles128 b) => (uint)Vector128.LessThanOrEqual(a.v, b.v).ExtractMostSignificantBits();
}
