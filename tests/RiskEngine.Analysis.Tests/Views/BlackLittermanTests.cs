using MathNet.Numerics.LinearAlgebra.Double;
using RiskEngine.Analysis.Views;

namespace RiskEngine.Analysis.Tests.Views;

/// <summary>He and Litterman (1999), "The intuition behind Black-Litterman model portfolios": seven countries, tables 1 to 5.</summary>
internal sealed class BlackLittermanTests
{
    private const double RiskAversion = 2.5;
    private const double Tau = 0.05;

    // Australia, Canada, France, Germany, Japan, United Kingdom, United States.
    private static readonly double[] volatilities = [0.16, 0.203, 0.248, 0.271, 0.21, 0.2, 0.187];
    private static readonly double[] weights = [0.016, 0.022, 0.052, 0.055, 0.116, 0.124, 0.615];
    private static readonly double[,] correlations = DenseMatrix
        .OfRowArrays(
            [1, 0.488, 0.478, 0.515, 0.439, 0.512, 0.491],
            [0.488, 1, 0.664, 0.655, 0.310, 0.608, 0.779],
            [0.478, 0.664, 1, 0.861, 0.355, 0.783, 0.668],
            [0.515, 0.655, 0.861, 1, 0.354, 0.777, 0.653],
            [0.439, 0.310, 0.355, 0.354, 1, 0.405, 0.306],
            [0.512, 0.608, 0.783, 0.777, 0.405, 1, 0.652],
            [0.491, 0.779, 0.668, 0.653, 0.306, 0.652, 1]
        )
        .ToArray();

    private static readonly double[,] covariance = DenseMatrix
        .Create(7, 7, (i, j) => volatilities[i] * volatilities[j] * correlations[i, j])
        .ToArray();

    // Germany beats France and the United Kingdom, by their market weights, by 5%; Canada beats the United States by 3%.
    private static readonly double[] germany = [0, 0, -0.295, 1, 0, -0.705, 0];
    private static readonly double[] canada = [0, 1, 0, 0, 0, 0, -1];

    [Test]
    public void Equilibrium_returns_are_those_of_table_2() =>
        Assert.That(
            Percent(BlackLitterman.EquilibriumReturns(covariance, weights, RiskAversion)),
            Is.EqualTo(new[] { 3.9, 6.9, 8.4, 9.0, 4.3, 6.8, 7.6 }).Within(0.051)
        );

    [Test]
    public void A_view_on_Germany_gives_table_4()
    {
        // Their omega / tau of 0.021 is the view's own variance, a confidence of one half.
        var posterior = Posterior(new ReturnView(germany, 0.05, 0.5));

        Assert.That(Percent(posterior.Returns), Is.EqualTo(new[] { 4.3, 7.6, 9.3, 11.0, 4.5, 7.0, 8.1 }).Within(0.06));
        Assert.That(Percent(Unconstrained(posterior)), Is.EqualTo(new[] { 1.5, 2.1, -4.0, 35.4, 11.0, -9.5, 58.6 }).Within(0.15));
    }

    [Test]
    public void A_second_view_on_Canada_gives_table_5()
    {
        var posterior = Posterior(new ReturnView(germany, 0.05, 0.5), new ReturnView(canada, 0.03, 0.5));

        Assert.That(Percent(posterior.Returns), Is.EqualTo(new[] { 4.4, 8.7, 9.5, 11.2, 4.6, 7.0, 7.5 }).Within(0.06));
        Assert.That(Percent(Unconstrained(posterior)), Is.EqualTo(new[] { 1.5, 41.9, -3.4, 33.6, 11.0, -8.2, 18.8 }).Within(0.15));
    }

    [TestCase(0.1)]
    [TestCase(0.65)]
    public void A_confidence_tilts_by_its_part_of_what_certainty_would(double confidence)
    {
        // Idzorek (2005): the definition of his confidences.
        var prior = BlackLitterman.EquilibriumReturns(covariance, weights, RiskAversion);
        var sure = Posterior(new ReturnView(canada, 0.03, 1)).Returns;
        var found = Posterior(new ReturnView(canada, 0.03, confidence)).Returns;

        Assert.That(found, Is.EqualTo(prior.Zip(sure, (a, b) => a + (confidence * (b - a)))).Within(1e-12));
        Assert.That(sure[1] - sure[6], Is.EqualTo(0.03).Within(1e-12));
    }

    [Test]
    public void Wrong_shapes_are_refused()
    {
        Assert.That(
            () => BlackLitterman.EquilibriumReturns(covariance, [1], 2.5),
            Throws.ArgumentException.With.Message.Contains("1 assets, found 7 by 7")
        );
        Assert.That(() => Posterior(), Throws.ArgumentException.With.Message.Contains("at least one view"));
        Assert.That(() => Posterior(new ReturnView([1], 0, 1)), Throws.ArgumentException);
    }

    private static BlackLittermanPosterior Posterior(params ReturnView[] views) =>
        BlackLitterman.Posterior(BlackLitterman.EquilibriumReturns(covariance, weights, RiskAversion), covariance, Tau, views);

    /// <summary>
    /// The best portfolio at the posterior: (risk aversion x covariance)^-1 returns; without views it is the market's divided by 1 + tau.
    /// </summary>
    private static double[] Unconstrained(BlackLittermanPosterior posterior) =>
        [.. DenseMatrix.OfArray(posterior.Covariance).Solve(DenseVector.OfArray(posterior.Returns)) / RiskAversion];

    private static double[] Percent(double[] values) => Array.ConvertAll(values, x => 100 * x);
}
