using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Four registers of sixteen singles, for kernels whose steps wait for each other: see <see cref="Doubles512x4"/>.</summary>
internal readonly struct Singles512x4 : ISingleLanes<Singles512x4>
{
    private readonly Vector512<float> a;
    private readonly Vector512<float> b;
    private readonly Vector512<float> c;
    private readonly Vector512<float> d;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Singles512x4(Vector512<float> a, Vector512<float> b, Vector512<float> c, Vector512<float> d) =>
        (this.a, this.b, this.c, this.d) = (a, b, c, d);

    public static int Count => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Create(float value)
    {
        var v = Vector512.Create(value);
        return new(v, v, v, v);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Load(ref float from, nuint at) =>
        new(
            Vector512.LoadUnsafe(ref from, at),
            Vector512.LoadUnsafe(ref from, at + 16),
            Vector512.LoadUnsafe(ref from, at + 32),
            Vector512.LoadUnsafe(ref from, at + 48)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 LoadDoubles(ref double from, nuint at) =>
        new(Narrow(ref from, at), Narrow(ref from, at + 16), Narrow(ref from, at + 32), Narrow(ref from, at + 48));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Singles512x4 value, ref float to, nuint at)
    {
        value.a.StoreUnsafe(ref to, at);
        value.b.StoreUnsafe(ref to, at + 16);
        value.c.StoreUnsafe(ref to, at + 32);
        value.d.StoreUnsafe(ref to, at + 48);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Add(Singles512x4 x, Singles512x4 y) => new(x.a + y.a, x.b + y.b, x.c + y.c, x.d + y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Subtract(Singles512x4 x, Singles512x4 y) => new(x.a - y.a, x.b - y.b, x.c - y.c, x.d - y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Multiply(Singles512x4 x, Singles512x4 y) => new(x.a * y.a, x.b * y.b, x.c * y.c, x.d * y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Divide(Singles512x4 x, Singles512x4 y) => new(x.a / y.a, x.b / y.b, x.c / y.c, x.d / y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 FusedMultiplyAdd(Singles512x4 x, Singles512x4 y, Singles512x4 z) =>
        new(
            Vector512.FusedMultiplyAdd(x.a, y.a, z.a),
            Vector512.FusedMultiplyAdd(x.b, y.b, z.b),
            Vector512.FusedMultiplyAdd(x.c, y.c, z.c),
            Vector512.FusedMultiplyAdd(x.d, y.d, z.d)
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Sqrt(Singles512x4 value) =>
        new(Vector512.Sqrt(value.a), Vector512.Sqrt(value.b), Vector512.Sqrt(value.c), Vector512.Sqrt(value.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Min(Singles512x4 x, Singles512x4 y) =>
        new(Vector512.Min(x.a, y.a), Vector512.Min(x.b, y.b), Vector512.Min(x.c, y.c), Vector512.Min(x.d, y.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Max(Singles512x4 x, Singles512x4 y) =>
        new(Vector512.Max(x.a, y.a), Vector512.Max(x.b, y.b), Vector512.Max(x.c, y.c), Vector512.Max(x.d, y.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtLeast(Singles512x4 value, float level)
    {
        var v = Vector512.Create(level);
        return (
                Vector512.GreaterThanOrEqual(value.a, v)
                & Vector512.GreaterThanOrEqual(value.b, v)
                & Vector512.GreaterThanOrEqual(value.c, v)
                & Vector512.GreaterThanOrEqual(value.d, v)
            ).AsInt32() == Vector512<int>.AllBitsSet;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 WhereAtLeast(Singles512x4 value, float level, Singles512x4 then, Singles512x4 otherwise)
    {
        var v = Vector512.Create(level);
        return new(
            Where(value.a, v, then.a, otherwise.a),
            Where(value.b, v, then.b, otherwise.b),
            Where(value.c, v, then.c, otherwise.c),
            Where(value.d, v, then.d, otherwise.d)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 FromBits(Singles512x4 bits) =>
        new(
            Vector512.ConvertToSingle(bits.a.AsInt32()),
            Vector512.ConvertToSingle(bits.b.AsInt32()),
            Vector512.ConvertToSingle(bits.c.AsInt32()),
            Vector512.ConvertToSingle(bits.d.AsInt32())
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 AndBits(Singles512x4 x, uint mask)
    {
        var m = Vector512.Create(mask).AsSingle();
        return new(x.a & m, x.b & m, x.c & m, x.d & m);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 OrBits(Singles512x4 x, uint mask)
    {
        var m = Vector512.Create(mask).AsSingle();
        return new(x.a | m, x.b | m, x.c | m, x.d | m);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 XorBits(Singles512x4 x, Singles512x4 y) => new(x.a ^ y.a, x.b ^ y.b, x.c ^ y.c, x.d ^ y.d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 SubtractBits(Singles512x4 x, Singles512x4 y) =>
        new(Minus(x.a, y.a), Minus(x.b, y.b), Minus(x.c, y.c), Minus(x.d, y.d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 ShiftBitsRight(Singles512x4 bits, int count) =>
        new(
            Vector512.ShiftRightArithmetic(bits.a.AsInt32(), count).AsSingle(),
            Vector512.ShiftRightArithmetic(bits.b.AsInt32(), count).AsSingle(),
            Vector512.ShiftRightArithmetic(bits.c.AsInt32(), count).AsSingle(),
            Vector512.ShiftRightArithmetic(bits.d.AsInt32(), count).AsSingle()
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512x4 Lookup(ref float table, Singles512x4 bits)
    {
        var (low, high) = (Vector512.LoadUnsafe(ref table), Vector512.LoadUnsafe(ref table, 16));
        return new(Pick(low, bits.a, high), Pick(low, bits.b, high), Pick(low, bits.c, high), Pick(low, bits.d, high));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Pick(Vector512<float> low, Vector512<float> at, Vector512<float> high) =>
        Avx512F.PermuteVar16x32x2(low, at.AsInt32(), high);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Narrow(ref double from, nuint at) =>
        Vector512.Narrow(Vector512.LoadUnsafe(ref from, at), Vector512.LoadUnsafe(ref from, at + 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Where(
        Vector512<float> value,
        Vector512<float> level,
        Vector512<float> then,
        Vector512<float> otherwise
    ) => Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(value, level), then, otherwise);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Minus(Vector512<float> x, Vector512<float> y) => (x.AsInt32() - y.AsInt32()).AsSingle();
}
