using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Tests.TailRisk;

internal sealed class TailRiskTests
{
    private static readonly double[] levels = [0.95, 0.99];

    [Test]
    public void Lognormal_value_at_risk_and_expected_shortfall_match_the_closed_form()
    {
        // Closed form: VaR = 1 - exp(m + s z), ES = 1 - exp(m + s^2/2) Phi(z - s)/t, with t = 1 - level, z = Phi^-1(t).
        const double m = 0.03;
        const double s = 0.25;
        var profits = Samples.Sorted(Samples.Lognormal(Samples.Normals(400_000, 20260206), m, s));

        foreach (var level in levels)
        {
            var z = Normal.InvCDF(0, 1, 1 - level);
            Samples.AssertWithinFourErrors(ValueAtRisk.At(profits, level), 1 - Math.Exp(m + (s * z)), $"VaR {level}");
            Samples.AssertWithinFourErrors(ExpectedShortfall.At(profits, level), LognormalShortfall(m, s, level), $"ES {level}");
        }
    }

    [Test]
    public void On_the_quantile_grid_the_closed_form_is_met_to_four_digits()
    {
        // Deterministic: outcome i is the quantile at (i - 1/2)/n.
        const int n = 200_000;
        var z = Enumerable.Range(0, n).Select(i => Normal.InvCDF(0, 1, (i + 0.5) / n)).ToArray();
        var profits = Samples.Sorted(Samples.Lognormal(z, 0.03, 0.25));

        foreach (var level in levels)
        {
            Assert.That(ExpectedShortfall.At(profits, level).Value, Is.EqualTo(LognormalShortfall(0.03, 0.25, level)).Within(2e-5));
            Assert.That(
                ValueAtRisk.At(profits, level).Value,
                Is.EqualTo(1 - Math.Exp(0.03 + (0.25 * Normal.InvCDF(0, 1, 1 - level)))).Within(2e-5)
            );
        }
    }

    [Test]
    public void The_error_of_expected_shortfall_is_that_of_manistre_and_hancock()
    {
        // Twin: their formula, written out. [Var(L | L >= q) + a (ES - q)^2] / (n (1 - a)).
        var column = Samples.Lognormal(Samples.Normals(2_000, 5), 0, 0.3);
        var tail = column.Order().Take(100).Select(x => -(double)x).ToArray();
        var es = tail.Average();
        var variance = tail.Average(x => (x - es) * (x - es));
        var expected = Math.Sqrt((variance + (0.95 * (es - tail[^1]) * (es - tail[^1]))) / 100);

        var estimate = ExpectedShortfall.At(Samples.Sorted(column), 0.95);

        Assert.That(estimate.Value, Is.EqualTo(es).Within(1e-12));
        Assert.That(estimate.StandardError, Is.EqualTo(expected).Within(1e-12));
    }

    [Test]
    public void Small_samples_are_exact_and_the_last_path_counts_in_part()
    {
        // By hand, 10 paths, worst -0.5, -0.25, -0.125: at 75% the tail is 2.5 paths: (0.5 + 0.25 + 0.125/2)/2.5 = 0.325; VaR is the third
        // worst.
        float[] column = [0.5f, -0.25f, 0, 0, -0.5f, 0.25f, 0, -0.125f, 0, 0];

        Assert.That(ExpectedShortfall.At(Samples.Sorted(column), 0.75).Value, Is.EqualTo(0.325).Within(1e-15));
        Assert.That(ValueAtRisk.At(Samples.Sorted(column), 0.75).Value, Is.EqualTo(0.125));
        Assert.That(ExpectedShortfall.At(Samples.Sorted(column), 0.8).Value, Is.EqualTo(0.375).Within(1e-15));
    }

    [Test]
    public void A_tail_of_fewer_than_two_paths_has_no_error()
    {
        Assert.That(ExpectedShortfall.At(Samples.Sorted([1, 2, 3, -4]), 0.95).HasError, Is.False);
        Assert.That(ExpectedShortfall.At(Samples.Sorted([1, 2, 3, -4]), 0.95).Value, Is.EqualTo(4));
        Assert.That(ExpectedShortfall.At(Samples.Sorted([1, 2, 3, -4]), 0.5).HasError, Is.True);
    }

    [Test]
    public void A_constant_column_loses_the_same_everywhere()
    {
        var column = Enumerable.Repeat(-0.25f, 1_000).ToArray();

        Assert.That(ValueAtRisk.At(Samples.Sorted(column), 0.95), Is.EqualTo(Abstractions.Measures.Estimate.Exact(0.25)));
        Assert.That(ExpectedShortfall.At(Samples.Sorted(column), 0.95), Is.EqualTo(Abstractions.Measures.Estimate.Exact(0.25)));
    }

    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property Value_at_risk_is_never_above_expected_shortfall(NonEmptyArray<int> values, PositiveInt level)
    {
        float[] column = [.. values.Get.Select(value => value / 64f), 0f];
        var confidence = (1 + (level.Get % 98)) / 100.0;
        var var = ValueAtRisk.At(Samples.Sorted(column), confidence).Value;
        var es = ExpectedShortfall.At(Samples.Sorted(column), confidence).Value;
        return (var <= es).Label($"VaR {var}, ES {es}");
    }

    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property Scaling_scales_and_shifting_shifts(NonEmptyArray<short> values, short shift)
    {
        // Exact but for the last bit: shifts of integers and the factor 4 do not round in float.
        float[] column = [.. values.Get.Select(value => (float)value), 0f, 1f];
        float[] moved = [.. column.Select(x => (4 * x) + shift)];
        var es = ExpectedShortfall.At(Samples.Sorted(column), 0.6);
        var movedEs = ExpectedShortfall.At(Samples.Sorted(moved), 0.6);
        var var = ValueAtRisk.At(Samples.Sorted(column), 0.6);
        var movedVar = ValueAtRisk.At(Samples.Sorted(moved), 0.6);
        return Near((4 * es.Value) - shift, movedEs.Value)
            .And(!es.HasError || Near(4 * es.StandardError, movedEs.StandardError))
            .And((4 * var.Value) - shift == movedVar.Value);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(95)]
    public void A_level_outside_0_to_1_is_refused(double level)
    {
        Assert.That(() => ExpectedShortfall.At(Samples.Sorted([1, 2]), level), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => ValueAtRisk.At(Samples.Sorted([1, 2]), level), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static bool Near(double expected, double found) => Math.Abs(expected - found) <= 1e-9 * (1 + Math.Abs(expected));

    private static double LognormalShortfall(double m, double s, double level) =>
        1 - (Math.Exp(m + (s * s / 2)) * Normal.CDF(0, 1, Normal.InvCDF(0, 1, 1 - level) - s) / (1 - level));
}
