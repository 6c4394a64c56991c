using System.Runtime.Intrinsics;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Eight singles in a register of 256 bits.</summary>
internal readonly struct Singles256 : ISingleLanes<Singles256>
{
    private readonly Vector256<float> v;

    private Singles256(Vector256<float> v) => this.v = v;

    public static int Count => 8;

    public static Singles256 Load(ref float from, nuint at) => new(Vector256.LoadUnsafe(ref from, at));

    public static Singles256 LoadDoubles(ref double from, nuint at) =>
        new(Vector256.Narrow(Vector256.LoadUnsafe(ref from, at), Vector256.LoadUnsafe(ref from, at + 4)));

    public static void Store(Singles256 value, ref float to, nuint at) => value.v.StoreUnsafe(ref to, at);

    public static Singles256 Divide(Singles256 a, Singles256 b) => new(a.v / b.v);

    public static Singles256 Min(Singles256 a, Singles256 b) => new(Vector256.Min(a.v, b.v));

    public static Singles256 Max(Singles256 a, Singles256 b) => new(Vector256.Max(a.v, b.v));
}
