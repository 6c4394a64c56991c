using System.Buffers;
using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskEngine.Loading.Yaml;

/// <summary>
/// Reads one YAML document into nodes that know their place. It works on the parser's events, not on YamlDotNet's object deserialiser,
/// so that a duplicate key, an anchor or a tag is a finding with a line, and a hostile file cannot grow in memory.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>The deepest nesting of lists and mappings that is read.</summary>
    public const int MaxDepth = 32;

    private static readonly SearchValues<char> ofNumbers = SearchValues.Create("0123456789.+-eE");

    private readonly Parser parser;
    private readonly Func<Mark, SourceLocation> locate;
    private readonly DiagnosticBag diagnostics;

    private YamlReader(string text, Func<Mark, SourceLocation> locate, DiagnosticBag diagnostics)
    {
        parser = new Parser(new StringReader(text));
        this.locate = locate;
        this.diagnostics = diagnostics;
    }

    /// <summary>
    /// The root node of a file's text, or null after an error. Duplicate keys, anchors and tags are errors, yet the rest is read.
    /// </summary>
    public static YamlNode? Read(string text, string file, DiagnosticBag diagnostics)
    {
        var root = Read(text, mark => new SourceLocation(file, (int)mark.Line, (int)mark.Column), diagnostics, out var isEmpty);
        if (isEmpty)
            diagnostics.Error(new SourceLocation(file, 1, 1), "the file is empty: expected YAML (key: value lines)");
        return root;
    }

    /// <summary>
    /// The value given on a command line, such as <c>0.7</c> or <c>{ from: 1, to: 2 }</c>: every node gets the option as its place.
    /// </summary>
    public static YamlNode? ReadValue(string text, SourceLocation location, DiagnosticBag diagnostics)
    {
        // What sweeps write needs no parser, which would take most of the time of listing their jobs.
        if (IsPlainNumber(text))
            return new YamlScalar(location, text, IsQuoted: false);
        return Read(text, _ => location, diagnostics, out var isEmpty) ?? (isEmpty ? new YamlScalar(location, "", IsQuoted: false) : null);
    }

    private static bool IsPlainNumber(string text) =>
        !text.AsSpan().ContainsAnyExcept(ofNumbers) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private static YamlNode? Read(string text, Func<Mark, SourceLocation> locate, DiagnosticBag diagnostics, out bool isEmpty)
    {
        isEmpty = false;
        if (TabInIndentation(text) is { } tab)
        {
            diagnostics.Error(locate(tab), "YAML is indented with spaces, found a tab");
            return null;
        }

        var reader = new YamlReader(text, locate, diagnostics);
        try
        {
            return reader.Document(out isEmpty);
        }
        catch (YamlException e)
        {
            diagnostics.Error(locate(e.Start), $"not valid YAML: {Lower(e.Message)}");
            return null;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // YamlDotNet gives up in these ways on some broken texts: an unclosed '[' followed by a key, a tag that is no address.
            const string Hint = "is every '[', '{' and quote closed, and does every '!' stand in quotes?";
            diagnostics.Error(locate(reader.parser.Current?.End ?? Mark.Empty), $"not valid YAML at this place or soon after: {Hint}");
            return null;
        }
    }

    private YamlNode? Document(out bool isEmpty)
    {
        parser.Consume<StreamStart>();
        isEmpty = parser.Accept<StreamEnd>(out _);
        if (isEmpty)
            return null;
        parser.Consume<DocumentStart>();
        var root = Node(depth: 0);
        parser.Consume<DocumentEnd>();
        if (parser.Accept<DocumentStart>(out var second))
        {
            diagnostics.Error(locate(second.Start), "expected one YAML document, found a second one ('---' begins a new document)");
            return null;
        }

        isEmpty = root is YamlScalar { IsNull: true };
        return isEmpty ? null : root;
    }

    private YamlNode Node(int depth)
    {
        if (depth > MaxDepth)
            throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested deeper than {MaxDepth} levels");
        if (parser.TryConsume<AnchorAlias>(out var alias))
        {
            diagnostics.Error(locate(alias.Start), $"aliases are not supported, found '*{alias.Value}': write the value out");
            return new YamlRefused(locate(alias.Start));
        }

        // On some broken texts the parser ends a mapping where its value should stand.
        if (!parser.Accept<NodeEvent>(out var node))
            throw new YamlException(parser.Current!.Start, parser.Current.End, "a value is missing");
        RefuseDecoration(node);
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(locate(scalar.Start), scalar.Value, scalar.Style != ScalarStyle.Plain);
        return parser.Accept<SequenceStart>(out _) ? Sequence(depth) : Mapping(depth);
    }

    private YamlSequence Sequence(int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return new YamlSequence(locate(start.Start), items);
    }

    private YamlMapping Mapping(int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var first = new Dictionary<string, SourceLocation>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is YamlRefused)
                continue;
            if (key is not YamlScalar { Text: var name })
                diagnostics.Error(key.Location, $"expected a plain word as a key, found {key.Describe()}");
            else if (!first.TryAdd(name, key.Location))
                diagnostics.Error(key.Location, $"duplicate key '{name}' (first at line {first[name].Line})");
            else
                entries.Add(new YamlEntry(name, key.Location, value));
        }

        return new YamlMapping(locate(start.Start), entries);
    }

    private void RefuseDecoration(NodeEvent node)
    {
        if (!node.Anchor.IsEmpty)
        {
            diagnostics.Error(
                locate(node.Start),
                $"anchors are not supported, found '&{node.Anchor.Value}': write the value out where it is used"
            );
        }

        if (!node.Tag.IsEmpty)
            diagnostics.Error(locate(node.Start), $"tags are not supported, found '{node.Tag.Value}': leave it out");
    }

    /// <summary>The first tab before the text of a line; YamlDotNet tells of it at the line before.</summary>
    private static Mark? TabInIndentation(string text)
    {
        if (!text.Contains('\t'))
            return null;
        var (offset, line) = (0, 1);
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            var indentation = content[..^content.TrimStart().Length];
            if (indentation.Length < content.Length && indentation.IndexOf('\t') is >= 0 and var at)
                return new Mark(offset + at, line, at + 1);
            offset += content.Length;
            line++;
        }

        return null;
    }

    /// <summary>YamlDotNet's own words, without its full stop and its capital: they go on after a colon.</summary>
    private static string Lower(string message)
    {
        message = message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        return message.Length > 1 && char.IsUpper(message[0]) && !char.IsUpper(message[1])
            ? char.ToLowerInvariant(message[0]) + message[1..]
            : message;
    }
}
