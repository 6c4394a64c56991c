using RiskEngine.Batches.Sensitivity;

namespace RiskEngine.Batches.Tests.Sensitivity;

public sealed class PawnIndexTests
{
    // A figure that is the number itself: in slice s of n it lies between s/n and (s + 1)/n, so that its distribution is
    // max(s, n - 1 - s)/n away from the whole one. With n = 10 the slices give 0.9, 0.8, 0.7, 0.6, 0.5 twice each: the median is 0.7.
    [Test]
    public void A_figure_that_is_the_number_itself_has_the_index_of_the_closed_form()
    {
        double[] places = [.. Enumerable.Range(0, 1000).Select(i => (i + 0.5) / 1000)];

        var index = PawnIndex.Of(places, places, 100, 1);

        Assert.That(index.Value, Is.EqualTo(0.7).Within(1e-12));
        Assert.That(index.Value, Is.InRange(index.Low, index.High));
    }

    [Test]
    public void Order_of_points_and_a_rising_change_of_the_figure_do_not_matter()
    {
        double[] places = [.. Enumerable.Range(0, 200).Select(i => (i * 77 % 200 + 0.5) / 200)];
        double[] values = [.. places.Select(p => (p - 0.3) * (p - 0.3))];
        var index = PawnIndex.Of(places, values, 100, 1).Value;

        Assert.That(PawnIndex.Of([.. places.Reverse()], [.. values.Reverse()], 100, 1).Value, Is.EqualTo(index));
        Assert.That(PawnIndex.Of(places, [.. values.Select(Math.Exp)], 100, 1).Value, Is.EqualTo(index));
    }

    [Test]
    public void A_constant_figure_depends_on_nothing() => Assert.That(PawnIndex.Of([0.1, 0.5, 0.9], [2, 2, 2], 100, 1).Value, Is.Zero);
}
