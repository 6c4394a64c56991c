using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RiskEngine.Numerics.RandomStreams;

/// <summary>The 64-bit key of one random stream: the name of the thing that is random, under a run's seed.</summary>
/// <remarks>
/// A key depends on nothing but seed and name, so that adding or removing a thing leaves every other thing's draws as they were.
/// The layout is fixed for ever: SHA-256 over the seed as eight little-endian bytes followed by the name in UTF-8; the key is the first
/// eight bytes of the digest, read little-endian. Among a million names two share a key with a probability of 3e-8.
/// </remarks>
/// <param name="Value">The key: its low 32 bits are Philox' first key word, its high 32 bits the second.</param>
public readonly record struct StreamKey(ulong Value)
{
    internal uint K0 => (uint)Value;

    internal uint K1 => (uint)(Value >> 32);

    /// <summary>The key of the stream with this name under this seed.</summary>
    /// <param name="seed">The seed of the run; any value.</param>
    /// <param name="name">The stream's name, compared by its UTF-8 bytes; not empty.</param>
    /// <exception cref="ArgumentException">The name is null or empty.</exception>
    public static StreamKey Create(ulong seed, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var bytes = new byte[sizeof(ulong) + Encoding.UTF8.GetByteCount(name)];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, seed);
        Encoding.UTF8.GetBytes(name, bytes.AsSpan(sizeof(ulong)));
        return new StreamKey(BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(bytes)));
    }
}
