using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Two registers of four doubles: their chains fill each other's gaps (see <see cref="Doubles512x4"/>; sixteen registers hold no more), and
/// together they pick from tables of halves of doubles, of which a register holds eight.
/// </summary>
internal readonly struct Doubles256x2 : IDoubleLanes<Doubles256x2>
{
    private readonly Vector256<double> a;
    private readonly Vector256<double> b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Doubles256x2(Vector256<double> a, Vector256<double> b) => (this.a, this.b) = (a, b);

    public static int Count => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Create(double value)
    {
        var v = Vector256.Create(value);
        return new(v, v);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Load(ref double from, nuint at) =>
        new(Vector256.LoadUnsafe(ref from, at), Vector256.LoadUnsafe(ref from, at + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 LoadSingles(ref float from, nuint at) =>
        new(
            Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref from, at)),
            Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref from, at + 4))
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Doubles256x2 value, ref double to, nuint at)
    {
        value.a.StoreUnsafe(ref to, at);
        value.b.StoreUnsafe(ref to, at + 4);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreSingles(Doubles256x2 value, ref float to, nuint at) =>
        Vector256.Narrow(value.a, value.b).StoreUnsafe(ref to, at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Add(Doubles256x2 x, Doubles256x2 y) => new(x.a + y.a, x.b + y.b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Subtract(Doubles256x2 x, Doubles256x2 y) => new(x.a - y.a, x.b - y.b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Multiply(Doubles256x2 x, Doubles256x2 y) => new(x.a * y.a, x.b * y.b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Divide(Doubles256x2 x, Doubles256x2 y) => new(x.a / y.a, x.b / y.b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 FusedMultiplyAdd(Doubles256x2 x, Doubles256x2 y, Doubles256x2 z) =>
        new(Vector256.FusedMultiplyAdd(x.a, y.a, z.a), Vector256.FusedMultiplyAdd(x.b, y.b, z.b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Min(Doubles256x2 x, Doubles256x2 y) => new(Vector256.Min(x.a, y.a), Vector256.Min(x.b, y.b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Max(Doubles256x2 x, Doubles256x2 y) => new(Vector256.Max(x.a, y.a), Vector256.Max(x.b, y.b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 PowerOfTwo(Doubles256x2 sixteenths)
    {
        // The lower halves of all eight k; two lanes of the first register, two of the second, and so on: as they are unpacked below.
        var k = Avx.Shuffle(sixteenths.a.AsSingle(), sixteenths.b.AsSingle(), 0b10_00_10_00).AsInt32();
        var upperEight = Vector256.ShiftLeft(k, 28).AsSingle();
        var upper = Entries(ref MemoryMarshal.GetReference(PowersOfTwo.UpperHalves), k, upperEight);
        var lower = Entries(ref MemoryMarshal.GetReference(PowersOfTwo.LowerHalves), k, upperEight);
        upper += Vector256.ShiftLeft(k, PowersOfTwo.ShiftInUpperHalf);
        return new(Avx2.UnpackLow(lower, upper).AsDouble(), Avx2.UnpackHigh(lower, upper).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBitsWithin(Doubles256x2 value, long lowest, int bits)
    {
        var l = Vector256.Create(lowest);
        return Avx.TestZ((value.a.AsInt64() - l) | (value.b.AsInt64() - l), Vector256.Create(-1L << bits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Doubles256x2 Split(Doubles256x2 value, double low, out Doubles256x2 k)
    {
        var (xa, xb) = (Exponent(value.a, low), Exponent(value.b, low));
        k = new(Number(xa), Number(xb));
        return new((value.a.AsInt64() - xa).AsDouble(), (value.b.AsInt64() - xb).AsDouble());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AllBetween(Doubles256x2 value, double low, double high)
    {
        var (l, h) = (Vector256.Create(low), Vector256.Create(high));
        return (
                Vector256.LessThanOrEqual(l, value.a)
                & Vector256.LessThanOrEqual(value.a, h)
                & Vector256.LessThanOrEqual(l, value.b)
                & Vector256.LessThanOrEqual(value.b, h)
            ).ExtractMostSignificantBits() == 0b1111;
    }

    public static uint AtMost(Doubles256x2 x, Doubles256x2 y) =>
        Vector256.LessThanOrEqual(x.a, y.a).ExtractMostSignificantBits()
        | (Vector256.LessThanOrEqual(x.b, y.b).ExtractMostSignificantBits() << 4);

    /// <summary>Of sixteen entries those of k, of which the fourth bit stands where a blend looks for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Entries(ref int table, Vector256<int> k, Vector256<float> upperEight) =>
        Avx.BlendVariable(
                Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref table), k).AsSingle(),
                Avx2.PermuteVar8x32(Vector256.LoadUnsafe(ref table, 8), k).AsSingle(),
                upperEight
            )
            .AsInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<long> Exponent(Vector256<double> x, double low) =>
        (x.AsInt64() - Vector256.Create(low).AsInt64()) & Vector256.Create(DoubleBits.ExponentMask);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Number(Vector256<long> exponent) =>
        (
            Vector256.ShiftRightLogical(exponent + Vector256.Create(DoubleBits.Bias), DoubleBits.ExponentAt)
            | Vector256.Create(DoubleBits.Integers)
        ).AsDouble() - Vector256.Create(DoubleBits.IntegerOfZero);
}
