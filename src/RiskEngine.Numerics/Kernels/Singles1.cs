using System.Runtime.CompilerServices;

namespace RiskEngine.Numerics.Kernels;

/// <summary>One single: the scalar twin.</summary>
internal readonly struct Singles1 : ISingleLanes<Singles1>
{
    private readonly float v;

    private Singles1(float v) => this.v = v;

    public static int Count => 1;

    public static Singles1 Load(ref float from, nuint at) => new(Unsafe.Add(ref from, at));

    public static Singles1 LoadDoubles(ref double from, nuint at) => new((float)Unsafe.Add(ref from, at));

    public static void Store(Singles1 value, ref float to, nuint at) => Unsafe.Add(ref to, at) = value.v;

    public static Singles1 Divide(Singles1 a, Singles1 b) => new(a.v / b.v);

    public static Singles1 Min(Singles1 a, Singles1 b) => new(MathF.Min(a.v, b.v));

    public static Singles1 Max(Singles1 a, Singles1 b) => new(MathF.Max(a.v, b.v));
}
