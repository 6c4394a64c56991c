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
        foreach (var firstPath in new[] { 0L, 640, (1L << 34) - 64, (1L << 50) + 64 })
        {
            var words = new uint[groups * RandomStream.PathGroup];
            PhiloxKernel.Fill((VectorWidth)width, stream.Key, firstPath, 0xFFFFFFF0, 3, words);
            Assert.That(words, Is.EqualTo(words.Select((_, i) => stream.Word(firstPath + i, 0xFFFFFFF0, 3))));
        }
    }
}
