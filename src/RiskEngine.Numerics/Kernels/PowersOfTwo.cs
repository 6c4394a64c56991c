namespace RiskEngine.Numerics.Kernels;

/// <summary>2^(k/16) from a table of sixteen and k's place in the exponent.</summary>
/// <remarks>
/// Entry j holds the bits of 2^(j/16), less j in the place that k's lowest four bits come to when k is shifted there: entry k mod 16 plus k
/// shifted left by <see cref="ShiftToExponent"/> are the bits of 2^(k/16).
/// </remarks>
internal static class PowersOfTwo
{
    /// <summary>How far k is shifted.</summary>
    public const int ShiftToExponent = DoubleBits.ExponentAt - 4;

    /// <summary>The same for the upper half of the bits, which is all that the sum changes.</summary>
    public const int ShiftInUpperHalf = ShiftToExponent - 32;

    /// <summary>The entries.</summary>
    public static ReadOnlySpan<long> Bits =>
        [
            0x3ff0000000000000,
            0x3fefb5586cf9890f,
            0x3fef72b83c7d517b,
            0x3fef387a6e756238,
            0x3fef06fe0a31b715,
            0x3feedea64c123422,
            0x3feebfdad5362a27,
            0x3feeab07dd485429,
            0x3feea09e667f3bcd,
            0x3feea11473eb0187,
            0x3feeace5422aa0db,
            0x3feec49182a3f090,
            0x3feee89f995ad3ad,
            0x3fef199bdd85529c,
            0x3fef5818dcfba487,
            0x3fefa4afa2a490da,
        ];

    /// <summary>The upper halves of the entries.</summary>
    public static ReadOnlySpan<int> UpperHalves =>
        [
            0x3ff00000,
            0x3fefb558,
            0x3fef72b8,
            0x3fef387a,
            0x3fef06fe,
            0x3feedea6,
            0x3feebfda,
            0x3feeab07,
            0x3feea09e,
            0x3feea114,
            0x3feeace5,
            0x3feec491,
            0x3feee89f,
            0x3fef199b,
            0x3fef5818,
            0x3fefa4af,
        ];

    /// <summary>The lower halves of the entries.</summary>
    public static ReadOnlySpan<int> LowerHalves =>
        [
            0x00000000,
            0x6cf9890f,
            0x3c7d517b,
            0x6e756238,
            0x0a31b715,
            0x4c123422,
            unchecked((int)0xd5362a27),
            unchecked((int)0xdd485429),
            0x667f3bcd,
            0x73eb0187,
            0x422aa0db,
            unchecked((int)0x82a3f090),
            unchecked((int)0x995ad3ad),
            unchecked((int)0xdd85529c),
            unchecked((int)0xdcfba487),
            unchecked((int)0xa2a490da),
        ];
}
