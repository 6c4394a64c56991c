using System.Globalization;
using System.Text.Json;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Reporting.Data;

/// <summary>The one way by which the project writes files of JSON: letters of any script stay letters, what is unprintable is
/// escaped.</summary>
internal static class JsonText
{
    /// <summary>The value as JSON; it reads back as it was.</summary>
    public static string Of<T>(T value, JsonSerializerOptions options)
    {
        var json = JsonSerializer.Serialize(value, options);
        return json.Any(IsRaw) ? string.Concat(json.Select(c => IsRaw(c) ? Escaped(c) : c.ToString())) : json;
    }

    /// <summary>Outside of texts JSON has no such characters but line breaks.</summary>
    private static bool IsRaw(char character) => PlainLine.IsUnprintable(character) && character != '\n';

    private static string Escaped(char character) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
}
