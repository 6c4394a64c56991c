using System.Text.Json;
using System.Text.Json.Serialization;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Document;

/// <summary>Writes a text as <c>{"en": "...", "zh": "..."}</c>, in results and in the data of charts alike.</summary>
internal sealed class LocalTextJson : JsonConverter<LocalText>
{
    private sealed record Pair([property: JsonRequired] string En, [property: JsonRequired] string Zh);

    /// <inheritdoc/>
    public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Pair>(ref reader, options) is { } pair
            ? new(pair.En, pair.Zh)
            : throw new JsonException("Expected a text with en and zh, found null.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("en", value.English);
        writer.WriteString("zh", value.Chinese);
        writer.WriteEndObject();
    }
}
