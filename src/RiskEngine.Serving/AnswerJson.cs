using System.Text.Json;
using System.Text.Json.Serialization;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Serving.Engines;

namespace RiskEngine.Serving;

/// <summary>Questions and answers as JSON. All that is not a plain letter is escaped, so that no text commands what shows it.</summary>
internal static class AnswerJson
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        RespectNullableAnnotations = true,
        Converters = { new Text() },
    };

    /// <summary>An answer.</summary>
    public static byte[] Write<T>(T answer) => JsonSerializer.SerializeToUtf8Bytes(answer, options);

    /// <summary>The question of a body.</summary>
    /// <exception cref="RefusedException">It is none.</exception>
    public static async Task<Question> ReadAsync(Stream body, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<Question>(body, options, cancel) ?? throw new RefusedException("found nothing");
        }
        catch (JsonException e)
        {
            throw new RefusedException($"expected a question in JSON: {e.Message}");
        }
    }

    /// <summary>As the page's own data has texts: <c>{ "en": ..., "zh": ... }</c>.</summary>
    private sealed class Text : JsonConverter<LocalText>
    {
        public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new JsonException("expected no text for readers");

        public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("en", value.English);
            writer.WriteString("zh", value.Chinese);
            writer.WriteEndObject();
        }
    }
}
