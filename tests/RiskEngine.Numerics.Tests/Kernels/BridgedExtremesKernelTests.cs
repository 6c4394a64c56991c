using MathNet.Numerics;
using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

public sealed class BridgedExtremesKernelTests
{
    private const int Paths = 1 << 16;

    [Test]
    public void Halves_of_words_become_exponentials()
    {
        uint[] words = [0, 0xFFFF_FFFF, 0x0001_8000, 0x8000_1234, 0x7FFF_FFFE];
        var (first, second) = (new float[words.Length], new float[words.Length]);
        ExponentialPairKernel.Transform(words, first, second);
        for (var i = 0; i < words.Length; i++)
        {
            Assert.That(first[i], Is.EqualTo(-Math.Log(((words[i] >> 16) + 0.5) / 65536)).Within(5e-6), $"{words[i]:X8}");
            Assert.That(second[i], Is.EqualTo(-Math.Log(((words[i] & 0xFFFF) + 0.5) / 65536)).Within(5e-6), $"{words[i]:X8}");
        }
    }

    // Of a bridge from 1 to 1 with deviation s: maximum 1 + s m, P(m > y) = e^(-2 y^2) (Glasserman 2003, eq. 6.50), mean sqrt(pi / 8).
    [Test]
    public void Peaks_have_the_law_of_a_bridge_s_maximum()
    {
        const double s = 0.05;
        var (peaks, _) = Follow(1, s, 0);
        var rises = peaks.Select(p => (p - 1) / s).ToArray();
        var falls = Follow(1, s, 0, peak: 2).Troughs.Select(t => (1 - 2 * t) / s).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(rises.Average(), Is.EqualTo(Math.Sqrt(Constants.Pi / 8)).Within(0.006));
            Assert.That(falls.Average(), Is.EqualTo(Math.Sqrt(Constants.Pi / 8)).Within(0.006), "the minimum, by symmetry");
            Assert.That(rises.Count(y => y > 1) / (double)Paths, Is.EqualTo(Math.Exp(-2)).Within(0.006));
        }
    }

    [Test]
    public void Looks_at_days_miss_the_shift_and_ends_are_always_seen()
    {
        var (peaks, troughs) = Follow(1.1, 0.05, 0.01);
        var (whole, _) = Follow(1.1, 0.05, 0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(peaks.Min(), Is.EqualTo(1.1f));
            Assert.That(troughs.Max(), Is.EqualTo(1f));
            Assert.That(
                peaks.Zip(whole, (p, w) => w > 1.15f ? w - p : 0.0105f),
                Is.All.EqualTo(0.0105).Within(1e-6),
                "a hundredth of the middle"
            );
        }
    }

    [Test]
    public void Rows_of_other_lengths_are_refused() =>
        Assert.That(
            () =>
                BridgedExtremesKernel.Follow(
                    new double[4],
                    new ExtremesRows(new float[4], new float[3], new float[4]),
                    new float[4],
                    new float[4],
                    0.1,
                    0
                ),
            Throws.ArgumentException.With.Message.Contains("rows of 4")
        );

    private static (float[] Peaks, float[] Troughs) Follow(double to, double deviation, double shift, float peak = 1)
    {
        var words = new uint[Paths];
        RandomStream.Create(3, "extremes").FillWords(0, 0, words);
        var (up, down) = (new float[Paths], new float[Paths]);
        ExponentialPairKernel.Transform(words, up, down);
        var (values, last, peaks, troughs) = (new double[Paths], new float[Paths], new float[Paths], new float[Paths]);
        Array.Fill(values, to);
        Array.Fill(last, 1);
        Array.Fill(peaks, peak);
        Array.Fill(troughs, 1);
        BridgedExtremesKernel.Follow(values, new ExtremesRows(last, peaks, troughs), up, down, deviation, shift);
        return (peaks, troughs);
    }
}
