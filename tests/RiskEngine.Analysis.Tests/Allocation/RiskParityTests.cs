using MathNet.Numerics.LinearAlgebra.Double;
using RiskEngine.Analysis.Allocation;

namespace RiskEngine.Analysis.Tests.Allocation;

internal sealed class RiskParityTests
{
    [TestCase(-0.5)]
    [TestCase(0)]
    [TestCase(0.9)]
    public void Equal_correlations_give_weights_by_inverse_volatility(double correlation)
    {
        // Closed form (Maillard, Roncalli and Teiletche 2010): whatever the common correlation.
        double[] s = [0.1, 0.2, 0.4];
        var covariance = DenseMatrix.Create(3, 3, (i, j) => s[i] * s[j] * (i == j ? 1 : Math.Max(correlation, -0.49))).ToArray();

        Assert.That(RiskParity.OnVolatility(covariance), Is.EqualTo(new[] { 4.0 / 7, 2.0 / 7, 1.0 / 7 }).Within(1e-9));
    }

    [Test]
    public void Contributions_are_the_budgets()
    {
        // Definition: w (S w) / w'S w = b.
        var draws = DenseMatrix.OfColumnMajor(40, 8, Samples.Normals(320, 701));
        var covariance = (DenseMatrix)(draws.TransposeThisAndMultiply(draws) / 40);
        double[] budgets = [0.3, 0.2, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05];
        var w = DenseVector.OfArray(RiskParity.OnVolatility(covariance.ToArray(), budgets));
        var marginal = covariance * w;

        Assert.That(w.Select((x, i) => x * marginal[i] / (w * marginal)), Is.EqualTo(budgets).Within(1e-9));
        Assert.That(w.Sum(), Is.EqualTo(1).Within(1e-12));
    }

    [Test]
    public void What_has_no_variance_is_refused() =>
        Assert.That(
            () =>
                RiskParity.OnVolatility(
                    new double[,]
                    {
                        { 1, 0 },
                        { 0, 0 },
                    }
                ),
            Throws.ArgumentException.With.Message.Contains("found 0 at index 1")
        );

    // One of three has no risk: a third stays there, the rest goes by inverse volatility (the closed form above).
    [Test]
    public void What_has_no_risk_gets_an_equal_part_and_the_others_share_the_rest() =>
        Assert.That(
            RiskParity.WithRiskless(
                new double[,]
                {
                    { 0.04, 0, 0.01 },
                    { 0, 0, 0 },
                    { 0.01, 0, 0.01 },
                },
                1e-3
            ),
            Is.EqualTo(new[] { 2.0 / 9, 1.0 / 3, 4.0 / 9 }).Within(1e-9)
        );
}
