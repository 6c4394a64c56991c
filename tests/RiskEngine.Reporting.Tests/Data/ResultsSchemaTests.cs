using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Data;

internal sealed class ResultsSchemaTests
{
    private static readonly JsonSchema schema = JsonSchema.FromText(ResultsSchema.Write());

    [Test]
    public void Results_with_every_kind_of_part_fit() => Assert.That(Fits(Sample()), Is.True);

    [Test]
    public void Keys_to_come_fit()
    {
        var results = Sample();
        results["cases"]![0]!["later"] = 1;

        Assert.That(Fits(results), Is.True);
    }

    [Test]
    public void A_missing_key_does_not_fit()
    {
        var results = Sample();
        results["cases"]![0]!["portfolios"]![0]!.AsObject().Remove("variants");

        Assert.That(Fits(results), Is.False);
    }

    [Test]
    public void A_number_written_as_text_does_not_fit()
    {
        var results = Sample();
        results["limits"]![0]!["measured"]!["value"] = "0.3";

        Assert.That(Fits(results), Is.False);
    }

    [Test]
    public void Another_version_does_not_fit()
    {
        var results = Sample();
        results["schemaVersion"] = ResultsData.CurrentSchemaVersion + 1;

        Assert.That(Fits(results), Is.False);
    }

    private static bool Fits(JsonNode results) => schema.Evaluate(JsonSerializer.SerializeToElement(results)).IsValid;

    private static JsonNode Sample() => JsonNode.Parse(ResultsFile.Write(ResultsMapper.Map(SampleResults.Make(), SampleResults.Run)))!;
}
