using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Four singles in a register of 128 bits.</summary>
internal readonly struct Singles128 : ISingleLanes<Singles128>, INarrowTables<Singles128>
{
    private readonly Vector128<float> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Singles128(Vector128<float> v) => this.v = v;

    public static int Count => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Create(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Load(ref float from, nuint at) => new(Vector128.LoadUnsafe(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 LoadDoubles(ref double from, nuint at) =>
        new(Vector128.Narrow(Vector128.LoadUnsafe(ref from, at), Vector128.LoadUnsafe(ref from, at + 2)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Singles128 value, ref float to, nuint at) => value.v.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Add(Singles128 a, Singles128 b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Subtract(Singles128 a, Singles128 b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Multiply(Singles128 a, Singles128 b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Divide(Singles128 a, Singles128 b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 FusedMultiplyAdd(Singles128 a, Singles128 b, Singles128 c) => new(Vector128.FusedMultiplyAdd(a.v, b.v, c.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Sqrt(Singles128 value) => new(Vector128.Sqrt(value.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Min(Singles128 a, Singles128 b) => new(Vector128.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Max(Singles128 a, Singles128 b) => new(Vector128.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtLeast(Singles128 value, float level) => Vector128.GreaterThanOrEqualAll(value.v, Vector128.Create(level));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 WhereAtLeast(Singles128 value, float level, Singles128 then, Singles128 otherwise) =>
        new(Vector128.ConditionalSelect(Vector128.GreaterThanOrEqual(value.v, Vector128.Create(level)), then.v, otherwise.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 FromBits(Singles128 bits) => new(Vector128.ConvertToSingle(bits.v.AsInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 AndBits(Singles128 a, uint mask) => new((a.v.AsUInt32() & Vector128.Create(mask)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 OrBits(Singles128 a, uint mask) => new((a.v.AsUInt32() | Vector128.Create(mask)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 XorBits(Singles128 a, Singles128 b) => new((a.v.AsUInt32() ^ b.v.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 SubtractBits(Singles128 a, Singles128 b) => new((a.v.AsInt32() - b.v.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 ShiftBitsRight(Singles128 bits, int count) =>
        new(Vector128.ShiftRightArithmetic(bits.v.AsInt32(), count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 Lookup(ref float table, Singles128 bits)
    {
        var at = bits.v.AsInt32() & Vector128.Create(31);
        return new(
            Vector128.Create(
                Unsafe.Add(ref table, at[0]),
                Unsafe.Add(ref table, at[1]),
                Unsafe.Add(ref table, at[2]),
                Unsafe.Add(ref table, at[3])
            )
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsBelow(Singles128 value, int bits) =>
        (value.v.AsInt32() & Vector128.Create(-1 << bits)) == Vector128<int>.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles128 LookupSixteen(ref float table, Singles128 bits)
    {
        if (!Avx.IsSupported)
            return Lookup(ref table, new((bits.v.AsInt32() & Vector128.Create(15)).AsSingle()));

        // Four entries stand in a register: two bits pick, and the two bits above choose among what was picked.
        var at = bits.v.AsInt32();
        var (second, third) = (Vector128.ShiftLeft(at, 29).AsSingle(), Vector128.ShiftLeft(at, 28).AsSingle());
        var low = Sse41.BlendVariable(Pick(ref table, 0, at), Pick(ref table, 4, at), second);
        var high = Sse41.BlendVariable(Pick(ref table, 8, at), Pick(ref table, 12, at), second);
        return new(Sse41.BlendVariable(low, high, third));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> Pick(ref float table, nuint from, Vector128<int> at) =>
        Avx.PermuteVar(Vector128.LoadUnsafe(ref table, from), at);
}
