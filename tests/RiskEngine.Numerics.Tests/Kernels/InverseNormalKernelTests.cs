using MathNet.Numerics.Distributions;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

[TestFixtureSource(typeof(Widths), nameof(Widths.Available))]
public sealed class InverseNormalKernelTests(int width)
{
    [Test]
    public void Every_width_gives_the_bits_of_the_scalar_twin()
    {
        // A million random words, every word of the far tails, and the words around each power of two, in both signs.
        var words = new uint[1_048_576 + 200_003];
        RandomStream.Create(1, "inverse normal").FillWords(0, 0, words.AsSpan(0, 1_048_576));
        for (var i = 1_048_576; i < words.Length; i++)
            words[i] = (uint)(i - 1_048_576) / 2;
        for (var bit = 0; bit < 32; bit++)
        {
            for (var step = 0; step < 8; step++)
                words[(bit * 8) + step] = (1u << bit) - 4 + (uint)step;
        }

        for (var i = 1; i < words.Length; i += 2)
            words[i] ^= 0x80000000;

        var normals = new float[words.Length];
        InverseNormalKernel.Transform((VectorWidth)width, words, normals);
        for (var i = 0; i < words.Length; i++)
        {
            if (BitConverter.SingleToInt32Bits(normals[i]) != BitConverter.SingleToInt32Bits(InverseNormalKernel.Scalar(words[i])))
                Assert.Fail($"word {words[i]:x8}: expected {InverseNormalKernel.Scalar(words[i]):R}, found {normals[i]:R}");
        }
    }

    [Test]
    public void Words_and_normals_may_be_the_same_memory()
    {
        var words = new uint[1000];
        for (var i = 0; i < words.Length; i++)
            words[i] = (uint)i * 0x9E3779B9;
        var expected = words.Select(InverseNormalKernel.Scalar).ToArray();
        var normals = System.Runtime.InteropServices.MemoryMarshal.Cast<uint, float>(words.AsSpan());
        InverseNormalKernel.Transform((VectorWidth)width, words, normals);
        Assert.That(normals.ToArray(), Is.EqualTo(expected));
    }
}

public sealed class InverseNormalAccuracyTests
{
    // Reference: MathNet's inverse normal distribution function in double precision (Wichura, 1988, relative error 1e-15).
    private static double Reference(uint m) => -Normal.InvCDF(0, 1, (m + 0.5) / 4294967296.0);

    [Test]
    public void The_tails_are_right_to_a_millionth_up_to_six_sigma()
    {
        // Each of the words beyond 5.3 sigma, then one in 41 down to 3.1 sigma. (All 4,194,304 were checked once: 9.1e-7.)
        var worst = 0.0;
        for (uint m = 0; m < 1u << 22; m += m < 500 ? 1u : 41u)
            worst = Math.Max(worst, Math.Abs(InverseNormalKernel.Scalar(m) - Reference(m)));
        Assert.That(worst, Is.LessThan(1e-6));
    }

    [Test]
    public void The_middle_is_right_to_four_tenths_of_a_millionth()
    {
        var worst = 0.0;
        for (var m = 1u << 22; m < 1u << 31; m += 10007)
            worst = Math.Max(worst, Math.Abs(InverseNormalKernel.Scalar(m) - Reference(m)));
        Assert.That(worst, Is.LessThan(4e-7));
    }

    [Test]
    public void The_extreme_words_give_the_extreme_normals()
    {
        Assert.That(
            InverseNormalKernel.Scalar(0),
            Is.EqualTo(-Normal.InvCDF(0, 1, Math.Pow(2, -33))).Within(1e-6).And.EqualTo(6.34).Within(0.005)
        );
        Assert.That(InverseNormalKernel.Scalar(0x7FFFFFFF), Is.EqualTo(0).Within(1e-7));
    }

    [Test]
    public void The_top_bit_turns_the_sign_and_nothing_else()
    {
        for (var m = 0u; m < 1u << 31; m += 99991)
            Assert.That(InverseNormalKernel.Scalar(m | 0x80000000), Is.EqualTo(-InverseNormalKernel.Scalar(m)));
    }

    [Test]
    public void Normals_never_rise_with_their_tail_by_more_than_their_rounding()
    {
        // The polynomials of two halves of an octave meet at m = 2^k and 3/2 2^k: no step may be larger than the stated error.
        for (var bit = 1; bit < 31; bit++)
        {
            foreach (var join in new[] { 1u << bit, 3u << (bit - 1) })
            {
                for (var m = Math.Max(1, join - Math.Min(join, 2000)); m < Math.Min(join + 2000, (1u << 31) - 1); m++)
                    Assert.That(InverseNormalKernel.Scalar(m + 1) - InverseNormalKernel.Scalar(m), Is.LessThan(1e-6), $"{m}");
            }
        }
    }

    [Test]
    public void Spans_of_different_length_are_refused() =>
        Assert.That(
            () => InverseNormalKernel.Transform(new uint[3], new float[4]),
            Throws.ArgumentException.With.Message.Contains("found 4")
        );
}
