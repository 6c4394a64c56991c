using RiskEngine.Simulation.Processes;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class FactorsCommandTests
{
    [Test]
    public void Every_kind_is_listed()
    {
        using var folder = new TestFolder();

        var answer = folder.Run("factors");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        foreach (var kind in BuiltInKinds.All)
            Assert.That(answer.Output, Does.Contain($"  {kind.Name} "));
    }

    [TestCaseSource(typeof(BuiltInKinds), nameof(BuiltInKinds.All))]
    public void A_kinds_page_has_its_equation_parameters_and_source(Abstractions.Factors.FactorKind kind)
    {
        using var folder = new TestFolder();

        var answer = folder.Run("factors", kind.Name);

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        Assert.That(answer.Output, Does.Contain("\nSource: "));
        Assert.That(answer.Output.ReplaceLineEndings(" "), Does.Contain(string.Concat(kind.Equation.Take(20))));
        foreach (var parameter in kind.Parameters)
            Assert.That(answer.Output, Does.Contain($"  {parameter.Name} "));
    }

    [Test]
    public void States_and_histories_have_their_keys_told()
    {
        using var folder = new TestFolder();

        Assert.That(
            folder.Run("factors", "regime-switching").Output,
            Does.Match(@"\n +to +a year").And.Match(@"volatility +times +0 to 20 +1 ").And.Match(@"correlation +\S.* +above -1 to +below 1")
        );
        Assert.That(
            folder.Run("factors", "stationary-bootstrap").Output,
            Does.Match(@"blockLength +rows +1 to 10,?000 +required").And.Contain("  history ")
        );
    }

    [Test]
    public void Ranges_and_defaults_are_told()
    {
        using var folder = new TestFolder();

        Assert.That(
            folder.Run("factors", "geometric-brownian").Output,
            Does.Match(@"volatility +\S.* +0 to 5 +required").And.Match(@"drift +\S.* +0 ")
        );
    }
}
