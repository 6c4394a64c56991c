using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A calendar day.</summary>
internal sealed record DateValue : ValueSpec
{
    /// <summary>The regular expression that a date matches.</summary>
    public const string Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    /// <inheritdoc/>
    public override string Text => "date";

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        definitions.Reference("date", () => new JsonObject { ["type"] = "string", ["pattern"] = Pattern });
}
