using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>The exponential against the system's, over the whole range of doubles.</summary>
public sealed class ExpKernelTests
{
    [Test]
    public void Every_width_gives_the_bits_of_the_scalar_twin([ValueSource(typeof(Widths), nameof(Widths.Available))] int width)
    {
        var x = Spread(4096, 750);
        var (vector, scalar) = (new double[x.Length], new double[x.Length]);
        ExpKernel.Transform((VectorWidth)width, x, vector);
        ExpKernel.Transform(VectorWidth.Scalar, x, scalar);
        Assert.That(vector, Is.EqualTo(scalar));
    }

    // The system's function is right to half a unit in the last place or a little more: 2.2e-16.
    [Test]
    public void The_relative_error_is_below_4e_16([Values(0.01, 1, 30, 708)] double range)
    {
        var x = Spread(1 << 16, range);
        var y = new double[x.Length];
        ExpKernel.Transform(x, y);
        var worst = x.Zip(y).Max(p => Math.Abs(p.Second / Math.Exp(p.First) - 1));
        Assert.That(worst, Is.LessThan(4e-16 + 2.3e-16));
    }

    [Test]
    public void Special_numbers_come_out_as_they_should()
    {
        double[] x = [0, -0.0, 1, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 709.5, 710, -709, -745, -746, 708];
        var y = new double[x.Length];
        ExpKernel.Transform(x, y);
        Assert.That(y[0], Is.EqualTo(1));
        Assert.That(y[1], Is.EqualTo(1));
        for (var i = 3; i < 11; i++)
            Assert.That(y[i], Is.EqualTo(Math.Exp(x[i])), $"e^{x[i]}");
    }

    [Test]
    public void The_row_may_be_its_own_result([Values(1, 7, 8, 33)] int length)
    {
        var x = Spread(64, 5)[..length];
        var y = new double[length];
        ExpKernel.Transform(x, y);
        ExpKernel.Transform(x, x);
        Assert.That(x, Is.EqualTo(y));
    }

    [Test]
    public void Lengths_that_differ_are_refused() =>
        Assert.That(
            () => ExpKernel.Transform(new double[3], new double[4]),
            Throws.ArgumentException.With.Message.Contains("3").And.Message.Contains("4")
        );

    private static double[] Spread(int count, double range)
    {
        var x = new double[count];
        RandomStream.Create(11, "exp").FillUniforms(0, 0, x);
        return [.. x.Select(u => range * (2 * u - 1))];
    }
}
