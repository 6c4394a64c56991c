using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.RandomStreams;

/// <summary>Fixed seeds; each figure within four standard errors of what theory says.</summary>
public sealed class RandomStreamStatisticsTests
{
    private const int N = 1 << 20;

    private static readonly RandomStream stream = RandomStream.Create(20260206, "statistics");

    private static float[] Normals(RandomStream source, uint step)
    {
        var normals = new float[N];
        source.FillNormals(0, step, normals);
        return normals;
    }

    // The k-th power of a standard normal has the mean 0, 1, 0, 3 and the variance 1, 2, 15, 96.
    [TestCase(1, 0, 1)]
    [TestCase(2, 1, 2)]
    [TestCase(3, 0, 15)]
    [TestCase(4, 3, 96)]
    public void The_first_four_moments_of_normals_are_right(int power, double mean, double variance)
    {
        var moment = Normals(stream, 0).Average(z => Math.Pow(z, power));
        Assert.That(moment, Is.EqualTo(mean).Within(4 * Math.Sqrt(variance / N)));
    }

    [Test]
    public void Tails_hold_as_many_normals_as_they_should()
    {
        // Two-sided tail probabilities of the normal distribution beyond 3, 4 and 5 standard deviations.
        (float Beyond, double Probability)[] tails = [(3, 2.699796063e-3), (4, 6.334248367e-5), (5, 5.733031437e-7)];
        const int Steps = 32;
        var counts = new int[tails.Length];
        for (var step = 0u; step < Steps; step++)
        {
            foreach (var z in Normals(stream, step))
            {
                var size = Math.Abs(z);
                if (size <= 3)
                    continue;
                for (var i = 0; i < tails.Length; i++)
                    counts[i] += size > tails[i].Beyond ? 1 : 0;
            }
        }

        for (var i = 0; i < tails.Length; i++)
        {
            var expected = (double)N * Steps * tails[i].Probability;
            Assert.That(counts[i], Is.EqualTo(expected).Within(4 * Math.Sqrt(expected)), $"beyond {tails[i].Beyond}");
        }
    }

    // Pearson's chi-square over 256 equal cells has the mean 255 and the variance 510.
    [TestCase(24)]
    [TestCase(16)]
    [TestCase(8)]
    [TestCase(0)]
    public void Every_byte_of_the_words_is_uniform(int shift)
    {
        var words = new uint[N];
        stream.FillWords(0, 0, words);
        Assert.That(ChiSquare(words.Select(word => (int)((word >> shift) & 255))), Is.EqualTo(255).Within(4 * Math.Sqrt(510)));
    }

    [Test]
    public void Uniforms_are_uniform_and_open()
    {
        var uniforms = new double[N];
        stream.FillUniforms(0, 0, uniforms);
        Assert.That(ChiSquare(uniforms.Select(u => (int)(u * 256))), Is.EqualTo(255).Within(4 * Math.Sqrt(510)));
        Assert.That(ChiSquare(uniforms.Select(u => (int)(Math.ScaleB(u, 40) % 256))), Is.EqualTo(255).Within(4 * Math.Sqrt(510)));
        Assert.That(uniforms.Min(), Is.GreaterThan(0));
        Assert.That(uniforms.Max(), Is.LessThan(1));
    }

    [Test]
    public void Streams_steps_and_neighbouring_paths_are_uncorrelated()
    {
        var first = Normals(stream, 0);
        var bound = 4 / Math.Sqrt(N);
        Assert.That(Correlation(first, Normals(RandomStream.Create(20260206, "statistics2"), 0)), Is.Zero.Within(bound), "names");
        Assert.That(Correlation(first, Normals(RandomStream.Create(20260207, "statistics"), 0)), Is.Zero.Within(bound), "seeds");
        Assert.That(Correlation(first, Normals(stream, 1)), Is.Zero.Within(bound), "steps");
        foreach (var lag in new[] { 1, 16, 64 })
            Assert.That(Correlation(first.AsSpan(lag).ToArray(), first.AsSpan(0, N - lag).ToArray()), Is.Zero.Within(bound), $"lag {lag}");
        Assert.That(
            Correlation(first.Select(z => z * z).ToArray(), Normals(stream, 1).Select(z => z * z).ToArray()),
            Is.Zero.Within(bound),
            "squares"
        );
    }

    private static double ChiSquare(IEnumerable<int> cells)
    {
        var counts = new int[256];
        foreach (var cell in cells)
            counts[cell]++;
        return counts.Sum(count => Math.Pow(count - (N / 256.0), 2) / (N / 256.0));
    }

    private static double Correlation(float[] x, float[] y) =>
        MathNet.Numerics.Statistics.Correlation.Pearson(x.Select(v => (double)v), y.Select(v => (double)v));
}
