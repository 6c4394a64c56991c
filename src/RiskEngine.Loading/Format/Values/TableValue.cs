using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A mapping from ids to values that are all alike.</summary>
/// <param name="Kind">What the ids name: <c>factor</c>.</param>
/// <param name="Value">What stands behind each id.</param>
internal sealed record TableValue<TValue>(string Kind, TValue Value) : ValueSpec, ITable
    where TValue : ValueSpec
{
    /// <summary>Whether the ids are declared here: then a setting cannot add one.</summary>
    public bool Declares { get; init; }

    /// <summary>Whether <c>source</c> may stand among the ids.</summary>
    public bool TakesSource { get; init; }

    /// <summary>The regular expression that the keys match.</summary>
    public string Pattern { get; init; } = Kind == "date" ? DateValue.Pattern : SchemaText.IdPattern;

    /// <inheritdoc/>
    public override KeySet? Keys => Value.Keys;

    /// <inheritdoc/>
    public override string Text => $"{Kind} -> {Value.Text}";

    /// <inheritdoc/>
    public override bool IsAssumption => Value.IsAssumption;

    /// <inheritdoc/>
    public override ValueSpec? Child(string key) => Value;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) =>
        new()
        {
            ["type"] = "object",
            ["properties"] = TakesSource ? new JsonObject { ["source"] = new SourceValue().Schema(definitions) } : [],
            ["additionalProperties"] = Value.Schema(definitions),
            ["propertyNames"] = new JsonObject { ["pattern"] = Pattern },
        };
}

/// <summary>What is known of a table whatever stands behind its ids.</summary>
internal interface ITable
{
    /// <summary>Whether the ids are declared here: then a setting cannot add one.</summary>
    public bool Declares { get; }
}
