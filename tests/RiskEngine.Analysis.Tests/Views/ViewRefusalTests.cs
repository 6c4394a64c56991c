using RiskEngine.Analysis.Columns;
using RiskEngine.Analysis.Views;
using RiskEngine.Analysis.Views.Quantities;

namespace RiskEngine.Analysis.Tests.Views;

internal sealed class ViewRefusalTests
{
    private static readonly float[] column = Samples.Normally(Samples.Normals(5_000, 301), 0.05, 0.2);

    [Test]
    public void What_no_path_reaches_is_refused_with_the_range_of_the_paths()
    {
        var refusal = Refused(new View("twice the money", new MeanOf(column), ViewRelation.Equal, 2));

        Assert.That((refusal.View.Name, refusal.Alone), Is.EqualTo(("twice the money", true)));
        Assert.That(refusal.High, Is.EqualTo((double)column.Max()));
        Assert.That(Refused(new View("never seen", new ProbabilityOf(new bool[100]), ViewRelation.AtLeast, 0.1)).High, Is.Zero);
    }

    [Test]
    public void A_view_against_those_before_it_is_named_with_what_was_possible()
    {
        var refusal = Refused(
            new View("up", new MeanOf(column), ViewRelation.AtLeast, 0.15),
            new View("down", new MeanOf(column), ViewRelation.AtMost, 0)
        );

        Assert.That((refusal.View.Name, refusal.Alone), Is.EqualTo(("down", false)));
        Assert.That(refusal.Low, Is.EqualTo(0.15).Within(1e-3));
    }

    [Test]
    public void Too_few_scenarios_left_are_refused_and_how_far_it_could_go_is_said()
    {
        // Closed form: a share of 1% is a relative entropy of ln 100 = 4.6, a mean sqrt(2 x 4.6) = 3.03 deviations away; 5,000 paths thin
        // out a little earlier.
        var refusal = Refused(new View("far", new MeanOf(column), ViewRelation.Equal, 0.05 + (0.2 * 3.4)));

        Assert.That(refusal.Alone, Is.False);
        Assert.That((refusal.High - 0.05) / 0.2, Is.EqualTo(3).Within(0.15));
    }

    [Test]
    public void A_share_that_is_asked_for_is_kept()
    {
        var far = new View("far", new MeanOf(column), ViewRelation.Equal, 0.25);

        Assert.That(EntropyPooling.Of([far], PathWeights.Equal, 0.7).Refusal, Is.Not.Null);
        Assert.That(EntropyPooling.Of([far], PathWeights.Equal, 0.5).Posterior, Is.Not.Null);
    }

    [Test]
    public void Misuse_is_refused()
    {
        var mean = new MeanOf(column);
        Assert.That(
            () => EntropyPooling.Of([], PathWeights.Equal, 0.01),
            Throws.ArgumentException.With.Message.Contains("at least one view")
        );
        Assert.That(
            () => EntropyPooling.Of([new View("x", mean, ViewRelation.Equal, 0, 0)], PathWeights.Equal, 0.01),
            Throws.ArgumentException.With.Message.Contains("'x'")
        );
        Assert.That(
            () => EntropyPooling.Of([new View("x", mean, ViewRelation.Equal, double.NaN)], PathWeights.Equal, 0.01),
            Throws.ArgumentException
        );
        Assert.That(
            () =>
                EntropyPooling.Of(
                    [new View("x", mean, ViewRelation.Equal, 0), new View("y", new MeanOf([1, 2]), ViewRelation.Equal, 0)],
                    PathWeights.Equal,
                    0.01
                ),
            Throws.ArgumentException.With.Message.Contains("5000 paths in every view, found 2 in view 'y'")
        );
        Assert.That(
            () => EntropyPooling.Of([new View("x", mean, ViewRelation.Equal, 0)], PathWeights.Equal, 0),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );
    }

    private static ViewRefusal Refused(params View[] views)
    {
        var result = EntropyPooling.Of(views, PathWeights.Equal, 0.01);
        Assert.That(result.Posterior, Is.Null);
        return result.Refusal!;
    }
}
