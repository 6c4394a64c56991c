using MathNet.Numerics.Distributions;
using RiskEngine.Analysis.Conditional;

namespace RiskEngine.Analysis.Tests.Conditional;

internal sealed class DecisiveLevelTests
{
    private const int Paths = 100_000;
    private static readonly double[] z = Samples.Normals(Paths, 95);

    [Test]
    public void A_level_that_decides_is_found()
    {
        // It holds exactly where the figure is above 0.5244, its 70% quantile.
        var found = DecisiveLevel.Of(Samples.Normally(z, 0, 1), [.. z.Select(x => x > Normal.InvCDF(0, 1, 0.7))])!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Level, Is.EqualTo(Normal.InvCDF(0, 1, 0.7)).Within(0.02));
            Assert.That(found.Above.Value, Is.GreaterThan(0.98));
            Assert.That(found.Below.Value, Is.LessThan(0.02));
            Assert.That(found.ShareAbove.Value, Is.EqualTo(0.3).Within(0.001));
        }
    }

    [Test]
    public void Conditional_probabilities_match_the_bivariate_normal()
    {
        // With correlation 0.6, P(y > 0 | x > 0) = 1/2 + asin(0.6)/pi (Sheppard 1899); at any level the two sides differ by no more than
        // found here.
        var w = Samples.Normals(Paths, 96);
        bool[] holds = [.. z.Zip(w, (x, y) => (0.6 * x) + (0.8 * y) > 0)];
        var found = DecisiveLevel.Of(Samples.Normally(z, 0, 1), holds)!;
        Assert.That(found.Difference, Is.GreaterThanOrEqualTo(2 * Math.Asin(0.6) / Math.PI - 0.01));
        var all = (found.ShareAbove.Value * found.Above.Value) + ((1 - found.ShareAbove.Value) * found.Below.Value);
        Assert.That(all, Is.EqualTo(holds.Count(h => h) / (double)Paths).Within(1e-9), "law of total probability");
    }

    [Test]
    public void A_figure_that_never_varies_has_no_level() => Assert.That(DecisiveLevel.Of(new float[100], new bool[100]), Is.Null);

    [Test]
    public void Twenty_paths_are_enough_and_the_figures_are_those_of_the_counts()
    {
        // The figure is 1 to 20 and it holds above 12, the 60% quantile, and at 3: 8 of 8 above, 1 of 12 below.
        var found = DecisiveLevel.Of(
            [.. Enumerable.Range(1, 20).Select(i => (float)i)],
            [.. Enumerable.Range(1, 20).Select(i => i is > 12 or 3)]
        )!;
        Assert.That((found.Level, found.ShareAbove.Value, found.Above.Value, found.Below.Value), Is.EqualTo((12.0, 0.4, 1.0, 1 / 12.0)));
    }

    [TestCase(4, false)]
    [TestCase(5, true)]
    public void A_twentieth_of_the_paths_must_lie_on_either_side_of_ties(int above, bool isFound)
    {
        float[] figure = [.. Enumerable.Range(0, 100).Select(i => i < above ? 1f : 0f)];
        Assert.That(DecisiveLevel.Of(figure, [.. figure.Select(x => x > 0)]) is not null, Is.EqualTo(isFound));
    }

    [Test]
    public void Too_few_paths_are_refused() =>
        Assert.That(() => DecisiveLevel.Of(new float[19], new bool[19]), Throws.ArgumentException.With.Message.Contains("at least 20"));
}
