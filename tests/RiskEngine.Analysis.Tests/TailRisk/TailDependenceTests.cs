using MathNet.Numerics.Distributions;
using MathNet.Numerics.Integration;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Analysis.TailRisk;

namespace RiskEngine.Analysis.Tests.TailRisk;

internal sealed class TailDependenceTests
{
    private const int Paths = 400_000;

    private static readonly float[] first = Samples.Normally(Samples.Normals(Paths, 51), 0, 1);
    private static readonly float[] second = Samples.Normally(Samples.Normals(Paths, 52), 0, 1);

    [TestCase(0.05)]
    [TestCase(0.01)]
    public void Independent_tails_meet_by_chance(double part) => Within(TailDependence.Lower(first, second, part), part);

    [Test]
    public void The_same_column_meets_itself() => Assert.That(TailDependence.Lower(first, first, 0.05).Value, Is.EqualTo(1));

    // Of two normals with correlation rho: the integral over the tail of Phi((q - rho x) / sqrt(1 - rho^2)), by its part.
    [TestCase(0.6, 0.05)]
    [TestCase(-0.4, 0.05)]
    public void Normal_tails_meet_as_their_correlation_says(double rho, double part)
    {
        var q = Normal.InvCDF(0, 1, part);
        var both = GaussLegendreRule.Integrate(
            x => Normal.PDF(0, 1, x) * Normal.CDF(0, 1, (q - (rho * x)) / Math.Sqrt(1 - (rho * rho))),
            -9,
            q,
            128
        );
        float[] other = [.. first.Zip(second, (a, b) => (float)((rho * a) + (Math.Sqrt(1 - (rho * rho)) * b)))];
        Within(TailDependence.Lower(first, other, part), both / part);
    }

    // McNeil, Frey and Embrechts (2015), table 7.1: 0.25 in the limit for a t copula of 4 degrees of freedom and correlation 0.5; a
    // thousandth of the paths is near it.
    [Test]
    public void The_tails_of_a_t_copula_meet_however_far_out()
    {
        double[][] squares = [.. Enumerable.Range(53, 4).Select(seed => Samples.Normals(Paths, seed))];
        var (a, b) = (new float[Paths], new float[Paths]);
        for (var k = 0; k < Paths; k++)
        {
            var root = Math.Sqrt(squares.Average(s => s[k] * s[k]));
            a[k] = (float)(first[k] / root);
            b[k] = (float)(((0.5 * first[k]) + (Math.Sqrt(0.75) * second[k])) / root);
        }

        var found = TailDependence.Lower(a, b, 0.001);
        Assert.That(found.Value, Is.EqualTo(0.25).Within((4 * found.StandardError) + 0.01));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(1e-7)]
    public void A_part_without_paths_is_refused(double part) =>
        Assert.That(() => TailDependence.Lower(first, second, part), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static void Within(Estimate found, double expected) =>
        Assert.That(found.Value, Is.EqualTo(expected).Within(4 * found.StandardError));
}
