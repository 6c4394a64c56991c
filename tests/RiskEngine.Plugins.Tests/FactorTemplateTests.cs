namespace RiskEngine.Plugins.Tests;

public sealed class FactorTemplateTests
{
    [TestCase("Mood", "Mood", "mood")]
    [TestCase("MoodSwing", "MoodSwing", "mood-swing")]
    [TestCase("mood-swing", "MoodSwing", "mood-swing")]
    [TestCase("GPUPrice2", "GPUPrice2", "gpu-price2")]
    public void A_name_has_a_form_for_code_and_one_for_files(string given, string type, string kind) =>
        Assert.That(FactorName.Of(given, out _), Is.EqualTo(new FactorName(type, kind)));

    [TestCase("")]
    [TestCase("2nd")]
    [TestCase("two words")]
    [TestCase("../up")]
    [TestCase("a--b")]
    [TestCase("Path")]
    [TestCase("process")]
    [TestCase("risk-factor")]
    public void Other_names_are_refused(string given)
    {
        Assert.That(FactorName.Of(given, out var problem), Is.Null);
        Assert.That(problem, Does.StartWith("expected a name"));
    }

    [Test]
    public void The_template_compiles_to_the_kind_that_it_names()
    {
        using var folder = new CodeFolder();

        var (kinds, findings) = folder.Compile(FactorTemplate.File(FactorName.Of("mood-swing", out _)!).Text);

        Assert.That(findings, Is.Empty);
        Assert.That(kinds.Select(k => k.Name), Is.EqualTo(new[] { "mood-swing" }));
    }

    [Test]
    public void Nothing_is_left_to_fill_in()
    {
        var files = FactorTemplate.Library(FactorName.Of("Mood", out _)!, "1.2.3");

        Assert.That(
            files.Select(f => f.Path),
            Is.SupersetOf(new[] { "Mood/Mood/Mood.cs", "Mood/Mood/Mood.csproj", "Mood/Mood.Tests/MoodTests.cs", "Mood/README.md" })
        );
        Assert.That(files.Select(f => f.Path + f.Text), Has.None.Contains("__"));
        Assert.That(files.Select(f => f.Text), Has.Some.Contains(">1.2.3</RiskEngineVersion>"));
        Assert.That(files.Select(f => f.Text), Has.None.Contains("HintPath"), "the contract is a package");
    }

    [Test]
    public void A_program_without_the_contracts_package_has_none_to_give() =>
        Assert.That(ContractPackage.Of(Path.Combine(TestContext.CurrentContext.TestDirectory, "nowhere")), Is.Null);
}
