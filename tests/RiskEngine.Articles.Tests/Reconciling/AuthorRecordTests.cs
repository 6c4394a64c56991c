using RiskEngine.Articles.Reconciling;

namespace RiskEngine.Articles.Tests.Reconciling;

/// <summary>What a record of past calls says of the next one.</summary>
public sealed class AuthorRecordTests
{
    // The mean of Beta(0.38 x 20 + met, 0.62 x 20 + missed).
    [TestCase(0, 0, 0.38)]
    [TestCase(20, 20, (7.6 + 20) / 40)]
    [TestCase(3, 2, (7.6 + 2) / 23)]
    [TestCase(2000, 1200, (7.6 + 1200) / 2020)]
    public void The_weight_is_the_rate_of_calls_met_shrunk_towards_the_population_s(int calls, int met, double weight)
    {
        var record = AuthorRecord.Of([.. Enumerable.Range(0, calls).Select(i => (0.5, i < met))]);

        Assert.That(record.Weight, Is.EqualTo(weight).Within(1e-12));
    }

    // By hand: (0.3^2 + 0.6^2) / 2; (-ln 0.7 - ln 0.4) / 2.
    [Test]
    public void Scores_are_those_of_Brier_and_of_logarithms()
    {
        var record = AuthorRecord.Of([(0.7, true), (0.6, false)]);

        Assert.That(record.Brier, Is.EqualTo(0.225).Within(1e-12));
        Assert.That(record.LogScore, Is.EqualTo((-Math.Log(0.7) - Math.Log(0.4)) / 2).Within(1e-12));
    }
}
