using System.Text.Json;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Loading;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Acceptance.Tests;

/// <summary>The shipped scenario of bonds, options and currencies, as a user runs it.</summary>
[TestFixture]
public sealed class PricedInstrumentTests
{
    private static PricingCatalogue Pricing => StandardKinds.Pricing;

    private string reports = "";

    [SetUp]
    public void MakeFolder() => reports = Directory.CreateTempSubdirectory("riskengine-priced-").FullName;

    [TearDown]
    public void CleanUp() => Directory.Delete(reports, recursive: true);

    [Test]
    public void It_runs_and_the_put_takes_from_the_loss()
    {
        var run = CommandLineRun.Of("run", Repository.BondsOptionsFx, "--paths", "4000", "--out", reports);

        Assert.That(run.Exit, Is.Zero, run.Error);
        var folder = Directory.GetDirectories(Path.Combine(reports, "bonds-options-fx")).Single();
        Assert.That(
            File.ReadAllText(Path.Combine(folder, "report.html")),
            Does.Contain("Treasury 4% 2036").And.Contain("priced from ").And.Contain("定价依据：")
        );
        ResultsShape.AssertFits(folder);
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json")));
        Assert.That(Es95(results, "insured"), Is.LessThan(Es95(results, "plain")));
        Assert.That(Es95(results, "american"), Is.LessThan(Es95(results, "plain")));
    }

    [Test]
    public void Explain_says_what_prices_come_from() =>
        Assert.That(
            CommandLineRun.Of("explain", Repository.BondsOptionsFx, "--paths", "1000").Output.ReplaceLineEndings(" "),
            Does.Contain("priced from").And.Contain("implied-volatility")
        );

    [Test]
    public void Every_number_says_where_it_comes_from()
    {
        var read = ScenarioReader.Read(
            Repository.BondsOptionsFx,
            new ReadOptions { Kinds = new FactorCatalogue(BuiltInKinds.All), Pricing = Pricing }
        );

        Assert.That(read.Diagnostics, Is.Empty);
        Assert.That(read.Scenario!.Ledger.Select(a => a.Source), Has.All.InstanceOf<Judgement>());
    }

    // The portfolios' prices are those of the terms, to the cent that files are written in.
    [TestCase("treasury", 100.79)]
    [TestCase("corporate-bond", 101.31)]
    [TestCase("share-put", 12.06)]
    [TestCase("american-put", 12.44)]
    [TestCase("treasury-note", 101.86)]
    [TestCase("bund", 99.90)]
    public void The_terms_give_the_prices_of_the_files(string instrument, double price)
    {
        var kinds = new FactorCatalogue(BuiltInKinds.All);
        var scenario = ScenarioReader.Read(Repository.BondsOptionsFx, new ReadOptions { Kinds = kinds, Pricing = Pricing }).Scenario!;
        Assert.That(new Simulation.Planning.Planner(scenario, kinds, 1).StartPrice(new(instrument)), Is.EqualTo(price).Within(0.005));
    }

    private static double Es95(JsonDocument results, string portfolio)
    {
        var found = results
            .RootElement.GetProperty("cases")[0]
            .GetProperty("portfolios")
            .EnumerateArray()
            .Single(p => p.GetProperty("portfolio").GetString() == portfolio);
        return found
            .GetProperty("variants")[0]
            .GetProperty("horizons")
            .EnumerateArray()
            .Single(h => h.GetProperty("horizon").GetString() == "medium")
            .GetProperty("measures")
            .GetProperty("es95")
            .GetProperty("value")
            .GetDouble();
    }
}
