using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.RandomStreams;

public sealed class RandomStreamTests
{
    private static readonly RandomStream stream = RandomStream.Create(7, "address map");

    [Test]
    public void A_word_is_found_by_the_documented_address_map()
    {
        const long Path = (5L << 38) + (64 * 1000) + 37; // 37 = 2 x 16 + 5: the third word of lane 5
        var n = ((Path / 64) * 16) + 5;
        var key = ((uint)stream.Key.Value, (uint)(stream.Key.Value >> 32));
        var words = Philox4x32.Next(((uint)n, (uint)(n >> 32), 11, 2), key);
        Assert.That(stream.Word(Path, 11, plane: 2), Is.EqualTo(words.X2));
    }

    [TestCase(0L)]
    [TestCase(64L)]
    [TestCase((1L << 34) - 128)] // the low counter word runs over within the block
    [TestCase(1L << 40)]
    public void A_block_holds_what_its_addresses_say(long firstPath)
    {
        var words = new uint[64 * 5];
        var normals = new float[64 * 5];
        var uniforms = new double[64 * 5];
        stream.FillWords(firstPath, 3, words, plane: 9);
        stream.FillNormals(firstPath, 3, normals);
        stream.FillUniforms(firstPath, 3, uniforms);
        for (var i = 0; i < words.Length; i++)
        {
            Assert.That(words[i], Is.EqualTo(stream.Word(firstPath + i, 3, plane: 9)));
            Assert.That(normals[i], Is.EqualTo(stream.Normal(firstPath + i, 3)));
            Assert.That(uniforms[i], Is.EqualTo(stream.Uniform(firstPath + i, 3)));
        }
    }

    [FsCheck.NUnit.Property(MaxTest = 50)]
    public Property Any_partition_into_blocks_gives_the_same_numbers() =>
        Prop.ForAll(
            Gen.Choose(1, 20).NonEmptyListOf().ToArbitrary(),
            groups =>
            {
                var paths = groups.Sum() * RandomStream.PathGroup;
                var (whole, parts) = (new float[paths], new float[paths]);
                var (wholeUniforms, partUniforms) = (new double[paths], new double[paths]);
                stream.FillNormals(6400, 1, whole);
                stream.FillUniforms(6400, 1, wholeUniforms);
                var at = 0;
                foreach (var length in groups.Select(group => group * RandomStream.PathGroup))
                {
                    stream.FillNormals(6400 + at, 1, parts.AsSpan(at, length));
                    stream.FillUniforms(6400 + at, 1, partUniforms.AsSpan(at, length));
                    at += length;
                }

                return parts.AsSpan().SequenceEqual(whole) && partUniforms.AsSpan().SequenceEqual(wholeUniforms);
            }
        );

    [TestCase(32L, 64, "found 32")]
    [TestCase(-64L, 64, "found -64")]
    [TestCase(0L, 100, "found 100")]
    public void A_block_that_cuts_a_group_is_refused(long firstPath, int length, string found) =>
        Assert.That(() => stream.FillNormals(firstPath, 0, new float[length]), Throws.ArgumentException.With.Message.Contains(found));

    [Test]
    public void Filling_allocates_nothing()
    {
        var normals = new float[4096];
        var uniforms = new double[4096];
        stream.FillNormals(0, 0, normals);
        stream.FillUniforms(0, 0, uniforms);
        // A collection counts what was left of the thread's 8 KB as taken: the least of three rounds has none in it.
        var taken = long.MaxValue;
        for (var round = 0; round < 3; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            stream.FillNormals(0, 1, normals);
            stream.FillUniforms(0, 1, uniforms);
            taken = Math.Min(taken, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.That(taken, Is.Zero);
    }
}
