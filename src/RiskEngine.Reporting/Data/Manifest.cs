using System.Text.Json;
using System.Text.Json.Serialization;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Data;

/// <summary>What manifest.json holds: all it takes to know where a report comes from and to make it again.</summary>
public sealed record Manifest(
    int SchemaVersion,
    string EngineVersion,
    string Scenario,
    string RunId,
    string Command,
    DateTimeOffset Started,
    string Machine,
    ulong Seed,
    int Paths,
    string Step,
    DateOnly AsOf,
    IReadOnlyList<string> Cases,
    IReadOnlyDictionary<string, string> Options,
    IReadOnlyList<InputFile> Inputs,
    string ScenarioFile = "scenario.yaml",
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Receipt = null
)
{
    /// <summary>The version of the shape that this program writes.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The manifest of a run.</summary>
    public static Manifest Of(RiskResults results, RunDescription run)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(run);
        var scenario = results.Scenario;
        return new(
            CurrentSchemaVersion,
            results.EngineVersion,
            scenario.Id.Value,
            run.RunId,
            run.Command,
            run.Started,
            run.Machine,
            scenario.Simulation.Seed,
            scenario.Simulation.Paths,
            scenario.Simulation.Step.ToString(),
            scenario.AsOf,
            [.. results.Cases.Select(c => c.Case.Id.Value)],
            new SortedDictionary<string, string>(run.Options.ToDictionary(o => o.Key, o => o.Value), StringComparer.Ordinal),
            scenario.Inputs,
            run.ScenarioFile,
            run.Receipt
        );
    }

    /// <summary>The manifest of a file's text.</summary>
    /// <exception cref="InvalidDataException">The text is no such file, or of another version.</exception>
    public static Manifest Read(string json)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<Manifest>(json, ResultsFile.Indented);
            return manifest is { SchemaVersion: CurrentSchemaVersion }
                ? manifest
                : throw new InvalidDataException(
                    $"Expected a manifest of schemaVersion {CurrentSchemaVersion}, found {manifest?.SchemaVersion.ToString() ?? "none"}."
                );
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"Expected the manifest of a run as JSON: {exception.Message}", exception);
        }
    }

    /// <summary>The manifest as JSON.</summary>
    public string Write() => JsonText.Of(this, ResultsFile.Indented);
}
