using RiskEngine.Articles.Reconciling;

namespace RiskEngine.Articles.Tests.Reconciling;

/// <summary>Published price targets without their published bias.</summary>
public sealed class PriceTargetBiasTests
{
    // An implied return of 39% is one of 24% when 15 points are taken off.
    [TestCase(139, 100, 124)]
    [TestCase(100, 100, 85)]
    [TestCase(10, 100, 0)]
    public void Fifteen_points_of_return_are_taken_off(double target, double price, double expected) =>
        Assert.That(PriceTargetBias.Discounted(target, price), Is.EqualTo(expected).Within(1e-12));

    // Half a year ahead: half of 15 points.
    [TestCase(120, 100, 0.5, 112.5)]
    [TestCase(150, 100, 2, 120)]
    public void Other_times_lose_points_in_proportion(double target, double price, double years, double expected) =>
        Assert.That(PriceTargetBias.Discounted(target, price, years), Is.EqualTo(expected).Within(1e-12));
}
