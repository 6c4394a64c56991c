namespace RiskEngine.Numerics.RandomStreams;

/// <summary>
/// The counter-based random function Philox4x32-10: 128 bits of counter and 64 bits of key give 128 random bits.
/// </summary>
/// <remarks>
/// Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3", with the ten rounds of their recommendation.
/// There is no state: equal counters and keys give equal words, on every machine and for ever. Words are uniform on [0, 2^32).
/// </remarks>
public static class Philox4x32
{
    internal const int Rounds = 10;
    internal const uint M0 = 0xD2511F53;
    internal const uint M1 = 0xCD9E8D57;
    internal const uint W0 = 0x9E3779B9; // golden ratio
    internal const uint W1 = 0xBB67AE85; // sqrt(3) - 1

    /// <summary>The four random words of one counter under one key, least significant word first in all three.</summary>
    public static (uint X0, uint X1, uint X2, uint X3) Next((uint C0, uint C1, uint C2, uint C3) counter, (uint K0, uint K1) key)
    {
        var (c0, c1, c2, c3) = counter;
        var (k0, k1) = key;
        for (var round = 0; round < Rounds; round++)
        {
            var p0 = (ulong)M0 * c0;
            var p1 = (ulong)M1 * c2;
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            k0 += W0;
            k1 += W1;
        }

        return (c0, c1, c2, c3);
    }
}
