using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed record BooleanValue : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => "`true`, `false`";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words => ["true", "false"];

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "boolean" };
}
