using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Sixteen singles in a register of 512 bits.</summary>
internal readonly struct Singles512 : ISingleLanes<Singles512>
{
    private readonly Vector512<float> v;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Singles512(Vector512<float> v) => this.v = v;

    public static int Count => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Create(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Load(ref float from, nuint at) => new(Vector512.LoadUnsafe(ref from, at));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 LoadDoubles(ref double from, nuint at) =>
        new(Vector512.Narrow(Vector512.LoadUnsafe(ref from, at), Vector512.LoadUnsafe(ref from, at + 8)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Singles512 value, ref float to, nuint at) => value.v.StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Add(Singles512 a, Singles512 b) => new(a.v + b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Subtract(Singles512 a, Singles512 b) => new(a.v - b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Multiply(Singles512 a, Singles512 b) => new(a.v * b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Divide(Singles512 a, Singles512 b) => new(a.v / b.v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 FusedMultiplyAdd(Singles512 a, Singles512 b, Singles512 c) => new(Vector512.FusedMultiplyAdd(a.v, b.v, c.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Sqrt(Singles512 value) => new(Vector512.Sqrt(value.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Min(Singles512 a, Singles512 b) => new(Vector512.Min(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Max(Singles512 a, Singles512 b) => new(Vector512.Max(a.v, b.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllAtLeast(Singles512 value, float level) => Vector512.GreaterThanOrEqualAll(value.v, Vector512.Create(level));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 WhereAtLeast(Singles512 value, float level, Singles512 then, Singles512 otherwise) =>
        new(Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(value.v, Vector512.Create(level)), then.v, otherwise.v));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 FromBits(Singles512 bits) => new(Vector512.ConvertToSingle(bits.v.AsInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 AndBits(Singles512 a, uint mask) => new((a.v.AsUInt32() & Vector512.Create(mask)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 OrBits(Singles512 a, uint mask) => new((a.v.AsUInt32() | Vector512.Create(mask)).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 XorBits(Singles512 a, Singles512 b) => new((a.v.AsUInt32() ^ b.v.AsUInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 SubtractBits(Singles512 a, Singles512 b) => new((a.v.AsInt32() - b.v.AsInt32()).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 ShiftBitsRight(Singles512 bits, int count) =>
        new(Vector512.ShiftRightArithmetic(bits.v.AsInt32(), count).AsSingle());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Singles512 Lookup(ref float table, Singles512 bits) =>
        new(Avx512F.PermuteVar16x32x2(Vector512.LoadUnsafe(ref table), bits.v.AsInt32(), Vector512.LoadUnsafe(ref table, 16)));
}
