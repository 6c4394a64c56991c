using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A mapping whose <c>kind</c> decides which other keys it has.</summary>
/// <param name="Name">What the mapping describes: <c>factor</c>.</param>
/// <param name="KeysOf">The keys of each kind that the catalogues know, by the kind's name.</param>
internal sealed record KindValue(string Name, Func<SchemaDefinitions, IEnumerable<(string Kind, KeySet Keys)>> KeysOf) : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => $"{Name}, see below";

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(Name, () => Definition(definitions));

    /// <summary>Without <c>kind</c> an editor proposes the kinds; with it, the keys of that one.</summary>
    private JsonObject Definition(SchemaDefinitions definitions)
    {
        var kinds = KeysOf(definitions).ToList();
        return new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["enum"] = SchemaText.Words(kinds.Select(k => k.Kind)) } },
            ["required"] = SchemaText.Words(["kind"]),
            ["allOf"] = new JsonArray([
                .. kinds.Select(k => new JsonObject
                {
                    ["if"] = new JsonObject
                    {
                        ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = k.Kind } },
                        ["required"] = SchemaText.Words(["kind"]),
                    },
                    ["then"] = k.Keys.Schema(definitions),
                }),
            ]),
        };
    }
}
