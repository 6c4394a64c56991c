using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using RiskEngine.Abstractions.Identity;

namespace RiskEngine.Reporting.Data;

/// <summary>
/// The JSON Schema (draft 2020-12) of results.json, made from the types that write it. Keys that it does not name may come at any time;
/// what a key means stands in reports/README.md.
/// </summary>
public static class ResultsSchema
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    /// <summary>The schema as indented JSON with a line end after it.</summary>
    public static string Write()
    {
        var definitions = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        var root = ResultsFile
            .Options.GetJsonSchemaAsNode(
                typeof(ResultsData),
                new JsonSchemaExporterOptions
                {
                    TreatNullObliviousAsNonNullable = true,
                    TransformSchemaNode = (context, node) => Transformed(context, node, definitions),
                }
            )
            .AsObject();
        root["properties"]!["schemaVersion"] = new JsonObject { ["const"] = ResultsData.CurrentSchemaVersion };
        var schema = new JsonObject { ["$schema"] = Dialect, ["title"] = "RiskEngine results.json" };
        foreach (var (key, value) in root)
            schema[key] = value?.DeepClone();
        schema["$defs"] = new JsonObject(definitions.Select(d => KeyValuePair.Create(d.Key, (JsonNode?)d.Value)));
        return JsonText.Of(schema, ResultsFile.Indented) + "\n";
    }

    /// <summary>Each record stands once, under its name; where it is used there is a reference to it.</summary>
    private static JsonNode Transformed(JsonSchemaExporterContext context, JsonNode node, SortedDictionary<string, JsonNode> definitions)
    {
        var type = context.TypeInfo.Type;
        if (type == typeof(LocalText))
            return Reference("text", Text(), isNullable: false, definitions);
        if (type == typeof(ResultsData) || type.Namespace != typeof(ResultsData).Namespace || node is not JsonObject schema)
            return node;
        var isNullable = schema["type"] is JsonArray;
        schema["type"] = "object";
        return Reference(NameOf(type), schema, isNullable, definitions);
    }

    private static JsonObject Reference(string name, JsonObject schema, bool isNullable, SortedDictionary<string, JsonNode> definitions)
    {
        definitions.TryAdd(name, schema.DeepClone());
        var reference = new JsonObject { ["$ref"] = $"#/$defs/{name}" };
        return isNullable ? new JsonObject { ["anyOf"] = new JsonArray(reference, new JsonObject { ["type"] = "null" }) } : reference;
    }

    /// <summary><c>FigureData</c> as <c>figure</c>.</summary>
    private static string NameOf(Type type) =>
        JsonNamingPolicy.CamelCase.ConvertName(type.Name.EndsWith("Data", StringComparison.Ordinal) ? type.Name[..^4] : type.Name);

    private static JsonObject Text() =>
        new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["en"] = new JsonObject { ["type"] = "string" },
                ["zh"] = new JsonObject { ["type"] = "string" },
            },
            ["required"] = new JsonArray("en", "zh"),
        };
}
