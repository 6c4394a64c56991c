using System.Text.Encodings.Web;
using System.Text.Json;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Data;

/// <summary>Writes and reads results.json.</summary>
public static class ResultsFile
{
    // The file is data, not part of a page: letters of any script stay letters.
    internal static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            Converters = { new LocalTextJson() },
        };

    /// <summary>The same for files that people look into: a line a value.</summary>
    internal static JsonSerializerOptions Indented { get; } = new(Options) { WriteIndented = true, NewLine = "\n" };

    /// <summary>The results as JSON.</summary>
    public static string Write(ResultsData results) => JsonText.Of(results, Options);

    /// <summary>The results of a file's text.</summary>
    /// <exception cref="InvalidDataException">The text is no such file, or of another version.</exception>
    public static ResultsData Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var version =
                document.RootElement.TryGetProperty("schemaVersion", out var found) && found.TryGetInt32(out var number) ? number : 0;
            if (version != ResultsData.CurrentSchemaVersion)
            {
                throw new InvalidDataException(
                    $"Expected results of schemaVersion {ResultsData.CurrentSchemaVersion}, found "
                        + $"{(version == 0 ? "none" : version.ToString())}."
                );
            }

            return document.Deserialize<ResultsData>(Options) ?? throw new InvalidDataException("Expected results, found null.");
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"Expected the results of a run as JSON: {exception.Message}", exception);
        }
    }
}
