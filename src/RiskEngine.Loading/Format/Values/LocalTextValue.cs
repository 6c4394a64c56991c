using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A text for readers: one for both languages, or one for each.</summary>
internal sealed record LocalTextValue : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => "text in one language or both";

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.Reference(
            "text",
            () =>
                SchemaText.AnyOf(
                    SchemaText.Text(),
                    new JsonObject
                    {
                        ["type"] = "object",
                        ["properties"] = new JsonObject { ["en"] = SchemaText.Text(), ["zh-CN"] = SchemaText.Text() },
                        ["required"] = SchemaText.Words(["en"]),
                        ["additionalProperties"] = false,
                    }
                )
        );
}
