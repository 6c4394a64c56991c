using System.Runtime.Intrinsics;

namespace RiskEngine.Numerics.Kernels;

/// <summary>Four singles in a register of 128 bits.</summary>
internal readonly struct Singles128 : ISingleLanes<Singles128>
{
    private readonly Vector128<float> v;

    private Singles128(Vector128<float> v) => this.v = v;

    public static int Count => 4;

    public static Singles128 Load(ref float from, nuint at) => new(Vector128.LoadUnsafe(ref from, at));

    public static Singles128 LoadDoubles(ref double from, nuint at) =>
        new(Vector128.Narrow(Vector128.LoadUnsafe(ref from, at), Vector128.LoadUnsafe(ref from, at + 2)));

    public static void Store(Singles128 value, ref float to, nuint at) => value.v.StoreUnsafe(ref to, at);

    public static Singles128 Divide(Singles128 a, Singles128 b) => new(a.v / b.v);

    public static Singles128 Min(Singles128 a, Singles128 b) => new(Vector128.Min(a.v, b.v));

    public static Singles128 Max(Singles128 a, Singles128 b) => new(Vector128.Max(a.v, b.v));
}
