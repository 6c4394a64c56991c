using System.Text.Json.Nodes;
using RiskEngine.Loading.Sections.Keys;

namespace RiskEngine.Loading.Format.Values;

/// <summary>Where numbers come from: one source for all of an item, or a map from key to source.</summary>
internal sealed record SourceValue : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => "source, or key -> source";

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.Reference(
            "sources",
            () =>
                SchemaText.AnyOf(
                    SourceKeys.All.Schema(definitions),
                    new JsonObject { ["type"] = "object", ["additionalProperties"] = SourceKeys.All.Schema(definitions) }
                )
        );
}
