using RiskEngine.Analysis.ReverseStress;

namespace RiskEngine.Analysis.Tests.ReverseStress;

internal sealed class LikelihoodRatioTests
{
    [Test]
    public void Ratio_and_interval_are_those_of_the_logarithm()
    {
        // Katz et al. (1978) by hand: 30 of 100 against 45 of 450 is 3; error of the logarithm sqrt(1/30 - 1/100 + 1/45 - 1/450) = 0.20817.
        var found = LikelihoodRatio.Of([.. Flags(30, 70), .. Flags(45, 405)], [.. Flags(100, 450)]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Among.Value, Is.EqualTo(0.3).Within(1e-12));
            Assert.That(found.Elsewhere.Value, Is.EqualTo(0.1).Within(1e-12));
            Assert.That(found.Ratio.Value, Is.EqualTo(3).Within(1e-12));
            Assert.That(found.Ratio.Low, Is.EqualTo(3 / Math.Exp(1.959964 * 0.208167)).Within(1e-4));
            Assert.That(found.Ratio.High, Is.EqualTo(3 * Math.Exp(1.959964 * 0.208167)).Within(1e-4));
        }
    }

    [Test]
    public void A_count_of_zero_still_has_an_interval_and_what_never_happens_has_none()
    {
        Assert.That(
            LikelihoodRatio.Of([.. Flags(0, 10), .. Flags(20, 70)], [.. Flags(10, 90)]).Ratio.High,
            Is.GreaterThan(0.2).And.LessThan(10)
        );
        Assert.That(LikelihoodRatio.Of(new bool[100], [.. Flags(10, 90)]).Ratio.IsAvailable, Is.False);
        Assert.That(LikelihoodRatio.Of([.. Flags(100, 0)], [.. Flags(10, 90)]).Ratio.Value, Is.EqualTo(1));
    }

    [Test]
    public void All_paths_on_one_side_are_refused() =>
        Assert.That(() => LikelihoodRatio.Of(new bool[5], new bool[5]), Throws.ArgumentException.With.Message.Contains("0 chosen of 5"));

    private static IEnumerable<bool> Flags(int yes, int no) => Enumerable.Repeat(true, yes).Concat(Enumerable.Repeat(false, no));
}
