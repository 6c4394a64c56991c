using System.Buffers;
using RiskEngine.Loading.Drafts;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Editing;

/// <summary>Writes a node in one line, so that reading it gives the same node: <c>{ pert: [0.3, 0.8, 1.2] }</c>.</summary>
internal static class FlowText
{
    private static readonly SearchValues<char> plain = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.+-_/"
    );

    public static string Of(YamlNode node) =>
        node switch
        {
            YamlScalar { IsNull: true } => "~",
            YamlScalar { IsQuoted: false, Text: var text } when IsPlain(text) => text,
            YamlScalar scalar => DraftText.Quoted(scalar.Text),
            YamlSequence list => $"[{string.Join(", ", list.Items.Select(Of))}]",
            YamlMapping { Entries.Count: 0 } => "{}",
            YamlMapping mapping => $"{{ {string.Join(", ", mapping.Entries.Select(e => $"{Key(e.Key)}: {Of(e.Value)}"))} }}",
            _ => throw new ArgumentException($"Expected a value that was read, found {node.Describe()}.", nameof(node)),
        };

    /// <summary>A key, quoted where it has to be.</summary>
    public static string Key(string key) => IsPlain(key) ? key : DraftText.Quoted(key);

    private static bool IsPlain(string text) => text.Length > 0 && text is not ("-" or "---") && !text.AsSpan().ContainsAnyExcept(plain);
}
