using System.Text.Json;
using Json.Schema;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Loading.Tests.Scenarios;
using RiskEngine.QLNet;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Loading.Tests.Format;

/// <summary>The JSON Schema takes what the reader takes, and refuses what is wrong with one key alone.</summary>
internal sealed class ScenarioSchemaTests
{
    private static readonly string[] tinyFiles = ["scenario.yaml", "market.yaml", "theses/chips.yaml", "risks.yaml"];

    private TinyScenario tiny = null!;
    private JsonSchema ofTests = null!;
    private JsonSchema ofEngine = null!;

    [OneTimeSetUp]
    public void Make()
    {
        tiny = new TinyScenario();
        ofTests = JsonSchema.FromText(ScenarioSchema.Write(TestKind.Catalogue, TestPricing.Catalogue));
        // The kinds that the shipped scenarios bring as code of their own.
        var own = new[]
        {
            TestKind.Of("cycle", "mean", "amplitude", "period", "peak", "halfLife", "volatility"),
            TestKind.Of("capped-reversion", "start", "mean", "cap", "halfLife", "volatility"),
        };
        ofEngine = JsonSchema.FromText(
            ScenarioSchema.Write(
                new FactorCatalogue([.. BuiltInKinds.All, .. own]),
                new PricingCatalogue([.. BuiltInPricing.All, .. QLNetKinds.All])
            )
        );
    }

    [OneTimeTearDown]
    public void Clear() => tiny.Dispose();

    [TestCaseSource(nameof(ShippedFiles))]
    public void The_shipped_scenarios_are_taken(string file) =>
        Assert.That(Problems(ofEngine, File.ReadAllText(Path.Combine(Repository.Root, "scenarios", file))), Is.Empty);

    [TestCaseSource(nameof(tinyFiles))]
    public void A_scenario_with_every_section_is_taken(string file) => Assert.That(Problems(ofTests, tiny.TextOf(file)), Is.Empty);

    [TestCase("scenario.yaml", "riskFreeRate: 0.04", "riskFreeRat: 0.04", TestName = "Refused_is_an_unknown_key")]
    [TestCase("scenario.yaml", "riskFreeRate: 0.04", "riskFreeRate: 4", TestName = "Refused_is_a_number_out_of_range")]
    [TestCase("scenario.yaml", "riskFreeRate: 0.04", "riskFreeRate: '0.04'", TestName = "Refused_is_a_number_in_quotes")]
    [TestCase("scenario.yaml", "riskFreeRate: 0.04", "", TestName = "Refused_is_a_missing_key")]
    [TestCase("scenario.yaml", "currency: USD", "currency: dollars", TestName = "Refused_is_a_currency_that_is_none")]
    [TestCase("scenario.yaml", "asOf: 2026-02-06", "asOf: 6.2.2026", TestName = "Refused_is_a_date_that_is_none")]
    [TestCase("scenario.yaml", "short: 3m", "short: 0m", TestName = "Refused_is_a_tenor_of_zero")]
    [TestCase("scenario.yaml", "paths: 2000", "paths: 2000.5", TestName = "Refused_is_a_part_of_a_path")]
    [TestCase("scenario.yaml", "below: 0.5", "below: 0.5, above: 0.1", TestName = "Refused_is_a_limit_with_two_bounds")]
    [TestCase("scenario.yaml", "judgement: a guess", "judgment: a guess", TestName = "Refused_is_a_source_of_no_kind")]
    [TestCase("market.yaml", "volatility: 0.16", "volatility: -0.16", TestName = "Refused_is_a_parameter_of_a_kind_out_of_range")]
    [TestCase("market.yaml", "volatility: 0.16", "volatilty: 0.16", TestName = "Refused_is_a_parameter_that_a_kind_does_not_have")]
    [TestCase("market.yaml", "kind: geometric-brownian", "kind: geometric-browning", TestName = "Refused_is_a_kind_of_factor_that_is_none")]
    [TestCase("market.yaml", "kind: cash", "kind: cash, volatility: 0.1", TestName = "Refused_is_a_key_of_another_kind_of_instrument")]
    [TestCase("market.yaml", "{ mood: 0.4 }", "{ mood: 1.4 }", TestName = "Refused_is_a_correlation_above_one")]
    [TestCase("market.yaml", "probability: 0.3", "probability: 1", TestName = "Refused_is_the_end_of_an_open_range")]
    [TestCase("market.yaml", "{ pert: [1, 2, 5] }", "{ pert: [1, 2] }", TestName = "Refused_is_a_distribution_with_a_figure_too_few")]
    [TestCase("market.yaml", "{ pert: [1, 2, 5] }", "{ pret: [1, 2, 5] }", TestName = "Refused_is_a_distribution_that_is_none")]
    [TestCase("theses/chips.yaml", "line: 4", "line: 0", TestName = "Refused_is_a_line_before_the_first")]
    [TestCase("theses/chips.yaml", "https://example.org", "javascript:alert", TestName = "Refused_is_an_address_that_is_none")]
    [TestCase(
        "theses/chips.yaml",
        "{ factor: growth, above: 200 }",
        "{ factor: growth, listings: chips }",
        TestName = "Refused_is_a_condition_of_two_kinds"
    )]
    [TestCase("risks.yaml", "recurs: true", "recurs: yes", TestName = "Refused_is_a_word_that_is_neither_true_nor_false")]
    [TestCase("risks.yaml", "change: correlation", "change: corelation", TestName = "Refused_is_a_word_that_is_no_choice")]
    [TestCase("risks.yaml", "hazardMultiple: 0.5", "hazardMultiple: 0", TestName = "Refused_is_a_multiple_of_zero")]
    public void What_is_wrong_with_one_key_is_refused(string file, string before, string after)
    {
        var text = tiny.TextOf(file);
        Assert.That(text.Split(before), Has.Length.EqualTo(2), $"'{before}' must stand once in {file}");
        Assert.That(Problems(ofTests, text.Replace(before, after)), Is.Not.Empty);
    }

    [Test]
    public void An_option_s_keys_are_those_of_its_kind()
    {
        const string Terms =
            "instruments: { o: { name: O, kind: option, type: call, underlying: a, strike: 1, expiry: 2027-01-01, "
            + "impliedVolatility: v ";
        Assert.Multiple(() =>
        {
            Assert.That(Problems(ofTests, Terms + "} }"), Is.Empty);
            Assert.That(Problems(ofTests, Terms + ", volatility: 0.1 } }"), Is.Not.Empty);
            Assert.That(Problems(ofTests, (Terms + "} }").Replace("strike: 1", "strike: 0")), Is.Not.Empty);
            Assert.That(Problems(ofTests, (Terms + "} }").Replace("strike: 1, ", "")), Is.Not.Empty);
        });
    }

    private static IEnumerable<string> ShippedFiles()
    {
        var folder = Path.Combine(Repository.Root, "scenarios");
        return Directory
            .EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The places of a YAML text that the schema refuses; empty where it takes the text.</summary>
    private static string[] Problems(JsonSchema schema, string yaml)
    {
        var file = JsonSerializer.SerializeToElement(YamlAsJson.Read(yaml));
        var result = schema.Evaluate(file, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid
            ? []
            :
            [
                .. (result.Details ?? [])
                    .Where(d => d.Errors is not null)
                    .SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Key}: {e.Value}"))
                    .Append("not valid"),
            ];
    }
}
