using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Eight singles in a register of 256 bits.</summary>
internal readonly struct Singles256 : ISingleLanes<Singles256>, INarrowTables<Singles256>
{
    private readonly Vector256<float> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Singles256(Vector256<float> v) => this.v = v;

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Create(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Load(ref float from, nuint at) => new(Vector256.LoadUnsafe(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 LoadDoubles(ref double from, nuint at) =>
        new(Vector256.Narrow(Vector256.LoadUnsafe(ref from, at), Vector256.LoadUnsafe(ref from, at + 4)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Singles256 value, ref float to, nuint at) => value.v.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Add(Singles256 a, Singles256 b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Subtract(Singles256 a, Singles256 b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Multiply(Singles256 a, Singles256 b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Divide(Singles256 a, Singles256 b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 FusedMultiplyAdd(Singles256 a, Singles256 b, Singles256 c) => new(Vector256.FusedMultiplyAdd(a.v, b.v, c.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Sqrt(Singles256 value) => new(Vector256.Sqrt(value.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Min(Singles256 a, Singles256 b) => new(Vector256.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Max(Singles256 a, Singles256 b) => new(Vector256.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtLeast(Singles256 value, float level) => Vector256.GreaterThanOrEqualAll(value.v, Vector256.Create(level));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 WhereAtLeast(Singles256 value, float level, Singles256 then, Singles256 otherwise) =>
        new(Vector256.ConditionalSelect(Vector256.GreaterThanOrEqual(value.v, Vector256.Create(level)), then.v, otherwise.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 FromBits(Singles256 bits) => new(Vector256.ConvertToSingle(bits.v.AsInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 AndBits(Singles256 a, uint mask) => new((a.v.AsUInt32() & Vector256.Create(mask)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 OrBits(Singles256 a, uint mask) => new((a.v.AsUInt32() | Vector256.Create(mask)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 XorBits(Singles256 a, Singles256 b) => new((a.v.AsUInt32() ^ b.v.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 SubtractBits(Singles256 a, Singles256 b) => new((a.v.AsInt32() - b.v.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 ShiftBitsRight(Singles256 bits, int count) =>
        new(Vector256.ShiftRightArithmetic(bits.v.AsInt32(), count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 Lookup(ref float table, Singles256 bits)
    {
        // Eight entries stand in a register: four are picked from, and the two bits above choose among them.
        var at = bits.v.AsInt32();
        var (third, fourth) = (Vector256.ShiftLeft(at, 28).AsSingle(), Vector256.ShiftLeft(at, 27).AsSingle());
        var low = Avx.BlendVariable(Pick(ref table, 0, at), Pick(ref table, 8, at), third);
        var high = Avx.BlendVariable(Pick(ref table, 16, at), Pick(ref table, 24, at), third);
        return new(Avx.BlendVariable(low, high, fourth));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsBelow(Singles256 value, int bits) => Avx.TestZ(value.v.AsInt32(), Vector256.Create(-1 << bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles256 LookupSixteen(ref float table, Singles256 bits)
    {
        var at = bits.v.AsInt32();
        return new(Avx.BlendVariable(Pick(ref table, 0, at), Pick(ref table, 8, at), Vector256.ShiftLeft(at, 28).AsSingle()));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Pick(ref float table, nuint from, Vector256<int> at) =>
        Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref table, from), at);
}
