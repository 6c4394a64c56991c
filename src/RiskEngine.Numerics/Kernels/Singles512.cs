using System.Runtime.Intrinsics;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Sixteen singles in a register of 512 bits.</summary>
internal readonly struct Singles512 : ISingleLanes<Singles512>
{
    private readonly Vector512<float> v;

    private Singles512(Vector512<float> v) => this.v = v;

    public static int Count => 16;

    public static Singles512 Load(ref float from, nuint at) => new(Vector512.LoadUnsafe(ref from, at));

    public static Singles512 LoadDoubles(ref double from, nuint at) =>
        new(Vector512.Narrow(Vector512.LoadUnsafe(ref from, at), Vector512.LoadUnsafe(ref from, at + 8)));

    public static void Store(Singles512 value, ref float to, nuint at) => value.v.StoreUnsafe(ref to, at);

    public static Singles512 Divide(Singles512 a, Singles512 b) => new(a.v / b.v);

    public static Singles512 Min(Singles512 a, Singles512 b) => new(Vector512.Min(a.v, b.v));

    public static Singles512 Max(Singles512 a, Singles512 b) => new(Vector512.Max(a.v, b.v));
}
