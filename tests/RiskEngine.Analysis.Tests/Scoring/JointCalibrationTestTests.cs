using MathNet.Numerics.Distributions;
using RiskEngine.Analysis.Scoring;
using RiskEngine.Numerics.RandomStreams;

namespace RiskEngine.Analysis.Tests.Scoring;

public sealed class JointCalibrationTestTests
{
    private const int Origins = 40;
    private const int Paths = 512;

    private static readonly float[][] normals = [.. Enumerable.Range(0, Origins).Select(o => NormalScores.Of(Draws(o), Paths))];

    /// <summary>Independent forecasts: the number in a band is binomial, whose two-sided tail is known.</summary>
    [TestCase(14)]
    [TestCase(20)]
    [TestCase(25)]
    public void Of_independent_forecasts_the_p_value_is_the_binomial_one(int inside)
    {
        var found = Test(names: 1, periods: 1, Inside(inside));
        var off = Math.Abs(inside - (Origins / 2));
        var expected = Enumerable
            .Range(0, Origins + 1)
            .Where(k => Math.Abs(k - (Origins / 2)) >= off)
            .Sum(k => Binomial.PMF(0.5, Origins, k));

        Assert.That(found.Covered[0], Is.EqualTo(inside / (double)Origins).Within(1e-12));
        Assert.That(found.CoverageP[0], Is.EqualTo(expected).Within(4 * Math.Sqrt(0.25 / 2_000)));
    }

    /// <summary>Names that are one and the same say no more than one of them.</summary>
    [Test]
    public void Names_that_move_as_one_give_the_p_value_of_one()
    {
        var one = Test(1, 1, Inside(14));
        var five = Test(5, 1, [.. Enumerable.Range(0, 5).SelectMany(s => Inside(14).Select(f => f with { Series = s }))]);

        Assert.That(five.CoverageP, Is.EqualTo(one.CoverageP));
        Assert.That(five.UniformP, Is.EqualTo(one.UniformP));
    }

    /// <summary>Forecasts over four periods share three of them with the next: the same share off is far less surprising.</summary>
    [Test]
    public void Overlapping_forecasts_say_less() =>
        Assert.That(Test(1, 4, Inside(12)).CoverageP[0], Is.GreaterThan(2 * Test(1, 1, Inside(12)).CoverageP[0]));

    [Test]
    public void Forecasts_that_are_all_at_the_edge_are_refused()
    {
        var found = Test(1, 1, [.. Enumerable.Range(0, Origins).Select(o => new ScoredForecast(o, 0, 0.99))]);

        Assert.That(found.Covered[0], Is.Zero);
        Assert.That(found.UniformP, Is.EqualTo(1 / 2_001.0).Within(1e-12));
        Assert.That(found.Counts[^1], Is.EqualTo(Origins));
    }

    private static CalibrationTest Test(int names, int periods, IReadOnlyList<ScoredForecast> forecasts)
    {
        var scores = normals.Select(row => (IReadOnlyList<float[]?>)[.. Enumerable.Repeat(row, names)]).ToArray();
        return new JointCalibrationTest(scores, [0.5], 4, 2_000, RandomStream.Create(3, "joint")).Test(forecasts, periods);
    }

    /// <summary>So many transforms in the middle half, the others in the upper tail.</summary>
    private static ScoredForecast[] Inside(int count) =>
        [.. Enumerable.Range(0, Origins).Select(o => new ScoredForecast(o, 0, o < count ? 0.3 + (0.01 * o) : 0.9))];

    private static float[] Draws(int origin)
    {
        var values = new float[Paths];
        RandomStream.Create(9, "draws").FillNormals(0, (uint)origin, values);
        return values;
    }
}
