using System.Security.Cryptography;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.RandomStreams;

public sealed class StreamKeyTests
{
    // Pinned for ever: (printf 'seed as 8 little-endian bytes'; printf 'name') | sha256sum, first eight bytes reversed.
    [TestCase(42UL, "x", 0x64c9bc0d4ec074b0UL)]
    [TestCase(0UL, "NVDA", 0x1ee5abd7872dc93dUL)]
    public void A_key_never_changes(ulong seed, string name, ulong key) => Assert.That(StreamKey.Create(seed, name).Value, Is.EqualTo(key));

    [Test]
    public void A_key_is_the_head_of_the_SHA_256_of_seed_and_name()
    {
        byte[] layout = [8, 7, 6, 5, 4, 3, 2, 1, 0xE8, 0x8A, 0xAF]; // the character 芯 in UTF-8
        var expected = BitConverter.ToUInt64(SHA256.HashData(layout), 0);
        Assert.That(StreamKey.Create(0x0102030405060708, "芯").Value, Is.EqualTo(expected));
    }

    [Test]
    public void A_name_is_needed() =>
        Assert.That(() => StreamKey.Create(1, ""), Throws.ArgumentException.With.Property("ParamName").EqualTo("name"));
}
