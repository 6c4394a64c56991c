using System.Runtime.CompilerServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>One double: the scalar twin.</summary>
internal readonly struct Doubles1 : IDoubleLanes<Doubles1>
{
    private readonly double v;

    private Doubles1(double v) => this.v = v;

    public static int Count => 1;

    public static Doubles1 Create(double value) => new(value);

    public static Doubles1 Load(ref double from, nuint at) => new(Unsafe.Add(ref from, at));

    public static Doubles1 LoadSingles(ref float from, nuint at) => new(Unsafe.Add(ref from, at));

    public static void Store(Doubles1 value, ref double to, nuint at) => Unsafe.Add(ref to, at) = value.v;

    public static void StoreSingles(Doubles1 value, ref float to, nuint at) => Unsafe.Add(ref to, at) = (float)value.v;

    public static Doubles1 Add(Doubles1 a, Doubles1 b) => new(a.v + b.v);

    public static Doubles1 Subtract(Doubles1 a, Doubles1 b) => new(a.v - b.v);

    public static Doubles1 Multiply(Doubles1 a, Doubles1 b) => new(a.v * b.v);

    public static Doubles1 Divide(Doubles1 a, Doubles1 b) => new(a.v / b.v);

    public static Doubles1 FusedMultiplyAdd(Doubles1 a, Doubles1 b, Doubles1 c) => new(Math.FusedMultiplyAdd(a.v, b.v, c.v));

    public static Doubles1 Min(Doubles1 a, Doubles1 b) => new(Math.Min(a.v, b.v));

    public static Doubles1 Max(Doubles1 a, Doubles1 b) => new(Math.Max(a.v, b.v));

    public static Doubles1 PowerOfTwo(Doubles1 sixteenths)
    {
        var k = BitConverter.DoubleToInt64Bits(sixteenths.v);
        return new(BitConverter.Int64BitsToDouble(PowersOfTwo.Bits[(int)k & 15] + (k << PowersOfTwo.ShiftToExponent)));
    }

    public static bool AllBitsWithin(Doubles1 value, long lowest, int bits) =>
        (ulong)(BitConverter.DoubleToInt64Bits(value.v) - lowest) >> bits == 0;

    public static Doubles1 Split(Doubles1 value, double low, out Doubles1 k)
    {
        var bits = BitConverter.DoubleToInt64Bits(value.v);
        var exponent = (bits - BitConverter.DoubleToInt64Bits(low)) & DoubleBits.ExponentMask;
        k = new(exponent >> DoubleBits.ExponentAt);
        return new(BitConverter.Int64BitsToDouble(bits - exponent));
    }

    public static bool AllBetween(Doubles1 value, double low, double high) => low <= value.v && value.v <= high;

    public static uint AtMost(Doubles1 a, Doubles1 b) => a.v <= b.v ? 1u : 0;
}
