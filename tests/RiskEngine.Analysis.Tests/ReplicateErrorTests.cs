using RiskEngine.Abstractions.Measures;

namespace RiskEngine.Analysis.Tests;

/// <summary>Errors from replicates: the textbook formula, and Student's t.</summary>
public sealed class ReplicateErrorTests
{
    // 1, 2, 3, 4 about 2.6: squares 2.56 + 0.36 + 0.16 + 1.96 = 5.04, by 3 and 4 the error squared 0.42; t(3) at 97.5% is 3.182446 (any t
    // table).
    [Test]
    public void The_error_is_the_replicates_deviation_from_the_figure_over_the_root_of_their_number()
    {
        var estimate = ReplicateError.Of(Estimate.Normal(2.6, 1), [1, 2, 3, 4]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(estimate.Value, Is.EqualTo(2.6));
            Assert.That(estimate.StandardError, Is.EqualTo(Math.Sqrt(0.42)).Within(1e-12));
            Assert.That(estimate.High - estimate.Value, Is.EqualTo(3.182446 * Math.Sqrt(0.42)).Within(1e-5));
        }
    }

    [Test]
    public void A_figure_that_does_not_exist_stays_so_and_one_that_a_replicate_lacks_has_no_error()
    {
        Assert.That(ReplicateError.Of(Estimate.NotAvailable, [1, 2]).IsAvailable, Is.False);
        Assert.That(ReplicateError.Of(Estimate.Normal(1, 1), [1, double.NaN]).HasError, Is.False);
        Assert.That(() => ReplicateError.Of(Estimate.Normal(1, 1), [1]), Throws.ArgumentException);
    }

    [Test]
    public void One_replicate_leaves_the_figures_own_error() =>
        Assert.That(ReplicateError.Of(1, 10, _ => Estimate.Normal(3, 0.5)), Is.EqualTo(Estimate.Normal(3, 0.5)));

    [Test]
    public void Replicates_are_consecutive_paths_of_equal_number()
    {
        var seen = new List<Range>();
        ReplicateError.Of(
            4,
            12,
            r =>
            {
                seen.Add(r);
                return Estimate.Exact(1);
            }
        );
        Assert.That(seen, Is.EqualTo(new[] { ..12, 0..3, 3..6, 6..9, 9..12 }));
    }
}
