namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Some doubles beside each other, so that a kernel is written once and instanced for every width; one lane is the scalar twin. All
/// operations round like the scalar ones, and products are only fused where the kernel says so: every width gives the same bits.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
internal interface IDoubleLanes<T>
    where T : struct, IDoubleLanes<T>
{
    /// <summary>Number of lanes.</summary>
    public static abstract int Count { get; }

    public static abstract T Create(double value);

    public static abstract T Load(ref double from, nuint at);

    /// <summary>As many singles, widened.</summary>
    public static abstract T LoadSingles(ref float from, nuint at);

    public static abstract void Store(T value, ref double to, nuint at);

    /// <summary>Rounded to singles.</summary>
    public static abstract void StoreSingles(T value, ref float to, nuint at);

    public static abstract T Add(T a, T b);

    public static abstract T Subtract(T a, T b);

    public static abstract T Multiply(T a, T b);

    public static abstract T Divide(T a, T b);

    /// <summary>a b + c, rounded once.</summary>
    public static abstract T FusedMultiplyAdd(T a, T b, T c);

    public static abstract T Min(T a, T b);

    public static abstract T Max(T a, T b);

    /// <summary>2^(k/16) by <see cref="PowersOfTwo"/>, where k is the integer in the lowest bits of a lane.</summary>
    public static abstract T PowerOfTwo(T sixteenths);

    /// <summary>
    /// Whether the integer that each lane's bits are is at least the lowest, and by less than 2^<paramref name="bits"/> above it.
    /// </summary>
    public static abstract bool AllBitsWithin(T value, long lowest, int bits);

    /// <summary>Writes a normal number above zero as 2^k m with m from <paramref name="low"/> to 2 low; returns m.</summary>
    public static abstract T Split(T value, double low, out T k);

    /// <summary>Whether every lane is at least the one and at most the other limit; false where one is not a number.</summary>
    public static abstract bool AllBetween(T value, double low, double high);

    /// <summary>One bit a lane: set where a is at most b.</summary>
    public static abstract uint AtMost(T a, T b);
}
