using System.Text.Json;
using Json.Schema;
using RiskEngine.Reporting.Data;

namespace RiskEngine.Acceptance.Tests;

/// <summary>Holds results.json of a run against the schema that the program prints.</summary>
internal static class ResultsShape
{
    private static readonly JsonSchema schema = JsonSchema.FromText(ResultsSchema.Write());

    /// <summary>Fails where the file of a run's folder does not fit.</summary>
    public static void AssertFits(string folder)
    {
        using var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json")));
        var found = schema.Evaluate(results.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        var problems = (found.Details ?? [])
            .Where(d => d.Errors is not null)
            .Select(d => $"{d.InstanceLocation}: {d.Errors!.First().Value}");
        Assert.That(found.IsValid, Is.True, string.Join('\n', problems.Take(10)));
    }
}
