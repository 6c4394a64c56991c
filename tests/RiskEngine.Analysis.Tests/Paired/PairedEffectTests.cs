using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Location;
using RiskEngine.Analysis.Paired;
using RiskEngine.Analysis.Probabilities;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Tests.Paired;

internal sealed class PairedEffectTests
{
    private const int Paths = 200_000;
    private static readonly double[] z = Samples.Normals(Paths, 61);
    private static readonly double[] w = Samples.Normals(Paths, 62);

    // Without: normal (0.05, 0.2). With: mean 0.07, deviation 0.25, correlation 0.8.
    private static readonly float[] without = Samples.Normally(z, 0.05, 0.2);
    private static readonly float[] with = [.. z.Zip(w, (a, b) => (float)(0.07 + (0.2 * a) + (0.15 * b)))];

    [Test]
    public void The_effects_of_correlated_normals_match_the_closed_form()
    {
        // ES of a normal: -m + s phi(z)/t.
        var tail = Normal.PDF(0, 1, Normal.InvCDF(0, 1, 0.05)) / 0.05;

        Samples.AssertWithinFourErrors(PairedEffect.OnMean(with, without), 0.02, "mean");
        Samples.AssertWithinFourErrors(OnShortfall(with, without), -0.02 + (0.05 * tail), "ES");
        Samples.AssertWithinFourErrors(
            PairedEffect.OnLossProbability(with, without),
            Normal.CDF(0.07, 0.25, 0) - Normal.CDF(0.05, 0.2, 0),
            "loss probability"
        );
    }

    [Test]
    public void The_error_of_the_mean_effect_is_that_of_the_differences()
    {
        // Closed form: the difference is 0.02 + 0.15 w.
        Assert.That(PairedEffect.OnMean(with, without).StandardError, Is.EqualTo(0.15 / Math.Sqrt(Paths)).Within(1).Percent);
    }

    [Test]
    public void An_effect_is_the_difference_of_the_two_measures()
    {
        Assert.That(
            PairedEffect.OnMean(with, without).Value,
            Is.EqualTo(ColumnMoments.Of(with).Mean - ColumnMoments.Of(without).Mean).Within(1e-13)
        );
        Assert.That(OnShortfall(with, without).Value, Is.EqualTo(Shortfall(with).Value - Shortfall(without).Value).Within(1e-13));
        Assert.That(PairedEffect.OnLossProbability(with, without).Value, Is.EqualTo(Loss(with).Value - Loss(without).Value).Within(1e-13));
    }

    [Test]
    public void Pairing_has_a_smaller_error_than_two_separate_runs()
    {
        Assert.That(
            PairedEffect.OnMean(with, without).StandardError,
            Is.LessThan(0.7 * Unpaired(MomentMeasures.Mean(ColumnMoments.Of(with)), MomentMeasures.Mean(ColumnMoments.Of(without))))
        );
        Assert.That(OnShortfall(with, without).StandardError, Is.LessThan(0.9 * Unpaired(Shortfall(with), Shortfall(without))));
        Assert.That(PairedEffect.OnLossProbability(with, without).StandardError, Is.LessThan(0.9 * Unpaired(Loss(with), Loss(without))));
    }

    [Test]
    public void Identical_columns_have_no_effect_and_no_error()
    {
        Assert.That(PairedEffect.OnMean(with, with), Is.EqualTo(Estimate.Exact(0)));
        Assert.That(PairedEffect.OnLossProbability(with, with), Is.EqualTo(Estimate.Exact(0)));
        Assert.That(OnShortfall(with, with), Is.EqualTo(Estimate.Exact(0)));
    }

    [Test]
    public void A_sure_gain_lowers_expected_shortfall_by_itself_without_error()
    {
        // Invariance: after = before + 1/4 (integers and quarters do not round in float).
        float[] before = [.. Enumerable.Range(-500, 1_000).Select(k => (float)k)];
        float[] after = [.. before.Select(x => x + 0.25f)];

        Assert.That(PairedEffect.OnMean(after, before), Is.EqualTo(Estimate.Exact(0.25)));
        Assert.That(OnShortfall(after, before), Is.EqualTo(Estimate.Exact(-0.25)));
    }

    [Test]
    public void Swapping_the_columns_changes_the_sign_only()
    {
        var there = OnShortfall(with, without);
        var back = OnShortfall(without, with);

        Assert.That(back.Value, Is.EqualTo(-there.Value).Within(1e-15));
        Assert.That(back.StandardError, Is.EqualTo(there.StandardError).Within(1e-15));
    }

    [Test]
    public void The_three_effects_at_once_are_those_alone()
    {
        var (mean, shortfall, loss) = PairedEffect.Of(with, without, 0.95, new float[SortedColumn.ScratchLength(Paths)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(mean, Is.EqualTo(PairedEffect.OnMean(with, without)));
            Assert.That(shortfall, Is.EqualTo(OnShortfall(with, without)));
            Assert.That(loss, Is.EqualTo(PairedEffect.OnLossProbability(with, without)));
        }
    }

    [TestCase(float.NaN, "NaN", "with")]
    [TestCase(float.PositiveInfinity, "Infinity", "without")]
    public void A_bad_outcome_is_refused_of_the_three_at_once(float bad, string shown, string where)
    {
        float[] fine = [1, 2, 3];
        float[] broken = [1, bad, 3];
        Assert.That(
            () =>
                where == "with"
                    ? PairedEffect.Of(broken, fine, 0.5, new float[SortedColumn.ScratchLength(3)])
                    : PairedEffect.Of(fine, broken, 0.5, new float[SortedColumn.ScratchLength(3)]),
            Throws.ArgumentException.With.Message.Contains($"found {shown} at index 1").And.Property("ParamName").EqualTo(where)
        );
    }

    [Test]
    public void Columns_of_different_length_and_bad_outcomes_are_refused()
    {
        Assert.That(
            () => PairedEffect.OnMean(with, [1, 2]),
            Throws.ArgumentException.With.Message.StartsWith("Expected as many paths as in the first column, 200000, found 2.")
        );
        Assert.That(
            () => PairedEffect.OnMean([1], [1]),
            Throws.ArgumentException.With.Message.StartsWith("Expected at least 2 paths, found 1.")
        );
        Assert.That(
            () => PairedEffect.OnLossProbability([1, 2, 3], [1, float.NaN, 3]),
            Throws.ArgumentException.With.Message.Contains("found NaN at index 1").And.Property("ParamName").EqualTo("without")
        );
    }

    private static Estimate OnShortfall(float[] with, float[] without) =>
        PairedEffect.OnExpectedShortfall(with, without, 0.95, new float[SortedColumn.ScratchLength(with.Length)]);

    private static Estimate Shortfall(float[] column) => ExpectedShortfall.At(Samples.Sorted(column), 0.95);

    private static Estimate Loss(float[] column) => ProfitProbabilities.OfLoss(Samples.Sorted(column));

    private static double Unpaired(Estimate a, Estimate b) =>
        Math.Sqrt((a.StandardError * a.StandardError) + (b.StandardError * b.StandardError));
}
