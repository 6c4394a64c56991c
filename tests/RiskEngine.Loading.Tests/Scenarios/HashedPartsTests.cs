using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>The hash of parts is that of their bytes, each behind its length.</summary>
internal sealed class HashedPartsTests
{
    [TestCase(1)]
    [TestCase(3000)]
    [TestCase(100_000)]
    public void It_is_the_hash_of_lengths_and_bytes_however_long_they_are(int length)
    {
        var text = new string('险', length);
        byte[] bytes = [1, 2, 3];

        var parts = new HashedParts();
        parts.Add(text);
        parts.Add(bytes);

        byte[] first = Encoding.UTF8.GetBytes(text);
        byte[] all = [.. LengthOf(first), .. first, .. LengthOf(bytes), .. bytes];
        Assert.That(parts.Hash(), Is.EqualTo(SHA256.HashData(all)));
    }

    [Test]
    public void Where_parts_end_counts()
    {
        var one = new HashedParts();
        one.Add("ab");
        one.Add("c");
        var other = new HashedParts();
        other.Add("a");
        other.Add("bc");

        Assert.That(one.Hash(), Is.Not.EqualTo(other.Hash()));
    }

    private static byte[] LengthOf(byte[] part)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        return length;
    }
}
