using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Provenance;
using RiskEngine.Loading.Drafts;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Tests.Drafts;

public sealed class DraftWriterTests
{
    [Test]
    public void Hostile_texts_stay_texts()
    {
        var name = "\"}\nasOf: 1999-01-01 \\ \u202E #";
        var files = DraftWriter.Write(Draft(name));
        var diagnostics = new Abstractions.Diagnostics.DiagnosticBag();
        var root = (YamlMapping)YamlReader.Read(files[0].Text, "scenario.yaml", diagnostics)!;
        Assert.Multiple(() =>
        {
            Assert.That(diagnostics.HasErrors, Is.False);
            Assert.That(((YamlScalar)root.Find("name")!.Value).Text, Does.StartWith("\"}").And.EndWith("#"));
            Assert.That(((YamlScalar)root.Find("asOf")!.Value).Text, Is.EqualTo("2026-02-06"));
        });
    }

    [Test]
    public void Names_with_commas_and_quotes_stay_in_their_cell() =>
        Assert.That(
            DraftWriter.Write(Draft("x")).Single(f => f.Path.EndsWith(".csv")).Text,
            Is.EqualTo("instrument,quantity,price,currency,name\nacme,1.5,0.00000001,USD,\"Acme, \"\"Inc\"\"\"\n")
        );

    private static ScenarioDraft Draft(string name) =>
        new()
        {
            Name = LocalText.Same(name),
            AsOf = new DateOnly(2026, 2, 6),
            Currency = "USD",
            RiskFreeRate = 0.03,
            RiskFreeRateSource = new Judgement(LocalText.Same("test")),
            Portfolios = [new DraftPortfolio("p", LocalText.Same("P"), [new DraftPosition("acme", 1.5, 1e-8, "Acme, \"Inc\"")])],
        };
}
