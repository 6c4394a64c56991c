using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Drawdowns;

namespace RiskEngine.Analysis.Tests.Drawdowns;

internal sealed class DrawdownMeasuresTests
{
    [Test]
    public void A_uniform_column_has_the_closed_form_mean_quantile_and_tail_mean()
    {
        // Closed form, uniform on 0 to 1: 1/2, 0.95 and 0.975.
        var column = Uniforms(200_000);

        Samples.AssertWithinFourErrors(DrawdownMeasures.Mean(ColumnMoments.Of(column)), 0.5, "mean");
        Samples.AssertWithinFourErrors(DrawdownMeasures.Quantile(Samples.Sorted(column), 0.95), 0.95, "quantile");
        Samples.AssertWithinFourErrors(DrawdownMeasures.ConditionalDrawdownAtRisk(Samples.Sorted(column), 0.95), 0.975, "CDaR");
    }

    [Test]
    public void The_tail_mean_takes_the_deepest_drawdowns()
    {
        // By hand: the deepest 2.5 of 10 are 1, 0.5 and half of 0.25: 1.625/2.5 = 0.65.
        float[] column = [0, 0, 1, 0.125f, 0, 0.5f, 0.25f, 0, 0, 0];

        Assert.That(DrawdownMeasures.ConditionalDrawdownAtRisk(Samples.Sorted(column), 0.75).Value, Is.EqualTo(0.65).Within(1e-15));
    }

    [Test]
    public void The_tail_mean_has_the_error_of_the_mirrored_expected_shortfall()
    {
        // Invariance: the upper tail of x is the lower tail of -x.
        var column = Uniforms(1_001);
        float[] mirrored = [.. column.Select(x => -x)];
        var upper = DrawdownMeasures.ConditionalDrawdownAtRisk(Samples.Sorted(column), 0.95);
        var lower = Analysis.TailRisk.ExpectedShortfall.At(Samples.Sorted(mirrored), 0.95);

        Assert.That(upper.Value, Is.EqualTo(lower.Value).Within(1e-14));
        Assert.That(upper.StandardError, Is.EqualTo(lower.StandardError).Within(1e-14));
    }

    [TestCase(-0.01f)]
    [TestCase(1.5f)]
    public void A_drawdown_outside_0_to_1_is_refused(float bad)
    {
        Assert.That(
            () => DrawdownMeasures.Quantile(Samples.Sorted([0.5f, bad, 0.25f]), 0.95),
            Throws.ArgumentException.With.Message.StartsWith("Expected maximum drawdowns between 0 and 1, found")
        );
    }

    private static float[] Uniforms(int n) =>
        [.. Samples.Normals(n, 31).Select(z => (float)MathNet.Numerics.Distributions.Normal.CDF(0, 1, z))];
}
