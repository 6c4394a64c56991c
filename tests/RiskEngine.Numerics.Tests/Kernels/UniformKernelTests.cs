using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

[TestFixtureSource(typeof(Widths), nameof(Widths.Available))]
public sealed class UniformKernelTests(int width)
{
    [Test]
    public void Every_width_gives_the_exact_uniform_of_its_words()
    {
        var (high, low, uniforms) = (new uint[64 * 17], new uint[64 * 17], new double[(64 * 17) - 3]);
        var stream = RandomStream.Create(1, "uniform");
        stream.FillWords(0, 0, high);
        stream.FillWords(0, 0, low, plane: 1);
        (high[0], low[0]) = (0, 0);
        (high[1], low[1]) = (uint.MaxValue, uint.MaxValue);
        UniformKernel.Transform((VectorWidth)width, high.AsSpan(0, uniforms.Length), low.AsSpan(0, uniforms.Length), uniforms);
        for (var i = 0; i < uniforms.Length; i++)
        {
            var k = ((ulong)high[i] << 20) | (low[i] >> 12);
            Assert.That(uniforms[i], Is.EqualTo(Math.ScaleB(k + 0.5, -52)));
        }
    }
}

public sealed class UniformRangeTests
{
    [Test]
    public void The_smallest_and_the_largest_uniform_are_half_a_unit_from_the_ends()
    {
        Assert.That(UniformKernel.Scalar(0, 0), Is.EqualTo(Math.ScaleB(1, -53)));
        Assert.That(UniformKernel.Scalar(uint.MaxValue, uint.MaxValue), Is.EqualTo(1 - Math.ScaleB(1, -53)));
    }
}
