using System.Runtime.CompilerServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>One single: the scalar twin.</summary>
internal readonly struct Singles1 : ISingleLanes<Singles1>
{
    private readonly float v;

    private Singles1(float v) => this.v = v;

    public static int Count => 1;

    public static Singles1 Create(float value) => new(value);

    public static Singles1 Load(ref float from, nuint at) => new(Unsafe.Add(ref from, at));

    public static Singles1 LoadDoubles(ref double from, nuint at) => new((float)Unsafe.Add(ref from, at));

    public static void Store(Singles1 value, ref float to, nuint at) => Unsafe.Add(ref to, at) = value.v;

    public static Singles1 Add(Singles1 a, Singles1 b) => new(a.v + b.v);

    public static Singles1 Subtract(Singles1 a, Singles1 b) => new(a.v - b.v);

    public static Singles1 Multiply(Singles1 a, Singles1 b) => new(a.v * b.v);

    public static Singles1 Divide(Singles1 a, Singles1 b) => new(a.v / b.v);

    public static Singles1 FusedMultiplyAdd(Singles1 a, Singles1 b, Singles1 c) => new(MathF.FusedMultiplyAdd(a.v, b.v, c.v));

    public static Singles1 Sqrt(Singles1 value) => new(MathF.Sqrt(value.v));

    public static Singles1 Min(Singles1 a, Singles1 b) => new(MathF.Min(a.v, b.v));

    public static Singles1 Max(Singles1 a, Singles1 b) => new(MathF.Max(a.v, b.v));

    public static bool AllAtLeast(Singles1 value, float level) => value.v >= level;

    public static Singles1 WhereAtLeast(Singles1 value, float level, Singles1 then, Singles1 otherwise) =>
        value.v >= level ? then : otherwise;

    public static Singles1 FromBits(Singles1 bits) => new(Bits(bits));

    public static Singles1 AndBits(Singles1 a, uint mask) => Of(Bits(a) & (int)mask);

    public static Singles1 OrBits(Singles1 a, uint mask) => Of(Bits(a) | (int)mask);

    public static Singles1 XorBits(Singles1 a, Singles1 b) => Of(Bits(a) ^ Bits(b));

    public static Singles1 SubtractBits(Singles1 a, Singles1 b) => Of(Bits(a) - Bits(b));

    public static Singles1 ShiftBitsRight(Singles1 bits, int count) => Of(Bits(bits) >> count);

    public static Singles1 Lookup(ref float table, Singles1 bits) => new(Unsafe.Add(ref table, Bits(bits) & 31));

    private static int Bits(Singles1 value) => BitConverter.SingleToInt32Bits(value.v);

    private static Singles1 Of(int bits) => new(BitConverter.Int32BitsToSingle(bits));
}
