using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A mapping with keys of its own.</summary>
/// <param name="Get">The keys; asked for when they are needed, so that keys may lead to themselves.</param>
internal sealed record MappingValue(Func<KeySet> Get) : ValueSpec
{
    /// <inheritdoc/>
    public override KeySet Keys => Get();

    /// <inheritdoc/>
    public override string Text => $"`{{ {string.Join(", ", Keys.Keys.Select(k => k.Name).Where(k => k != "source"))} }}`";

    /// <inheritdoc/>
    public override bool IsAssumption => !Keys.StatesSources;

    /// <inheritdoc/>
    public override ValueSpec? Child(string key) => Keys.Find(key) is { IsAssumption: true } known ? known.Form : null;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => Keys.Schema(definitions);
}
