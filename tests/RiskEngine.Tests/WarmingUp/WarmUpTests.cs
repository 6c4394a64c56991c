using RiskEngine.WarmingUp;

namespace RiskEngine.Tests.WarmingUp;

[TestFixture]
public sealed class WarmUpTests
{
    /// <summary>Nobody waits for it or hears what it throws: this is where one sees that it does its work.</summary>
    [Test]
    public void Comes_to_its_end() => Assert.DoesNotThrow(WarmUp.Run);
}
