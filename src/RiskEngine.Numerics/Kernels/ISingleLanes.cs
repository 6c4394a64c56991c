namespace RiskEngine.Numerics.Kernels;

/// <summary>Some singles beside each other; see <see cref="IDoubleLanes{T}"/>.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal interface ISingleLanes<T>
    where T : struct, ISingleLanes<T>
{
    /// <summary>Number of lanes.</summary>
    public static abstract int Count { get; }

    public static abstract T Load(ref float from, nuint at);

    /// <summary>As many doubles, rounded.</summary>
    public static abstract T LoadDoubles(ref double from, nuint at);

    public static abstract void Store(T value, ref float to, nuint at);

    public static abstract T Divide(T a, T b);

    public static abstract T Min(T a, T b);

    public static abstract T Max(T a, T b);
}
