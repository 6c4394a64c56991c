using MathNet.Numerics.Distributions;
using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Location;
using RiskEngine.Analysis.TailRisk;
using RiskEngine.Analysis.Views;
using RiskEngine.Analysis.Views.Quantities;

namespace RiskEngine.Analysis.Tests.Views;

internal sealed class EntropyPoolingTests
{
    private const int Paths = 20_000;
    private const double SmallestShare = 0.01;

    // Deterministic normals: outcome i is the quantile at (i - 1/2)/n; of the pairs each coordinate runs over such a grid.
    private static readonly float[] grid = [.. Enumerable.Range(0, Paths).Select(i => (float)Normal.InvCDF(0, 1, (i + 0.5) / Paths))];
    private static readonly (float[] X, float[] Y) pairs = Pairs(200);

    [TestCase(0.25)]
    [TestCase(-0.5)]
    [TestCase(1)]
    [TestCase(2)]
    public void A_mean_k_deviations_away_has_relative_entropy_k_squared_over_2(double k)
    {
        // Closed form: KL of normals N(k, 1) and N(0, 1).
        var posterior = Pool(new View("mean", new MeanOf(grid), ViewRelation.Equal, k));

        Assert.That(posterior.RelativeEntropy, Is.EqualTo(k * k / 2).Within(2).Percent);
        Assert.That(posterior.Views[0].Posterior, Is.EqualTo(k).Within(1e-8));
        Assert.That(posterior.EffectiveScenarios, Is.EqualTo(Paths * Math.Exp(-posterior.RelativeEntropy)).Within(1e-6).Percent);
    }

    [Test]
    public void A_volatility_higher_by_a_fifth_has_relative_entropy_0_037678()
    {
        // Closed form: (1.44 - 1 - ln 1.44) / 2.
        var posterior = Pool(new View("volatility", new VolatilityOf(grid), ViewRelation.Equal, 1.2));

        Assert.That(posterior.RelativeEntropy, Is.EqualTo(0.037678).Within(1).Percent);
        Assert.That(posterior.Views[0].Posterior, Is.EqualTo(1.2).Within(1e-7));
        Assert.That(ColumnMoments.Of(grid, posterior.Weights).Mean, Is.Zero.Within(1e-7));
    }

    [Test]
    public void Mean_and_volatility_together_are_the_normal_with_both()
    {
        // Closed form: KL of N(m, s^2) and N(0, 1) is (s^2 + m^2 - 1 - ln s^2) / 2. The order of the views does not matter.
        var expected = ((0.64 + 0.09 - 1) - Math.Log(0.64)) / 2;
        View[] views =
        [
            new("volatility", new VolatilityOf(grid), ViewRelation.Equal, 0.8),
            new("mean", new MeanOf(grid), ViewRelation.Equal, 0.3),
        ];

        Assert.That(Pool(views).RelativeEntropy, Is.EqualTo(expected).Within(1).Percent);
        Assert.That(Pool([.. views.Reverse()]).RelativeEntropy, Is.EqualTo(Pool(views).RelativeEntropy).Within(1e-9));
    }

    [Test]
    public void A_small_skewness_has_relative_entropy_of_its_square_over_12()
    {
        // Edgeworth: the density moves by g/6 (z^3 - 3 z), whose mean square is g^2/6; half of it is the relative entropy.
        var posterior = Pool(new View("skewness", new SkewnessOf(grid), ViewRelation.Equal, -0.1));

        Assert.That(posterior.RelativeEntropy, Is.EqualTo(0.01 / 12).Within(3).Percent);
        Assert.That(posterior.Views[0].Posterior, Is.EqualTo(-0.1).Within(1e-6));
        Assert.That(ColumnMoments.Of(grid, posterior.Weights).StandardDeviation, Is.EqualTo(1).Within(0.01));
    }

    [Test]
    public void A_small_excess_kurtosis_has_the_relative_entropy_of_the_Edgeworth_expansion()
    {
        // The density moves by k/m (z^4 - 6 z^2 + 3) with m the mean square of the bracket, 24 for a normal and less on a grid of
        // quantiles,
        // whose tails end; half of the mean square of the move is the relative entropy, k^2 / (2 m).
        var before = new KurtosisOf(grid).Value([.. Enumerable.Repeat(1.0 / grid.Length, grid.Length)]);
        var posterior = Pool(new View("kurtosis", new KurtosisOf(grid), ViewRelation.Equal, before - 0.02));

        Assert.That(before, Is.EqualTo(3).Within(0.05), "a normal's");
        var square = grid.Average(z => Math.Pow((double)z * z * z * z - 6 * (double)z * z + 3, 2));
        Assert.That(square, Is.InRange(18, 24));
        Assert.That(posterior.RelativeEntropy, Is.EqualTo(0.0004 / (2 * square)).Within(4).Percent);
        Assert.That(posterior.Views[0].Posterior, Is.EqualTo(before - 0.02).Within(1e-6));
        Assert.That(ColumnMoments.Of(grid, posterior.Weights).StandardDeviation, Is.EqualTo(1).Within(0.01));
    }

    [Test]
    public void A_correlation_of_independent_normals_has_relative_entropy_minus_half_the_log_of_1_minus_its_square()
    {
        var posterior = Pool(new View("correlation", new CorrelationOf(pairs.X, pairs.Y), ViewRelation.Equal, 0.4));

        Assert.That(posterior.RelativeEntropy, Is.EqualTo(-Math.Log(1 - 0.16) / 2).Within(2).Percent);
        Assert.That(posterior.Views[0].Posterior, Is.EqualTo(0.4).Within(1e-6));
    }

    [Test]
    public void Ranking_moves_the_means_until_they_are_equal()
    {
        // Closed form: the difference of the means, -0.3, is moved to 0; its variance is 1 + 0.25.
        float[] first = [.. pairs.X];
        float[] second = [.. pairs.Y.Select(y => (0.5f * y) + 0.3f)];
        var posterior = Pool(new View("ranking", MeanOf.Difference(first, second), ViewRelation.AtLeast, 0));

        Assert.That(posterior.RelativeEntropy, Is.EqualTo(0.09 / 1.25 / 2).Within(2).Percent);
        Assert.That(posterior.Views[0].Posterior, Is.Zero.Within(1e-8));
    }

    [Test]
    public void A_probability_and_a_quantile_have_the_relative_entropy_of_two_coins()
    {
        // Closed form: p ln(p/q) + (1 - p) ln((1 - p)/(1 - q)).
        var expected = (0.3 * Math.Log(0.3 / 0.1)) + (0.7 * Math.Log(0.7 / 0.9));
        bool[] event10 = [.. Enumerable.Range(0, Paths).Select(i => i < Paths / 10)];
        var level = grid[(Paths / 10) - 1];

        Assert.That(
            Pool(new View("event", new ProbabilityOf(event10), ViewRelation.Equal, 0.3)).RelativeEntropy,
            Is.EqualTo(expected).Within(1e-9)
        );
        var quantile = Pool(new View("quantile", QuantileOf.Outcomes(grid, 0.3), ViewRelation.Equal, level));
        Assert.That(quantile.RelativeEntropy, Is.EqualTo(expected).Within(1e-9));
        Assert.That(Quantiles.At(Sorted(quantile), 0.3).Value, Is.EqualTo(level));
        var loss = Pool(new View("VaR", QuantileOf.Losses(grid, 0.7), ViewRelation.AtLeast, -level));
        Assert.That(loss.RelativeEntropy, Is.EqualTo(expected).Within(1e-9));
    }

    [TestCase(ViewRelation.AtLeast, 2.5)]
    [TestCase(ViewRelation.Equal, 1.6)]
    public void Expected_shortfall_takes_the_value_at_risk_that_costs_least(ViewRelation relation, double target)
    {
        // Twin (Meucci, Ardia and Keel 2011): with the value at risk given, the view is two linear ones; the best of many is scanned for.
        var posterior = Pool(new View("ES", new ExpectedShortfallOf(grid, 0.95), relation, target));
        var best = double.PositiveInfinity;
        for (var v = 0.8; v < target; v += 0.01)
        {
            float[] tail = [.. grid.Select(x => (float)((Math.Max(-v - x, 0) / 0.05) + v))];
            View[] linear =
            [
                new("VaR", QuantileOf.Losses(grid, 0.95), ViewRelation.Equal, v),
                new("tail", new MeanOf(tail), ViewRelation.Equal, target),
            ];
            if (EntropyPooling.Of(linear, PathWeights.Equal, SmallestShare).Posterior is { } found)
                best = Math.Min(best, found.RelativeEntropy);
        }

        Assert.That(ExpectedShortfall.At(Sorted(posterior), 0.95).Value, Is.EqualTo(target).Within(1e-4));
        Assert.That(posterior.RelativeEntropy, Is.EqualTo(best).Within(1).Percent);
    }

    [Test]
    public void What_already_holds_changes_nothing()
    {
        View[] views =
        [
            new("mean", new MeanOf(grid), ViewRelation.AtMost, 0.1),
            new("volatility", new VolatilityOf(grid), ViewRelation.AtLeast, 0.9),
            new("loss", QuantileOf.Losses(grid, 0.95), ViewRelation.AtMost, 2),
        ];

        Assert.That(Pool(views).RelativeEntropy, Is.Zero.Within(1e-12));
    }

    [Test]
    public void A_view_that_binds_only_through_another_is_found()
    {
        // Two inequalities of the same column: only the stricter counts. A repeated view changes nothing.
        var mean = new MeanOf(grid);
        var posterior = Pool(
            new View("a", mean, ViewRelation.AtLeast, 0.2),
            new View("b", mean, ViewRelation.AtLeast, 0.5),
            new View("again", mean, ViewRelation.AtLeast, 0.5)
        );

        Assert.That(posterior.RelativeEntropy, Is.EqualTo(0.125).Within(1).Percent);
    }

    [Test]
    public void A_trusted_half_moves_half_way()
    {
        // Opinion pooling: with confidence c the posterior is c times the full one and 1 - c times the prior.
        var posterior = Pool(new View("mean", new MeanOf(grid), ViewRelation.Equal, 1, 0.25));

        Assert.That(posterior.Views[0].Posterior, Is.EqualTo(0.25).Within(1e-8));
    }

    [Test]
    public void Views_of_different_confidence_are_nested()
    {
        // By hand: both with 0.2, the more trusted alone with 0.5, neither with 0.3; x and y are independent.
        var posterior = Pool(
            new View("x", new MeanOf(pairs.X), ViewRelation.Equal, 1, 0.7),
            new View("y", new MeanOf(pairs.Y), ViewRelation.Equal, 1, 0.2)
        );

        Assert.That(posterior.Views.Select(v => v.Posterior), Is.EqualTo(new[] { 0.7, 0.2 }).Within(1e-6));
    }

    [Test]
    public void A_prior_of_unequal_probabilities_is_where_views_begin()
    {
        // Two steps are one: views on x, then views on y, from the first's posterior (x and y are independent).
        var x = new View("x", new MeanOf(pairs.X), ViewRelation.Equal, 0.5);
        var y = new View("y", new MeanOf(pairs.Y), ViewRelation.Equal, -0.5);
        var second = EntropyPooling.Of([y], Pool(x).Weights, SmallestShare).Posterior!;

        Assert.That(second.RelativeEntropy, Is.EqualTo(0.125).Within(2).Percent);
        Assert.That(ColumnMoments.Of(pairs.X, second.Weights).Mean, Is.EqualTo(0.5).Within(1e-6));
    }

    private static ViewPosterior Pool(params View[] views)
    {
        var result = EntropyPooling.Of(views, PathWeights.Equal, SmallestShare);
        Assert.That(result.Refusal, Is.Null);
        return result.Posterior!;
    }

    private static SortedColumn Sorted(ViewPosterior posterior) =>
        SortedColumn.Of(grid, new float[SortedColumn.ScratchLength(Paths)], posterior.Weights);

    private static (float[] X, float[] Y) Pairs(int side)
    {
        float[] axis = [.. Enumerable.Range(0, side).Select(i => (float)Normal.InvCDF(0, 1, (i + 0.5) / side))];
        var spread = (float)Math.Sqrt(axis.Average(x => x * x));
        return (
            [.. Enumerable.Range(0, side * side).Select(i => axis[i % side] / spread)],
            [.. Enumerable.Range(0, side * side).Select(i => axis[i / side] / spread)]
        );
    }
}
