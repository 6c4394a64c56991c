using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.WhatIf;

namespace RiskEngine.Reporting.Charts;

/// <summary>Writes a chart's data so that it can stand inside a script element.</summary>
public static class ChartJson
{
    // This encoder writes '<', '>', '&' and quotes as escapes whatever ranges it is given, so no text can close the script.
    private static readonly JsonSerializerOptions options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new ShortNumber(), new LocalTextJson() },
    };

    /// <summary>The chart as JSON without any character that HTML could take for markup.</summary>
    public static string Write(ChartSpec chart) => Printable(JsonSerializer.Serialize(chart, options));

    /// <summary>The paths of the what-if sliders in the same way.</summary>
    public static string Write(WhatIfSpec paths) => Printable(JsonSerializer.Serialize(paths, options));

    private static string Printable(string json) => json.Any(PlainLine.IsUnprintable) ? string.Concat(json.Select(Shown)) : json;

    /// <summary>A chart draws what it is given: marks that turn the reading order around become their codes.</summary>
    private static string Shown(char character) =>
        PlainLine.IsUnprintable(character)
            ? PlainLine.Shown(character).Replace("<", "\\u003C", StringComparison.Ordinal).Replace(">", "\\u003E", StringComparison.Ordinal)
            : character.ToString();

    /// <summary>Six significant digits are more than a screen can show; what is no number becomes null.</summary>
    private sealed class ShortNumber : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDouble();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteRawValue(value.ToString("G6"));
            else
                writer.WriteNullValue();
        }
    }
}
