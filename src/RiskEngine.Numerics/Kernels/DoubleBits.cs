namespace RiskEngine.Numerics.Kernels;

/// <summary>Where things stand in the 64 bits of a double (IEEE 754): sign, 11 bits of exponent, 52 of the fraction.</summary>
internal static class DoubleBits
{
    /// <summary>The lowest bit of the exponent.</summary>
    public const int ExponentAt = 52;

    /// <summary>Sign and exponent.</summary>
    public const long ExponentMask = unchecked((long)0xFFF0000000000000);

    /// <summary>
    /// Added to an exponent in its place, it makes all of them positive, so that they can be shifted without regard to the sign.
    /// </summary>
    public const long Bias = 1024L << ExponentAt;

    /// <summary>The bits of 2^52: a small integer in the low bits of it is added to that number.</summary>
    public const long Integers = 0x4330000000000000;

    /// <summary>What <see cref="Integers"/> and <see cref="Bias"/> make of the exponent zero: 2^52 + 1024.</summary>
    public const double IntegerOfZero = 4503599627371520;
}
