using System.Text.Json.Nodes;

namespace RiskEngine.Loading.Format.Values;

/// <summary>One of some words.</summary>
/// <param name="Choices">The words, each with what it stands for.</param>
internal sealed record ChoiceValue<T>(IReadOnlyList<(string Word, T Value)> Choices) : ValueSpec
    where T : struct
{
    /// <inheritdoc/>
    public override string Text => string.Join(", ", Choices.Select(c => $"`{c.Word}`"));

    /// <inheritdoc/>
    public override IReadOnlyList<string> Words => [.. Choices.Select(c => c.Word)];

    /// <summary>What a word stands for.</summary>
    public T Of(string word) => Choices.First(c => c.Word == word).Value;

    /// <inheritdoc/>
    public override JsonObject Schema(SchemaDefinitions definitions) => new() { ["enum"] = SchemaText.Words(Choices.Select(c => c.Word)) };
}
