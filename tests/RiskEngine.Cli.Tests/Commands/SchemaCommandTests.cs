using System.Text.Json;
using RiskEngine.Reporting.Data;
using RiskEngine.Simulation.Pricing;
using RiskEngine.Simulation.Processes;

namespace RiskEngine.Cli.Tests.Commands;

public sealed class SchemaCommandTests
{
    [Test]
    public void The_schema_knows_every_kind()
    {
        using var folder = new TestFolder();

        var answer = folder.Run("schema");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.Done));
        var definitions = JsonDocument.Parse(answer.Output).RootElement.GetProperty("$defs");
        var factors = definitions.GetProperty("factor").GetProperty("properties").GetProperty("kind").GetProperty("enum");
        var instruments = definitions.GetProperty("instrument").GetProperty("properties").GetProperty("kind").GetProperty("enum");
        Assert.That(factors.EnumerateArray().Select(k => k.GetString()), Is.EqualTo(BuiltInKinds.All.Select(k => k.Name)));
        Assert.That(instruments.EnumerateArray().Select(k => k.GetString()), Is.SupersetOf(BuiltInPricing.All.Select(k => k.Name)));
    }

    [Test]
    public void It_goes_to_a_file_where_one_is_named()
    {
        using var folder = new TestFolder();

        var answer = folder.Run("schema", "--out", "schema.json");

        Assert.That((answer.Code, answer.Output), Is.EqualTo((ExitCode.Done, $"schema.json{Environment.NewLine}")));
        Assert.That(folder.Read("schema.json"), Is.EqualTo(folder.Run("schema").Output));
    }

    [Test]
    public void The_shape_of_results_is_printed_where_asked()
    {
        using var folder = new TestFolder();

        var answer = folder.Run("schema", "--results");

        Assert.That((answer.Code, answer.Output), Is.EqualTo((ExitCode.Done, ResultsSchema.Write())));
        Assert.That(folder.Run("schema", "--results", "--scenario", ".").Error, Does.Contain("expected no --scenario beside it"));
    }

    [Test]
    public void A_place_that_cannot_be_written_is_told()
    {
        using var folder = new TestFolder();

        folder.Write("nowhere", "a file where a folder should be");

        var answer = folder.Run("schema", "--out", "nowhere/schema.json");

        Assert.That(answer.Code, Is.EqualTo(ExitCode.BadInput));
        Assert.That(answer.Error, Does.Contain("--out: expected a file that can be written to, found that 'nowhere/schema.json' cannot: "));
    }
}
