using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RiskEngine.Loading;

/// <summary>
/// Parts whose hash is asked for, one after the other. Lengths come first, so that no two lists of parts give the same bytes. Its memory is
/// borrowed: a sweep hashes a tree a job, and asks for as little new memory as it can.
/// </summary>
internal ref struct HashedParts
{
    private const int FirstLength = 4096;

    private byte[] bytes;
    private int length;

    /// <summary>No parts yet.</summary>
    public HashedParts() => bytes = ArrayPool<byte>.Shared.Rent(FirstLength);

    /// <summary>Adds a text, as UTF-8.</summary>
    public void Add(ReadOnlySpan<char> text)
    {
        var part = RoomFor(Encoding.UTF8.GetMaxByteCount(text.Length));
        Close(Encoding.UTF8.GetBytes(text, part));
    }

    /// <summary>Adds bytes.</summary>
    public void Add(ReadOnlySpan<byte> part)
    {
        part.CopyTo(RoomFor(part.Length));
        Close(part.Length);
    }

    /// <summary>The SHA-256 of all parts; nothing is added after it.</summary>
    public readonly byte[] Hash()
    {
        var hash = SHA256.HashData(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    /// <summary>Where the next part goes, behind its length.</summary>
    private Span<byte> RoomFor(int most)
    {
        var needed = length + sizeof(int) + most;
        if (needed > bytes.Length)
        {
            var longer = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * bytes.Length));
            bytes.AsSpan(0, length).CopyTo(longer);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = longer;
        }

        return bytes.AsSpan(length + sizeof(int));
    }

    private void Close(int part)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(length), part);
        length += sizeof(int) + part;
    }
}
