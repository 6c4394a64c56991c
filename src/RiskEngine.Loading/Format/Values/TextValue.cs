using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>A text that is the same in both languages: a name, a path, a word.</summary>
/// <param name="Form">What kind of text it is, in words.</param>
internal sealed record TextValue(string Form = "text") : ValueSpec
{
    /// <summary>The regular expression that the text matches; null for any.</summary>
    public string? Pattern { get; init; }

    /// <inheritdoc/>
    public override string Text => Form;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => SchemaText.Text(Pattern);
}
