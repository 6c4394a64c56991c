using FsCheck;
using FsCheck.Fluent;
using RiskEngine.Numerics.Histograms;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Histograms;

public sealed class StreamingHistogramTests
{
    [Test]
    public void Numbers_go_into_half_open_bins()
    {
        var histogram = new StreamingHistogram(-1, 1, 4);
        histogram.Add([-1.5, -1, -0.6, -0.5, 0, 0.49, 0.5, 0.999, 1, 7, double.NegativeInfinity]);
        Assert.That(histogram.Counts.ToArray(), Is.EqualTo(new long[] { 2, 1, 2, 2 }));
        Assert.That((histogram.Underflow, histogram.Overflow, histogram.Count), Is.EqualTo((2L, 2L, 11L)));
        Assert.That((histogram.Minimum, histogram.Maximum), Is.EqualTo((double.NegativeInfinity, 7.0)));
    }

    [Test]
    public void A_number_just_below_the_upper_edge_is_no_overflow()
    {
        var histogram = new StreamingHistogram(0.1, 0.7, 3);
        histogram.Add([Math.BitDecrement(0.7)]);
        Assert.That(histogram.Counts[2], Is.EqualTo(1));
    }

    [Test]
    public void Quantiles_of_evenly_spread_numbers_are_exact()
    {
        var histogram = new StreamingHistogram(0, 10, 20);
        histogram.Add(Enumerable.Range(0, 10_000).Select(i => (i + 0.5) / 1000).ToArray());
        foreach (var p in new[] { 0.001, 0.05, 0.31, 0.5, 0.77, 0.999 })
            Assert.That(histogram.Quantile(p), Is.EqualTo(10 * p).Within(1e-12));
    }

    [Test]
    public void Quantiles_of_normals_are_within_a_bin_of_the_sorted_ones()
    {
        var normals = new float[64 * 1000];
        RandomStream.Create(11, "histogram").FillNormals(0, 0, normals);
        var histogram = new StreamingHistogram(-3, 3, 600); // some lie outside
        histogram.Add(normals);
        Array.Sort(normals);
        foreach (var p in new[] { 0.0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1.0 })
        {
            var sorted = normals[Math.Clamp((int)Math.Ceiling(p * normals.Length) - 1, 0, normals.Length - 1)];
            Assert.That(histogram.Quantile(p), Is.EqualTo(sorted).Within(0.01));
        }
    }

    [Test]
    public void Infinite_numbers_give_infinite_quantiles()
    {
        var histogram = new StreamingHistogram(0, 1, 10);
        histogram.Add([double.NegativeInfinity, 0.5, 0.5, double.PositiveInfinity]);
        Assert.That(histogram.Quantile(0.1), Is.EqualTo(double.NegativeInfinity));
        Assert.That(histogram.Quantile(0.5), Is.EqualTo(0.55).Within(1e-12));
        Assert.That(histogram.Quantile(0.9), Is.EqualTo(double.PositiveInfinity));
    }

    [FsCheck.NUnit.Property(MaxTest = 50)]
    public Property Any_split_and_order_of_merging_gives_the_same_histogram() => Prop.ForAll(
        ArbMap.Default.ArbFor<double[]>(), ArbMap.Default.ArbFor<uint>(),
        (values, cut) =>
        {
            var numbers = values.Where(value => !double.IsNaN(value)).ToArray();
            var at = (int)(cut % (uint)(numbers.Length + 1));
            StreamingHistogram whole = new(-5, 5, 7), one = new(-5, 5, 7), other = new(-5, 5, 7);
            whole.Add(numbers);
            one.Add(numbers.AsSpan(at));
            other.Add(numbers.AsSpan(0, at));
            one.Merge(other);
            return one.Counts.SequenceEqual(whole.Counts)
                && (one.Count, one.Underflow, one.Overflow, one.Minimum, one.Maximum)
                    == (whole.Count, whole.Underflow, whole.Overflow, whole.Minimum, whole.Maximum);
        });

    [Test]
    public void A_missing_number_is_refused_and_nothing_is_added()
    {
        var histogram = new StreamingHistogram(0, 1, 2);
        Assert.That(() => histogram.Add([0.5f, float.NaN]), Throws.ArgumentException.With.Message.Contains("found NaN"));
        Assert.That(histogram.Count, Is.Zero);
    }

    [Test]
    public void Different_bins_do_not_merge() =>
        Assert.That(
            () => new StreamingHistogram(0, 1, 2).Merge(new StreamingHistogram(0, 1, 3)),
            Throws.ArgumentException.With.Message.Contains("found 3 over [0, 1]"));

    [Test]
    public void Quantiles_need_numbers_and_a_probability()
    {
        var histogram = new StreamingHistogram(0, 1, 2);
        Assert.That(() => histogram.Quantile(0.5), Throws.InvalidOperationException);
        Assert.That(() => histogram.Quantile(1.5), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new StreamingHistogram(1, 1, 2), Throws.ArgumentException.With.Message.Contains("found 1 and 1"));
    }
}
