using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

[TestFixtureSource(typeof(Widths), nameof(Widths.Available))]
public sealed class TriangularProductTests(int width)
{
    [TestCase(1, 64, 0)]
    [TestCase(2, 128, 0)]
    [TestCase(3, 100, 0)]
    [TestCase(8, 192, 0)]
    [TestCase(31, 70, 0)]
    [TestCase(31, 192, 0.4)]
    [TestCase(30, 128, 0.9)]
    public void Every_width_gives_the_bits_of_the_plain_sum(int n, int block, double zeros)
    {
        var (lower, eps) = (Normals("L", n * n), Normals("eps", n * block));
        for (var at = 0; at < lower.Length; at++)
            lower[at] = at * 0.618 % 1 < zeros ? 0 : lower[at];
        var z = new float[n * block];
        new TriangularProduct(lower, n).Multiply((VectorWidth)width, eps, z);
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < block; k++)
            {
                var sum = 0f;
                for (var j = 0; j <= i; j++)
                    sum = MathF.FusedMultiplyAdd(lower[(i * n) + j], eps[(j * block) + k], sum);
                Assert.That(z[(i * block) + k], Is.EqualTo(sum), $"row {i}, path {k}");
            }
        }
    }

    [Test]
    public void The_identity_leaves_the_draws_as_they_are()
    {
        const int N = 5;
        var lower = new float[N * N];
        for (var i = 0; i < N; i++)
            lower[(i * N) + i] = 1;
        var eps = Normals("eps", N * 128);
        var z = new float[eps.Length];
        new TriangularProduct(lower, N).Multiply((VectorWidth)width, eps, z);
        Assert.That(z, Is.EqualTo(eps));
    }

    private static float[] Normals(string name, int length)
    {
        var normals = new float[(length + 63) / 64 * 64];
        RandomStream.Create(3, name).FillNormals(0, 0, normals);
        return normals[..length];
    }
}

public sealed class TriangularProductShapeTests
{
    [TestCase(3, 4, 4, "found 3")]
    [TestCase(4, 5, 5, "found 5")]
    [TestCase(4, 4, 6, "found 6")]
    public void Lengths_that_do_not_fit_are_refused(int lower, int eps, int z, string found) =>
        Assert.That(
            () => new TriangularProduct(new float[lower], 2).Multiply(new float[eps], new float[z]),
            Throws.ArgumentException.With.Message.Contains(found)
        );

    [Test]
    public void The_result_may_not_lie_over_the_draws()
    {
        var memory = new float[4];
        Assert.That(
            () => new TriangularProduct(new float[4], 2).Multiply(memory, memory),
            Throws.ArgumentException.With.Message.Contains("overlap")
        );
    }
}
