using RiskEngine.Numerics.Kernels;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Numerics.Tests.Kernels;

/// <summary>
/// The kernels that work on rows: each against its plain formula, at every width and at lengths that are no multiple of a vector.
/// </summary>
public sealed class RowKernelTests
{
    private static readonly int[] rows = [3, 0, 2];
    private static readonly double[] coefficients = [0.7, -1.3, 2.1];

    [Test]
    public void A_linear_combination_is_its_fused_sum_in_order(
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width,
        [Values(0, 1, 7, 40, 64, 100)] int length,
        [Values] bool singles
    )
    {
        var (table, y) = (Uniforms("table", 4 * length), Uniforms("y", length));
        var z = new float[128];
        RandomStream.Create(5, "z").FillNormals(0, 0, z);
        var twin = y.ToArray();
        for (var i = 0; i < length; i++)
        {
            twin[i] += 0.01;
            for (var j = 0; j < rows.Length; j++)
                twin[i] = Math.FusedMultiplyAdd(coefficients[j], table[rows[j] * length + i], twin[i]);
            if (singles)
                twin[i] = Math.FusedMultiplyAdd(0.4, z[i], twin[i]);
        }

        LinearCombinationKernel.Add((VectorWidth)width, 0.01, rows, coefficients, table, 0.4, singles ? z.AsSpan(0, length) : [], y);
        Assert.That(y, Is.EqualTo(twin));
    }

    [Test]
    public void A_linear_combination_refuses_rows_outside_its_table() =>
        Assert.That(
            () => LinearCombinationKernel.Add(0, [4], [1.0], new double[40], 0, [], new double[10]),
            Throws.ArgumentException.With.Message.Contains("found row 4")
        );

    [Test]
    public void One_or_two_products_are_fused_into_a_sum_in_order(
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width,
        [Values(0, 1, 7, 16, 100)] int length
    )
    {
        var (a, b, c, d, sums) = (
            Uniforms("a", length),
            Uniforms("b", length),
            Uniforms("c", length),
            Uniforms("d", length),
            Uniforms("sums", length)
        );
        var twin = sums.Select((sum, i) => Math.FusedMultiplyAdd(c[i], d[i], Math.FusedMultiplyAdd(a[i], b[i], sum))).ToArray();
        ProductSumKernel.Add((VectorWidth)width, a, b, c, d, sums);
        Assert.That(sums, Is.EqualTo(twin));
        for (var i = 0; i < length; i++)
            twin[i] = Math.FusedMultiplyAdd(b[i], c[i], twin[i]);
        ProductSumKernel.Add((VectorWidth)width, b, c, [], [], sums);
        Assert.That(sums, Is.EqualTo(twin));
    }

    [Test]
    public void Products_of_rows_of_different_length_are_refused() =>
        Assert.That(
            () => ProductSumKernel.Add(new double[3], new double[3], new double[4], new double[3], new double[3]),
            Throws.ArgumentException.With.Message.Contains("found 3, 3, 4 and 3")
        );

    // By hand: cells of half a unit, 0, 1 and 4 at their ends, constant from one unit on; -0.25 stands in the middle of the first.
    [Test]
    public void A_shock_is_read_from_a_table_on_both_sides_and_is_constant_beyond(
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width,
        [Values(1, 4, 11, 16)] int length
    )
    {
        float[] some = [0, 0.25f, -0.25f, 0.5f, 0.75f, -0.75f, 1, 1.5f, -40, float.PositiveInfinity, float.NaN];
        double[] shocks = [0, 0.5, -0.5, 1, 2.5, -2.5, 4, 4, -4, 4, double.NaN];
        var (drift, volatility, x) = (Uniforms("drift", length), Uniforms("volatility", length), Uniforms("x", length));
        var twin = x.Select((value, i) => value + ((drift[i] * 0.25) + (volatility[i] * 0.5 * shocks[i % shocks.Length]))).ToArray();
        var normals = Enumerable.Range(0, length).Select(i => some[i % some.Length]).ToArray();

        OddTableKernel.Step((VectorWidth)width, [0, 1, 4, 4], 2, drift, 0.25, volatility, 0.5, normals, x);

        Assert.That(x, Is.EqualTo(twin));
    }

    [Test]
    public void A_shock_wants_a_table_and_rows_of_one_length()
    {
        double[] row = [1, 2];
        Assert.Multiple(() =>
        {
            Assert.That(
                () => OddTableKernel.Step([0, 1], 2, row, 1, row, 1, new float[2], new double[2]),
                Throws.ArgumentException.With.Message.Contains("found 2")
            );
            Assert.That(
                () => OddTableKernel.Step([0, 1, 1], 2, row, 1, row, 1, new float[3], new double[2]),
                Throws.ArgumentException.With.Message.Contains("found 2, 2 and 3")
            );
        });
    }

    [Test]
    public void Sums_are_held_to_their_bounds(
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width,
        [Values(0, 1, 7, 16, 100)] int length
    )
    {
        var (x, offset, sums) = (Uniforms("x", length), Uniforms("offset", length), new double[length]);
        BoundedSumKernel.Add((VectorWidth)width, x, offset, 0.5, 1.2, sums);
        Assert.That(sums, Is.EqualTo(x.Zip(offset, (a, b) => Math.Clamp(a + b, 0.5, 1.2))));
    }

    [Test]
    public void An_exponential_of_a_combination_is_that_of_its_fused_sum(
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width,
        [Values(0, 1, 7, 40, 64, 100)] int length,
        [Values] bool hasSums,
        [Values] bool hasSingles
    )
    {
        var (table, sums, y) = (Uniforms("table", 4 * length), Uniforms("sums", length), new double[length]);
        var z = new float[128];
        RandomStream.Create(5, "z").FillNormals(0, 0, z);
        hasSingles &= hasSums;
        if (length > 5)
            table[rows[0] * length + 5] = 2000; // out of a double's range

        var twinSums = sums.ToArray();
        var twin = new double[length];
        for (var i = 0; i < length; i++)
        {
            if (hasSingles)
                twinSums[i] = Math.FusedMultiplyAdd(0.4, z[i], twinSums[i]);
            twin[i] = hasSums ? 0.01 + twinSums[i] : 0.01;
            for (var j = 0; j < rows.Length; j++)
                twin[i] = Math.FusedMultiplyAdd(coefficients[j], table[rows[j] * length + i], twin[i]);
        }

        ExpKernel.Transform(VectorWidth.Scalar, twin, twin);
        ExpCombinationKernel.Transform(
            (VectorWidth)width,
            0.01,
            rows,
            coefficients,
            table,
            0.4,
            hasSingles ? z.AsSpan(0, length) : [],
            hasSums ? sums : [],
            y
        );
        Assert.That(y, Is.EqualTo(twin));
        Assert.That(sums, Is.EqualTo(twinSums));
        if (length > 5)
            Assert.That(y[5], Is.EqualTo(double.PositiveInfinity));
    }

    [Test]
    public void An_exponential_of_a_combination_refuses_rows_outside_its_table_and_singles_without_sums()
    {
        Assert.That(
            () => ExpCombinationKernel.Transform(0, [4], [1.0], new double[40], 0, [], [], new double[10]),
            Throws.ArgumentException.With.Message.Contains("found row 4")
        );
        Assert.That(
            () => ExpCombinationKernel.Transform(0, [], [], [], 1, new float[10], [], new double[10]),
            Throws.ArgumentException.With.Message.Contains("found 10")
        );
    }

    [Test]
    public void A_reversion_pulls_to_the_mean_and_adds_a_scaled_normal(
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width,
        [Values(0, 1, 7, 16, 100)] int length
    )
    {
        var (mean, decay, volatility, deviation, x) = (
            Uniforms("mean", length),
            Uniforms("decay", length),
            Uniforms("volatility", length),
            Uniforms("deviation", length),
            Uniforms("x", length)
        );
        var z = new float[128];
        RandomStream.Create(5, "z").FillNormals(0, 0, z);
        var twin = x.Select(
                (at, i) => Math.FusedMultiplyAdd(volatility[i] * deviation[i], z[i], Math.FusedMultiplyAdd(at - mean[i], decay[i], mean[i]))
            )
            .ToArray();
        ReversionKernel.Step((VectorWidth)width, mean, decay, volatility, deviation, z.AsSpan(0, length), x);
        Assert.That(x, Is.EqualTo(twin));
    }

    [Test]
    public void Crossings_are_all_places_that_come_down_to_zero(
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width,
        [Values(0, 1, 7, 16, 100)] int length,
        [Values] bool isSame
    )
    {
        var left = Uniforms("x", length);
        if (length > 3)
            left[3] = double.NaN;
        if (length > 5)
            left[5] = 0.3;
        double[] by = isSame ? [0.3] : [.. Uniforms("by", length)];
        var twin = left.Select((x, i) => x - by[isSame ? 0 : i]).ToArray();
        var places = new int[length];
        var found = CrossingKernel.Lower((VectorWidth)width, left, by, places);
        Assert.That(left, Is.EqualTo(twin));
        Assert.That(places[..found], Is.EqualTo(Enumerable.Range(0, length).Where(i => twin[i] <= 0)));
    }

    [Test]
    public void Crossings_refuse_amounts_that_fit_no_row() =>
        Assert.That(
            () => CrossingKernel.Lower(new double[3], new double[2], new int[3]),
            Throws.ArgumentException.With.Message.Contains("found 2")
        );

    [Test]
    public void Running_maxima_follow_peaks_and_the_deepest_fall_from_them(
        [ValueSource(typeof(Widths), nameof(Widths.Available))] int width,
        [Values(0, 1, 7, 16, 100)] int length
    )
    {
        var (peaks, troughs) = (new float[length], new float[length]);
        Array.Fill(peaks, 1);
        Array.Fill(troughs, 1);
        var (highest, deepest) = (peaks.ToArray(), troughs.ToArray());
        for (var step = 0; step < 5; step++)
        {
            var values = Uniforms($"step {step}", length).Select(u => 0.5 + u).ToArray();
            RunningMaximumKernel.Follow((VectorWidth)width, values, peaks, troughs);
            for (var i = 0; i < length; i++)
            {
                highest[i] = Math.Max(highest[i], (float)values[i]);
                deepest[i] = Math.Min(deepest[i], (float)values[i] / highest[i]);
            }
        }

        Assert.That(peaks, Is.EqualTo(highest));
        Assert.That(troughs, Is.EqualTo(deepest));
    }

    private static double[] Uniforms(string name, int count)
    {
        var x = new double[448];
        RandomStream.Create(5, name).FillUniforms(0, 0, x);
        return x[..count];
    }
}
