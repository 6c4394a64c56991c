using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>The id of something that the scenario declares, or a path that begins with one.</summary>
/// <param name="Kind">What it names: <c>factor</c>.</param>
internal sealed record ReferenceValue(string Kind) : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => Kind;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => SchemaText.Text();
}
