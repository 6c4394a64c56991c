using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

[TestFixtureSource(typeof(Widths), nameof(Widths.Available))]
public sealed class PhiloxKernelTests(int width)
{
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(16)]
    public void Every_width_gives_the_words_of_the_function(int groups)
    {
        var stream = RandomStream.Create(1, "philox");

        // The third block begins 16 counters before the upper half of n changes.
        foreach (var firstPath in new[] { 0L, 640, (1L << 34) - 64, (1L << 50) + 64 })
        {
            var words = new uint[groups * RandomStream.PathGroup];
            PhiloxKernel.Fill((VectorWidth)width, stream.Key, firstPath, 0xFFFFFFF0, 3, words);
            Assert.That(words, Is.EqualTo(words.Select((_, i) => stream.Word(firstPath + i, 0xFFFFFFF0, 3))));
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7)]
    [TestCase(16)]
    [TestCase(33)]
    [TestCase(256)]
    public void Every_width_gives_the_words_of_scattered_paths(int count)
    {
        // Each of a counter's four words, repeated and descending paths, and some whose n has an upper half.
        var stream = RandomStream.Create(1, "philox");
        long[] paths = [.. Enumerable.Range(0, count).Select(i => (i % 3 == 2 ? 1L << 40 : 0) + Math.Abs(5000 - 37L * i))];
        var words = new uint[count];
        PhiloxKernel.Gather((VectorWidth)width, stream.Key, paths, 0xFFFFFFF0, 3, words);
        Assert.That(words, Is.EqualTo(paths.Select(p => stream.Word(p, 0xFFFFFFF0, 3))));
    }
}
