namespace RiskEngine.Numerics.Kernels;

/// <summary>Some singles beside each other, as <see cref="IDoubleLanes{T}"/> for doubles.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal interface ISingleLanes<T>
    where T : struct, ISingleLanes<T>
{
    /// <summary>Number of lanes.</summary>
    public static abstract int Count { get; }

    public static abstract T Create(float value);

    public static abstract T Load(ref float from, nuint at);

    /// <summary>As many doubles, rounded.</summary>
    public static abstract T LoadDoubles(ref double from, nuint at);

    public static abstract void Store(T value, ref float to, nuint at);

    public static abstract T Add(T a, T b);

    public static abstract T Subtract(T a, T b);

    public static abstract T Multiply(T a, T b);

    public static abstract T Divide(T a, T b);

    /// <summary>a b + c, rounded once.</summary>
    public static abstract T FusedMultiplyAdd(T a, T b, T c);

    public static abstract T Sqrt(T value);

    public static abstract T Min(T a, T b);

    public static abstract T Max(T a, T b);

    /// <summary>Whether every lane is at least the level.</summary>
    public static abstract bool AllAtLeast(T value, float level);

    /// <summary>Lane by lane the first choice where the value is at least the level, else the second.</summary>
    public static abstract T WhereAtLeast(T value, float level, T then, T otherwise);

    /// <summary>The integers that the lanes' bits are, as numbers.</summary>
    public static abstract T FromBits(T bits);

    public static abstract T AndBits(T a, uint mask);

    public static abstract T OrBits(T a, uint mask);

    public static abstract T XorBits(T a, T b);

    /// <summary>The difference of the integers that the lanes' bits are.</summary>
    public static abstract T SubtractBits(T a, T b);

    /// <summary>The integers that the lanes' bits are, halved <paramref name="count"/> times; the sign stays.</summary>
    public static abstract T ShiftBitsRight(T bits, int count);

    /// <summary>For each lane one of a table of 32 singles: the lowest five of the lane's bits say which.</summary>
    public static abstract T Lookup(ref float table, T bits);
}
