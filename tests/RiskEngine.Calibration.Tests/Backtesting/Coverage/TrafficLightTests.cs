using RiskEngine.Calibration.Backtesting.Coverage;

namespace RiskEngine.Calibration.Tests.Backtesting.Coverage;

/// <summary>
/// Basel Committee (1996), Supervisory framework for the use of backtesting in conjunction with the internal models approach, table 2.
/// </summary>
public sealed class TrafficLightTests
{
    [TestCase(0, TrafficZone.Green, 0.0811, 0)]
    [TestCase(4, TrafficZone.Green, 0.8922, 0)]
    [TestCase(5, TrafficZone.Yellow, 0.9588, 0.4)]
    [TestCase(7, TrafficZone.Yellow, 0.9960, 0.65)]
    [TestCase(9, TrafficZone.Yellow, 0.9997, 0.85)]
    [TestCase(10, TrafficZone.Red, 0.9999, 1)]
    [TestCase(25, TrafficZone.Red, 1, 1)]
    public void The_zones_of_250_days_at_99_percent(int breaches, TrafficZone zone, double cumulative, double multiplier)
    {
        var light = TrafficLight.Of(breaches, 250, 0.01);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(light.Zone, Is.EqualTo(zone));
            Assert.That(light.Cumulative, Is.EqualTo(cumulative).Within(0.00006));
            Assert.That(light.Multiplier, Is.EqualTo(multiplier));
        }
    }

    [Test]
    public void Other_counts_of_days_have_zones_but_no_multiplier() => Assert.That(TrafficLight.Of(20, 1000, 0.01).Multiplier, Is.Null);
}
