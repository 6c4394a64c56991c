using RiskEngine.Abstractions.Building;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Simulation.Planning;
using RiskEngine.Testing;

namespace RiskEngine.Simulation.Tests.Planning;

/// <summary>A market in which nothing earns more than the riskless rate is told.</summary>
public sealed class PremiumCheckTests
{
    [TestCase(0, true)]
    [TestCase(0.04, false)]
    public void A_market_without_a_premium_is_told(double premium, bool isTold)
    {
        var scenario = SmallScenario
            .New()
            .With(Factors.Brownian("m", 0.2, premium: premium))
            .With(Instruments.Equity("share", 0.2, ("m", 1)), Instruments.Cash("cash"))
            .Hold("p", ("share", 1));
        Assert.That(ScenarioCheck.Of(scenario.Build(), Simulated.Kinds).Any(IsOfPremium), Is.EqualTo(isTold));
    }

    /// <summary>Whether a finding is that notice.</summary>
    internal static bool IsOfPremium(Diagnostic finding) =>
        finding.Severity == Severity.Notice && finding.Message.StartsWith("no factor has a premium", StringComparison.Ordinal);
}
