using System.Text.Json;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Data;

internal sealed class ResultsFileTests
{
    private static readonly ResultsData data = ResultsMapper.Map(SampleResults.Make(), SampleResults.Run);

    [Test]
    public void What_is_written_reads_back_the_same()
    {
        var json = ResultsFile.Write(data);
        Assert.That(ResultsFile.Write(ResultsFile.Read(json)), Is.EqualTo(json));
    }

    [Test]
    public void Every_measure_of_every_variant_and_horizon_is_there_to_the_last_bit()
    {
        var results = SampleResults.Make();
        var read = ResultsFile.Read(ResultsFile.Write(data));
        var expected = results.Cases[1].Portfolios[0].FollowingAll.Horizons[2].Measures;
        var found = read.Cases[1].Portfolios[0].Variants.Single(v => v.Variant == "all").Horizons[2].Measures;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Keys, Is.EquivalentTo(MeasureKinds.All.Select(k => k.Id)));
            foreach (var (kind, estimate) in expected)
                Assert.That(found[kind.Id].ToEstimate(), Is.EqualTo(estimate), kind.Id);
        }
    }

    [Test]
    public void Every_figure_has_its_error_and_interval()
    {
        using var document = JsonDocument.Parse(ResultsFile.Write(data));
        var count = 0;
        using (Assert.EnterMultipleScope())
        {
            foreach (var figure in Objects(document.RootElement).Where(o => o.TryGetProperty("value", out _)))
            {
                count++;
                Assert.That(figure.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "value", "standardError", "low", "high" }));
                var isAvailable = figure.GetProperty("value").ValueKind == JsonValueKind.Number;
                Assert.That(figure.GetProperty("standardError").ValueKind == JsonValueKind.Number, Is.EqualTo(isAvailable));
            }

            Assert.That(count, Is.GreaterThan(500));
        }
    }

    [Test]
    public void Names_come_back_as_they_were()
    {
        var hostile = ResultsMapper.Map(SampleResults.Make(LocalText.Same(SampleResults.Hostile)), SampleResults.Run);
        Assert.That(ResultsFile.Read(ResultsFile.Write(hostile)).Scenario.Name.English, Is.EqualTo(SampleResults.Hostile));
    }

    [TestCase("{}", "found none")]
    [TestCase("""{ "schemaVersion": 99 }""", "found 99")]
    [TestCase("[]", "as JSON")]
    [TestCase("no json", "as JSON")]
    [TestCase("""{ "schemaVersion": 1 }""", "as JSON")]
    public void What_is_no_such_file_is_refused(string json, string reason) =>
        Assert.That(() => ResultsFile.Read(json), Throws.TypeOf<InvalidDataException>().With.Message.Contains(reason));

    private static IEnumerable<JsonElement> Objects(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Objects(p.Value)).Prepend(element),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Objects),
            _ => [],
        };
}
