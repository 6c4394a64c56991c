using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A list; a list of one may be written as the item alone.</summary>
/// <param name="Value">What each item is.</param>
internal sealed record ListValue<TValue>(TValue Value) : ValueSpec
    where TValue : ValueSpec
{
    /// <summary>The least number of items.</summary>
    public int Least { get; init; }

    /// <inheritdoc/>
    public override KeySet? Keys => Value.Keys;

    /// <inheritdoc/>
    public override string Text => $"list of {Value.Text}";

    /// <inheritdoc/>
    public override bool IsAssumption => Value.IsAssumption;

    /// <inheritdoc/>
    public override ValueSpec? Child(string key) => Value.Child(key);

    /// <inheritdoc/>
    public override ValueSpec? Item => Value;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => SchemaText.ListOf(Value.Schema(definitions), Least);
}
