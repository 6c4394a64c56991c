namespace RiskEngine.Analysis.Columns;

/// <summary>
/// A float's bits made to order like the number, and the three digits of 11, 11 and 10 bits by which they are sorted and searched.
/// </summary>
/// <remarks>
/// The sign bit of a positive and all bits of a negative number are flipped. Minus zero comes before zero; NaN goes to the ends, by its
/// sign.
/// </remarks>
internal static class FloatKey
{
    /// <summary>How many values the widest digit has.</summary>
    internal const int Buckets = 1 << DigitBits;

    /// <summary>How many values the lowest digit has.</summary>
    internal const int LowBuckets = 1 << LowBits;

    /// <summary>The highest <see cref="High"/> digit of what lies below all finite numbers.</summary>
    internal const int BelowFinite = 0x007F_FFFF >> (LowBits + DigitBits);

    /// <summary>The highest such digit of a finite number.</summary>
    internal const int LastFinite = (int)(0xFF7F_FFFFu >> (LowBits + DigitBits));

    /// <summary>The bits of the lowest digit of <see cref="High"/>, <see cref="Middle"/> and <see cref="Low"/>.</summary>
    internal const uint LowMask = LowBuckets - 1;

    private const int DigitBits = 11;
    private const int LowBits = 32 - (2 * DigitBits);
    private const uint DigitMask = Buckets - 1;

    /// <summary>The key of a float's bits.</summary>
    internal static uint Of(uint bits) => bits ^ ((uint)((int)bits >> 31) | 0x8000_0000);

    /// <summary>The bits of a key's float.</summary>
    internal static uint Bits(uint key) => key ^ (~(uint)((int)key >> 31) | 0x8000_0000);

    /// <summary>A key's float.</summary>
    internal static float Value(uint key) => BitConverter.UInt32BitsToSingle(Bits(key));

    /// <summary>The upper 11 bits.</summary>
    internal static int High(uint key) => (int)(key >> (LowBits + DigitBits));

    /// <summary>The 11 bits in the middle.</summary>
    internal static int Middle(uint key) => (int)((key >> LowBits) & DigitMask);

    /// <summary>The lower 10 bits.</summary>
    internal static int Low(uint key) => (int)(key & LowMask);
}
