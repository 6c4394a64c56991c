namespace RiskEngine.Numerics.Kernels;

/// <summary>
/// Singles whose registers hold few entries of a table: one of sixteen is picked in less than half the time of one of 32.
/// </summary>
/// <typeparam name="T">The lanes.</typeparam>
internal interface INarrowTables<T>
    where T : struct, ISingleLanes<T>, INarrowTables<T>
{
    /// <summary>
    /// Whether the integer that each lane's bits are is at least zero and less than 2^<paramref name="bits"/>.
    /// </summary>
    public static abstract bool AllBitsBelow(T value, int bits);

    /// <summary>For each lane one of a table of sixteen singles: the lowest four of the lane's bits say which.</summary>
    public static abstract T LookupSixteen(ref float table, T bits);
}
