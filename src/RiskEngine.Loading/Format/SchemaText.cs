using System.Globalization;
using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format;

/// <summary>Small pieces of JSON that schemas are made of.</summary>
internal static class SchemaText
{
    /// <summary>The pattern of ids and of file names without their endings.</summary>
    public const string IdPattern = "^[a-z0-9]+([-.][a-z0-9]+)*$";

    public static JsonArray Words(IEnumerable<string> words) => [.. words.Select(w => (JsonNode)w)];

    /// <summary>A value as a YAML file writes it: a number, true or false, else a text.</summary>
    public static JsonNode Scalar(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
        : bool.TryParse(text, out var flag) ? JsonValue.Create(flag)
        : JsonValue.Create(text);

    public static JsonObject AnyOf(params IEnumerable<JsonObject> options) => new() { ["anyOf"] = new JsonArray([.. options]) };

    /// <summary>A text that may also be written like a number: YAML tells them apart by their looks, readers by their key.</summary>
    public static JsonObject Text(string? pattern = null)
    {
        var schema = new JsonObject { ["type"] = Words(["string", "number", "boolean"]) };
        if (pattern is not null)
            schema["pattern"] = pattern;
        return schema;
    }

    /// <summary>A list, or its only item alone.</summary>
    public static JsonObject ListOf(JsonObject item, int least) =>
        AnyOf(
            item,
            new JsonObject
            {
                ["type"] = "array",
                ["items"] = item.DeepClone(),
                ["minItems"] = least,
            }
        );
}
