using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Four registers of eight doubles. A kernel whose steps wait for each other keeps one register's chain waiting most of the time: four
/// chains in turn fill the gaps, which a processor's own reordering does not reach far enough to do.
/// </summary>
internal readonly struct Doubles512x4 : IDoubleLanes<Doubles512x4>
{
    private readonly Vector512<double> a;
    private readonly Vector512<double> b;
    private readonly Vector512<double> c;
    private readonly Vector512<double> d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Doubles512x4(Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d) =>
        (this.a, this.b, this.c, this.d) = (a, b, c, d);

    public static int Count => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Create(double value)
    {
        var v = Vector512.Create(value);
        return new(v, v, v, v);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Load(ref double from, nuint at) =>
        new(
            Vector512.LoadUnsafe(ref from, at),
            Vector512.LoadUnsafe(ref from, at + 8),
            Vector512.LoadUnsafe(ref from, at + 16),
            Vector512.LoadUnsafe(ref from, at + 24)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 LoadSingles(ref float from, nuint at) =>
        new(
            Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref from, at)),
            Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref from, at + 8)),
            Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref from, at + 16)),
            Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref from, at + 24))
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Doubles512x4 value, ref double to, nuint at)
    {
        value.a.StoreUnsafe(ref to, at);
        value.b.StoreUnsafe(ref to, at + 8);
        value.c.StoreUnsafe(ref to, at + 16);
        value.d.StoreUnsafe(ref to, at + 24);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Doubles512x4 value, ref float to, nuint at)
    {
        Vector512.Narrow(value.a, value.b).StoreUnsafe(ref to, at);
        Vector512.Narrow(value.c, value.d).StoreUnsafe(ref to, at + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Add(Doubles512x4 x, Doubles512x4 y) => new(x.a + y.a, x.b + y.b, x.c + y.c, x.d + y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Subtract(Doubles512x4 x, Doubles512x4 y) => new(x.a - y.a, x.b - y.b, x.c - y.c, x.d - y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Multiply(Doubles512x4 x, Doubles512x4 y) => new(x.a * y.a, x.b * y.b, x.c * y.c, x.d * y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Divide(Doubles512x4 x, Doubles512x4 y) => new(x.a / y.a, x.b / y.b, x.c / y.c, x.d / y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 FusedMultiplyAdd(Doubles512x4 x, Doubles512x4 y, Doubles512x4 z) =>
        new(
            Vector512.FusedMultiplyAdd(x.a, y.a, z.a),
            Vector512.FusedMultiplyAdd(x.b, y.b, z.b),
            Vector512.FusedMultiplyAdd(x.c, y.c, z.c),
            Vector512.FusedMultiplyAdd(x.d, y.d, z.d)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Min(Doubles512x4 x, Doubles512x4 y) =>
        new(Vector512.Min(x.a, y.a), Vector512.Min(x.b, y.b), Vector512.Min(x.c, y.c), Vector512.Min(x.d, y.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Max(Doubles512x4 x, Doubles512x4 y) =>
        new(Vector512.Max(x.a, y.a), Vector512.Max(x.b, y.b), Vector512.Max(x.c, y.c), Vector512.Max(x.d, y.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 PowerOfTwo(Doubles512x4 sixteenths)
    {
        ref var table = ref MemoryMarshal.GetReference(PowersOfTwo.Bits);
        var (low, high) = (Vector512.LoadUnsafe(ref table), Vector512.LoadUnsafe(ref table, 8));
        return new(
            Power(low, sixteenths.a, high),
            Power(low, sixteenths.b, high),
            Power(low, sixteenths.c, high),
            Power(low, sixteenths.d, high)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsWithin(Doubles512x4 value, long lowest, int bits)
    {
        var l = Vector512.Create(lowest);
        return Vector512.ShiftRightLogical(
                (value.a.AsInt64() - l) | (value.b.AsInt64() - l) | (value.c.AsInt64() - l) | (value.d.AsInt64() - l),
                bits
            ) == Vector512<long>.Zero;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles512x4 Split(Doubles512x4 value, double low, out Doubles512x4 k)
    {
        var (xa, xb, xc, xd) = (Exponent(value.a, low), Exponent(value.b, low), Exponent(value.c, low), Exponent(value.d, low));
        k = new(Number(xa), Number(xb), Number(xc), Number(xd));
        return new(
            (value.a.AsInt64() - xa).AsDouble(),
            (value.b.AsInt64() - xb).AsDouble(),
            (value.c.AsInt64() - xc).AsDouble(),
            (value.d.AsInt64() - xd).AsDouble()
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBetween(Doubles512x4 value, double low, double high)
    {
        var (l, h) = (Vector512.Create(low), Vector512.Create(high));
        return Vector512.LessThanOrEqualAll(l, value.a)
            && Vector512.LessThanOrEqualAll(value.a, h)
            && Vector512.LessThanOrEqualAll(l, value.b)
            && Vector512.LessThanOrEqualAll(value.b, h)
            && Vector512.LessThanOrEqualAll(l, value.c)
            && Vector512.LessThanOrEqualAll(value.c, h)
            && Vector512.LessThanOrEqualAll(l, value.d)
            && Vector512.LessThanOrEqualAll(value.d, h);
    }

    public static uint AtMost(Doubles512x4 x, Doubles512x4 y) =>
        One(x.a, y.a) | (One(x.b, y.b) << 8) | (One(x.c, y.c) << 16) | (One(x.d, y.d) << 24);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<long> Exponent(Vector512<double> x, double low) =>
        (x.AsInt64() - Vector512.Create(low).AsInt64()) & Vector512.Create(DoubleBits.ExponentMask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Number(Vector512<long> exponent) =>
        (
            Vector512.ShiftRightLogical(exponent + Vector512.Create(DoubleBits.Bias), DoubleBits.ExponentAt)
            | Vector512.Create(DoubleBits.Integers)
        ).AsDouble() - Vector512.Create(DoubleBits.IntegerOfZero);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Power(Vector512<long> low, Vector512<double> k, Vector512<long> high) =>
        (Avx512F.PermuteVar8x64x2(low, k.AsInt64(), high) + Vector512.ShiftLeft(k.AsInt64(), PowersOfTwo.ShiftToExponent)).AsDouble();

    private static uint One(Vector512<double> x, Vector512<double> y) => (uint)Vector512.LessThanOrEqual(x, y).ExtractMostSignificantBits();
}
