using System.Text;
using RiskEngine.Loading.Yaml;

namespace RiskEngine.Loading.Editing;

/// <summary>Changes to the text of one YAML file: everything but the changed nodes stays as it is, comments and layout among it.</summary>
/// <param name="text">The text, which was read without error.</param>
internal sealed class TextEdits(string text)
{
    private readonly YamlSpans spans = new(text);
    private readonly List<(int Start, int End, string Text)> edits = [];

    /// <summary>Puts a value in the place of a node.</summary>
    public void Replace(YamlNode node, string value)
    {
        var span = spans.At(node.Location.Line, node.Location.Column, node is YamlScalar);
        edits.Add((span.Start, span.End, span.End == span.Start ? $" {value}" : value));
    }

    /// <summary>Adds a key to a mapping, before its first one.</summary>
    public void Insert(YamlMapping mapping, string key, string value)
    {
        var whole = spans.At(mapping.Location.Line, mapping.Location.Column, isScalar: false);
        if (mapping.Entries.FirstOrDefault(e => e.KeyLocation.File == mapping.Location.File) is not { } first)
        {
            edits.Add((whole.Start, whole.End, $"{{ {key}: {value} }}"));
            return;
        }

        var at = spans.At(first.KeyLocation.Line, first.KeyLocation.Column, isScalar: true).Start;
        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var separator = whole.IsFlow ? ", " : newLine + new string(' ', first.KeyLocation.Column - 1);
        edits.Add((at, at, $"{key}: {value}{separator}"));
    }

    /// <summary>The text with all changes in it; null where two of them are about the same characters.</summary>
    public string? Apply()
    {
        var changed = new StringBuilder();
        var at = 0;
        foreach (var (start, end, value) in edits.OrderBy(e => e.Start))
        {
            if (start < at)
                return null;
            changed.Append(text, at, start - at).Append(value);
            at = end;
        }

        return changed.Append(text, at, text.Length - at).ToString();
    }
}
