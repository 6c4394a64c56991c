using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A value that may be written in one of several ways.</summary>
/// <param name="Options">The ways.</param>
internal sealed record EitherValue(params IReadOnlyList<ValueSpec> Options) : ValueSpec
{
    /// <inheritdoc/>
    public override KeySet? Keys => Options.Select(o => o.Keys).FirstOrDefault(k => k is not null);

    /// <inheritdoc/>
    public override string Text => string.Join(", or ", Options.Select(o => o.Text));

    /// <inheritdoc/>
    public override bool IsAssumption => Options.Any(o => o.IsAssumption);

    /// <inheritdoc/>
    public override ValueSpec? Child(string key) => Options.Select(o => o.Child(key)).FirstOrDefault(c => c is not null);

    /// <inheritdoc/>
    public override ValueSpec? Item => Options.Select(o => o.Item).FirstOrDefault(i => i is not null);

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => SchemaText.AnyOf(Options.Select(o => o.Schema(definitions)));
}
