using RiskEngine.Reporting.Data;
using RiskEngine.Reporting.Tests.Samples;

namespace RiskEngine.Reporting.Tests.Data;

internal sealed class ManifestTests
{
    [TestCase(null)]
    [TestCase("a receipt")]
    public void What_is_written_reads_back_the_same(string? receipt)
    {
        var json = Manifest.Of(SampleResults.Make(), SampleResults.Run with { Receipt = receipt, ScenarioFile = "other.yaml" }).Write();

        Assert.That(Manifest.Read(json).Write(), Is.EqualTo(json));
    }

    [TestCase("{}", "as JSON")]
    [TestCase("null", "found none")]
    public void What_is_no_manifest_is_refused(string json, string reason) =>
        Assert.That(() => Manifest.Read(json), Throws.TypeOf<InvalidDataException>().With.Message.Contains(reason));
}
