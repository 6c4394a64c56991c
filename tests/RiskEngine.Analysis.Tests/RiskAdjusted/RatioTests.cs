using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.RiskAdjusted;

namespace RiskEngine.Analysis.Tests.RiskAdjusted;

internal sealed class RatioTests
{
    private const int Paths = 200_000;

    [Test]
    public void The_sharpe_ratio_of_a_normal_has_los_error()
    {
        // Closed form: (0.3 - 0.1)/0.4/sqrt(4) = 0.25; Lo (2002): Var = (1 + S^2/2)/n with S = 0.5 before annualising.
        var sharpe = Sharpe(Samples.Normally(Samples.Normals(Paths, 41), 0.3, 0.4), years: 4, riskFree: 0.1);

        Samples.AssertWithinFourErrors(sharpe, 0.25, "Sharpe");
        Assert.That(sharpe.StandardError, Is.EqualTo(Math.Sqrt((1 + (0.25 / 2)) / Paths) / 2).Within(1).Percent);
    }

    [Test]
    public void The_sortino_ratio_of_a_normal_matches_the_closed_form()
    {
        // Closed form: E[min(x - T, 0)^2] = s^2 [(1 + c^2) Phi(c) + c phi(c)], c = (T - m)/s.
        const double c = (0.1 - 0.3) / 0.4;
        var downside = 0.4 * Math.Sqrt(((1 + (c * c)) * Normal.CDF(0, 1, c)) + (c * Normal.PDF(0, 1, c)));
        var column = Samples.Normally(Samples.Normals(Paths, 42), 0.3, 0.4);

        Samples.AssertWithinFourErrors(Sortino(column, years: 4, riskFree: 0.1), 0.2 / downside / 2, "Sortino");
    }

    [Test]
    public void Small_samples_are_exact()
    {
        // By hand: mean 0.25, s^2 = 0.5/3; with target 0 the downside variance is 0.25^2/4.
        float[] column = [-0.25f, 0.25f, 0.25f, 0.75f];

        Assert.That(Sharpe(column, 1, 0).Value, Is.EqualTo(0.25 / Math.Sqrt(0.5 / 3)).Within(1e-15));
        Assert.That(Sortino(column, 1, 0).Value, Is.EqualTo(0.25 / 0.125).Within(1e-15));
    }

    [Test]
    public void A_ratio_without_denominator_is_not_available()
    {
        Assert.That(Sharpe([0.1f, 0.1f], 1, 0), Is.EqualTo(Estimate.NotAvailable));
        Assert.That(Sortino([0.1f, 0.2f], 1, 0.05), Is.EqualTo(Estimate.NotAvailable));
    }

    [FsCheck.NUnit.Property(Replay = "12345,67891")]
    public Property Ratios_do_not_change_with_the_scale_nor_with_a_shift_of_profit_and_risk_free_return(
        NonEmptyArray<sbyte> values,
        sbyte shift
    )
    {
        // The factor 4 and shifts of integers do not round in float.
        float[] column = [.. values.Get.Select(value => (float)value), -200f, 200f];
        float[] moved = [.. column.Select(x => (4 * x) + shift)];
        return Same(Sharpe(column, 2, 3), Sharpe(moved, 2, 12 + shift)).And(Same(Sortino(column, 2, 3), Sortino(moved, 2, 12 + shift)));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    public void A_horizon_that_is_not_positive_is_refused(double years)
    {
        Assert.That(() => Sharpe([1, 2], years, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Sortino([1, 2], years, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    private static Estimate Sharpe(float[] column, double years, double riskFree) =>
        SharpeRatio.Of(ColumnMoments.Of(column), years, riskFree);

    private static Estimate Sortino(float[] column, double years, double riskFree) =>
        SortinoRatio.Of(column, ColumnMoments.Of(column), years, riskFree);

    private static bool Same(Estimate a, Estimate b) =>
        Math.Abs(a.Value - b.Value) < 1e-9 && Math.Abs(a.StandardError - b.StandardError) < 1e-9;
}
