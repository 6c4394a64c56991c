using RiskEngine.Abstractions.Pricing;
using RiskEngine.QLNet;
using RiskEngine.Simulation.Pricing;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class InstrumentsCommandTests
{
    [Test]
    public void Every_kind_is_listed()
    {
        using var folder = new TestFolder();

        var answer = folder.Run("instruments");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        foreach (var kind in BuiltInPricing.All.Concat(QLNetKinds.All))
            Assert.That(answer.Output, Does.Contain($"  {kind.Name} "));
    }

    [TestCaseSource(typeof(BuiltInPricing), nameof(BuiltInPricing.All))]
    [TestCaseSource(typeof(QLNetKinds), nameof(QLNetKinds.All))]
    public void A_kinds_page_has_its_price_terms_and_source(PricingKind kind)
    {
        using var folder = new TestFolder();

        var answer = folder.Run("instruments", kind.Name);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(answer.Output, Does.Contain("\nSource: ").And.Contain(string.Concat(kind.Equation.Take(8))));
        foreach (var term in kind.Terms)
            Assert.That(answer.Output, Does.Contain($"  {term.Name} "));
    }

    [Test]
    public void Values_and_defaults_are_told()
    {
        using var folder = new TestFolder();

        Assert.That(
            folder.Run("instruments", "option").Output,
            Does.Match("type +call or put +required")
                .And.Match("strike +number above 0 +required")
                .And.Match("dividendYield +number -0.5 to 0.5, a year +0 ")
        );
    }

    [Test]
    public void A_kind_that_is_none_is_told_with_a_near_name()
    {
        using var folder = new TestFolder();

        var answer = folder.Run("instruments", "optoin");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("did you mean 'option'?"));
    }
}
