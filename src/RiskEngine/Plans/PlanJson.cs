using System.Text;
using System.Text.Json;
using RiskEngine.Abstractions.Scenarios;
using RiskEngine.Simulation.Outcomes;

namespace RiskEngine.Plans;

/// <summary>Writes a plan down: the same plan gives the same bytes, so that they can be hashed.</summary>
internal static class PlanJson
{
    private const int Format = 1;

    private static readonly JsonWriterOptions options = new() { Indented = true, NewLine = "\n" };

    public static string Of(RunPlan plan)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteNumber("format", Format);
            json.WriteString("engine", Engine.Version);
            Scenario(json, plan.Scenario, plan.Cases);
            json.WriteStartArray("steps");
            foreach (var step in plan.Steps)
                Step(json, step);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Scenario(Utf8JsonWriter json, Scenario scenario, IReadOnlyList<Case> cases)
    {
        json.WriteStartObject("scenario");
        json.WriteString("id", scenario.Id.Value);
        json.WriteStartArray("inputs");
        foreach (var input in scenario.Inputs)
            Values(json, input.Path, input.Sha256);
        json.WriteEndArray();
        json.WriteStartArray("cases");
        foreach (var of in cases)
        {
            json.WriteStartObject();
            json.WriteString("id", of.Id.Value);
            json.WriteStartArray("changes");
            foreach (var change in of.Overrides)
                Values(json, change.Path, change.From, change.To);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Step(Utf8JsonWriter json, RunStep step)
    {
        json.WriteStartObject();
        switch (step)
        {
            case SimulateStep simulate:
                Simulate(json, simulate);
                break;
            case MeasureStep measure:
                Measure(json, measure);
                break;
            case ReleaseStep release:
                Names(json, "release", release.Outcomes);
                json.WriteBoolean("keepsHeadline", release.KeepsHeadline);
                break;
        }

        json.WriteEndObject();
    }

    private static void Simulate(Utf8JsonWriter json, SimulateStep step)
    {
        json.WriteStartArray("simulate");
        foreach (var made in step.Outcomes)
        {
            json.WriteStartObject();
            json.WriteString("name", made.Name);
            json.WriteString("case", made.Version.Case);
            Names(json, "without", made.Version.Without);
            json.WriteBoolean("withoutExits", made.Version.WithoutExits);
            json.WriteString("falseClaim", made.Version.FalseClaim?.ToString());
            Keep(json, made.Keep);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("paths");
        json.WriteNumber("from", step.Paths.From);
        json.WriteNumber("to", step.Paths.To);
        json.WriteNumber("of", step.Paths.Of);
        json.WriteEndObject();
        json.WriteNumber("seed", step.Seed);
        json.WriteString("sampling", step.Sampling.ToString());
        json.WriteString("known", step.Known);
    }

    private static void Keep(Utf8JsonWriter json, OutcomeSelection keep)
    {
        json.WriteStartObject("keep");
        json.WriteString("variants", keep.Variants.ToString());
        json.WriteBoolean("resolved", keep.Resolved);
        json.WriteBoolean("fans", keep.Fans);
        json.WriteBoolean("instruments", keep.Instruments);
        json.WriteBoolean("factors", keep.Factors);
        json.WriteBoolean("margins", keep.Margins);
        if (keep.Horizons is { } horizons)
            json.WriteNumber("horizons", horizons);
        if (keep.Only is { } only)
        {
            json.WriteStartArray("only");
            foreach (var cell in only)
            {
                json.WriteRawValue(
                    $"[{cell.Portfolio.Value},{cell.Variant.Value},{cell.Horizon.Value},\"{cell.Columns}\"]",
                    skipInputValidation: true
                );
            }

            json.WriteEndArray();
        }

        if (keep.Indicators is { } indicators)
        {
            json.WriteStartArray("indicators");
            foreach (var at in indicators)
                json.WriteNumberValue(at);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Measure(Utf8JsonWriter json, MeasureStep step)
    {
        json.WriteString("measure", step.Task.ToString());
        Names(json, "reads", step.Reads);
        if (step.Event is null)
            return;
        json.WriteString("event", step.Event);
        json.WriteNumber("fromHorizon", step.Horizons.From);
        json.WriteNumber("toHorizon", step.Horizons.To);
    }

    private static void Names(Utf8JsonWriter json, string key, IReadOnlyList<string> names)
    {
        json.WriteStartArray(key);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void Values(Utf8JsonWriter json, params ReadOnlySpan<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
