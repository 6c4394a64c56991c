namespace RiskEngine.Loading.Tests.Scenarios;

/// <summary>A scenario of texts in memory is read as the one of the same files, without a folder.</summary>
internal sealed class InMemoryTests
{
    private static readonly ReadOptions options = new()
    {
        Kinds = TestKind.Catalogue,
        Pricing = TestPricing.Catalogue,
        Measures = ["es95", "mean"],
    };

    [Test]
    public void Texts_in_memory_give_the_scenario_of_the_files()
    {
        using var tiny = new TinyScenario();
        var files = tiny.Read().Scenario!;
        var source = ScenarioSource.InMemory("tiny", tiny.Files.ToDictionary(f => f, tiny.TextOf));
        var memory = ScenarioReader.Read(source, options);

        Assert.That(memory.Errors, Is.Empty);
        Assert.That(memory.Scenario!.Inputs, Is.EqualTo(files.Inputs));
        Assert.That(memory.Scenario.Ledger, Is.EqualTo(files.Ledger));
        Assert.That(memory.Scenario.AsOf, Is.EqualTo(files.AsOf));
    }

    [Test]
    public void A_file_that_is_not_among_them_is_an_error_at_the_place_that_names_it()
    {
        using var tiny = new TinyScenario();
        var files = tiny.Files.Where(f => f != "portfolios/core.csv").ToDictionary(f => f, tiny.TextOf);
        var found = ScenarioReader.Read(ScenarioSource.InMemory("tiny", files), options);

        Assert.That(found.Errors.Select(e => e.ToString()), Has.Some.Contain("the file 'portfolios/core.csv' does not exist"));
    }
}
