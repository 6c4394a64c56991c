using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format;

/// <summary>The keys of one mapping: of a file, of an item, or of a value that is a mapping.</summary>
/// <param name="name">What has them, in one or two words: <c>risk</c>.</param>
/// <param name="keys">The keys, in the order of a page.</param>
internal sealed class KeySet(string name, IReadOnlyList<KeySpec> keys)
{
    /// <summary>What has the keys.</summary>
    public string Name => name;

    /// <summary>The keys, in the order of a page.</summary>
    public IReadOnlyList<KeySpec> Keys => keys;

    /// <summary>Keys of which a mapping has exactly one; empty where that is not asked for.</summary>
    public IReadOnlyList<KeySpec> ExactlyOneOf { get; init; } = [];

    /// <summary>Whether the tables of scenarios/README.md show the keys in a table of their own, not below the key that has them.</summary>
    public bool HasOwnTable { get; init; }

    /// <summary>Whether its numbers state their sources themselves: then they are not part of what stands around them.</summary>
    public bool StatesSources => Find("source") is not null;

    /// <summary>The key of this name, or null.</summary>
    public KeySpec? Find(string key) => keys.FirstOrDefault(k => k.Name == key);

    /// <summary>The reference to these keys' definition, which is added where it is not there yet.</summary>
    public JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(name, () => Definition(definitions));

    private JsonObject Definition(SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var key in keys)
        {
            var schema = key.Form.Schema(definitions);
            schema["description"] = key.Meaning;
            if (key.Default is { } usual)
                schema["default"] = SchemaText.Scalar(usual);
            properties[key.Name] = schema;
        }

        var definition = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = SchemaText.Words(keys.Where(k => k.IsRequired).Select(k => k.Name)),
            ["additionalProperties"] = false,
        };
        if (ExactlyOneOf.Count > 0)
        {
            definition["oneOf"] = new JsonArray([
                .. ExactlyOneOf.Select(k => new JsonObject { ["required"] = SchemaText.Words([k.Name]) }),
            ]);
        }

        return definition;
    }
}
