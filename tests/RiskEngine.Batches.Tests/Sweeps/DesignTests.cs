using RiskEngine.Abstractions.Parameters;
using RiskEngine.Batches.Sweeps;

namespace RiskEngine.Batches.Tests.Sweeps;

public sealed class DesignTests
{
    private static SweptRange Of(string path, Parameter range) => new(path, range, SweptRange.Number);

    private static double[] Column(SweepDesign design, int at) =>
        [.. Enumerable.Range(0, (int)design.Count).Select(i => design.At(i)[at].Number!.Value)];

    [Test]
    public void A_latin_hypercube_has_one_point_in_each_stratum_of_each_path()
    {
        var design = new LatinHypercubeDesign([Of("a", new Uniform(0, 1)), Of("b", new Uniform(-2, 2))], 50, seed: 3);

        Assert.That(Column(design, 0).Select(x => (int)(x * 50)), Is.EquivalentTo(Enumerable.Range(0, 50)));
        Assert.That(Column(design, 1).Select(x => (int)((x + 2) / 4 * 50)), Is.EquivalentTo(Enumerable.Range(0, 50)));
    }

    [Test]
    public void A_latin_hypercube_is_known_by_its_seed_and_a_path_s_strata_do_not_depend_on_the_others()
    {
        var range = Of("a", new Uniform(0, 1));
        var alone = Column(new LatinHypercubeDesign([range], 20, 3), 0);

        Assert.That(Column(new LatinHypercubeDesign([Of("z", new Uniform(0, 1)), range], 20, 3), 1), Is.EqualTo(alone));
        Assert.That(Column(new LatinHypercubeDesign([range], 20, 4), 0), Is.Not.EqualTo(alone));
    }

    // The first 2^m points of a Sobol sequence have one point in each of 2^m equal intervals of every dimension (a (0,1)-sequence each);
    // Owen's scrambling keeps that.
    [Test]
    public void Sobol_points_have_one_point_in_each_interval()
    {
        var design = new SobolDesign([Of("a", new Uniform(0, 1)), Of("b", new Uniform(0, 1))], 64, 1);

        foreach (var at in new[] { 0, 1 })
            Assert.That(Column(design, at).Select(x => (int)(x * 64)), Is.EquivalentTo(Enumerable.Range(0, 64)));
    }

    // PERT(0, 1, 2) has mean 1 and standard deviation 2 / (2 sqrt(7)) (Vose 2008, 4 x mode weight).
    [Test]
    public void Points_follow_the_distribution_of_their_path()
    {
        var values = Column(new SobolDesign([Of("a", new Pert(0, 1, 2))], 1024, 1), 0);

        Assert.That(values.Average(), Is.EqualTo(1).Within(0.002));
        Assert.That(Math.Sqrt(values.Average(v => (v - 1) * (v - 1))), Is.EqualTo(1 / Math.Sqrt(7)).Within(0.002));
    }
}
