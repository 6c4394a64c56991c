using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A mapping from paths of values to new values of any form.</summary>
internal sealed record SettingsValue : ValueSpec
{
    /// <inheritdoc/>
    public override string Text => "path -> value";

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = "object" };
}
