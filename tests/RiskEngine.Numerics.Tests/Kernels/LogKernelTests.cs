using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>The logarithm against the system's, which is right to the last digit or next to it, at every width.</summary>
public sealed class LogKernelTests
{
    // From the smallest normal number to the largest, finest around 1, where the logarithm itself is small.
    private static readonly double[] numbers =
    [
        .. Enumerable.Range(-1022, 2046).Select(k => Math.ScaleB(1.0, k)),
        .. Enumerable.Range(1, 4000).Select(i => i / 1000.0),
        .. Enumerable.Range(1, 200).SelectMany(i => new[] { 1 + Math.ScaleB(1.0, -i / 4), 1 - Math.ScaleB(0.9, -i / 4) }),
        .. Enumerable.Range(1, 500).Select(i => Math.ScaleB(1 + i / 500.1, (i * 37 % 2000) - 1000)),
        double.MaxValue,
        2.2250738585072014e-308,
    ];

    [TestCaseSource(typeof(Widths), nameof(Widths.Available))]
    public void Logarithms_are_right_to_a_relative_5e_16(int width)
    {
        var logarithms = new double[numbers.Length];
        LogKernel.Transform((VectorWidth)width, numbers, logarithms);
        using (Assert.EnterMultipleScope())
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                Assert.That(
                    logarithms[i],
                    Is.EqualTo(Math.Log(numbers[i])).Within(5e-16 * Math.Abs(Math.Log(numbers[i]))),
                    $"ln {numbers[i]:R}"
                );
            }
        }
    }

    [TestCaseSource(typeof(Widths), nameof(Widths.Available))]
    public void What_is_no_normal_number_above_zero_goes_to_the_system(int width)
    {
        // Between normal numbers, so that a vector holds both.
        double[] x =
        [
            2,
            0,
            3,
            -1,
            0.5,
            double.PositiveInfinity,
            1,
            double.NaN,
            5e-324,
            7,
            double.NegativeInfinity,
            -0.0,
            1e-310,
            2,
            2,
            2,
            2,
        ];
        var logarithms = x.ToArray();
        LogKernel.Transform((VectorWidth)width, logarithms, logarithms);
        for (var i = 0; i < x.Length; i++)
        {
            var expected = Math.Log(x[i]);
            Assert.That(
                logarithms[i],
                double.IsFinite(expected) ? Is.EqualTo(expected).Within(5e-16 * Math.Abs(expected)) : Is.EqualTo(expected),
                $"ln {x[i]:R}"
            );
        }
    }

    [Test]
    public void One_logarithm_has_the_bits_of_a_row([ValueSource(typeof(Widths), nameof(Widths.Available))] int width)
    {
        var row = new double[numbers.Length];
        LogKernel.Transform((VectorWidth)width, numbers, row);
        Assert.That(row, Is.EqualTo(Array.ConvertAll(numbers, LogKernel.Scalar)));
    }

    [Test]
    public void Lengths_must_agree() =>
        Assert.That(
            () => LogKernel.Transform(new double[3], new double[4]),
            Throws.ArgumentException.With.Message.Contains("(3); found 4")
        );
}
