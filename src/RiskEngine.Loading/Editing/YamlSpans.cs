using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace RiskEngine.Loading.Editing;

/// <summary>Where the nodes of a YAML text begin and end, so that one can be put in the place of another and all around it stays.</summary>
internal sealed class YamlSpans
{
    private readonly string text;
    private readonly Dictionary<(int Line, int Column, bool IsScalar), YamlSpan> spans = [];

    /// <summary>The spans of a text that was read without error.</summary>
    public YamlSpans(string text)
    {
        this.text = text;
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return;
        Read(parser);
    }

    /// <summary>The span of the node that begins at a place.</summary>
    public YamlSpan At(int line, int column, bool isScalar) => spans[(line, column, isScalar)];

    /// <summary>Reads a node. Returned is where its last character ends; a block collection ends with the last node in it.</summary>
    private int Read(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return Add(scalar.Start, (int)scalar.End.Index, isScalar: true, isFlow: true);
        var isMapping = parser.TryConsume<MappingStart>(out var mapping);
        var list = isMapping ? null : parser.Consume<SequenceStart>();
        var isFlow = isMapping ? mapping!.Style == MappingStyle.Flow : list!.Style == SequenceStyle.Flow;
        var start = isMapping ? mapping!.Start : list!.Start;
        var end = (int)start.Index;
        while (!parser.Accept<MappingEnd>(out _) && !parser.Accept<SequenceEnd>(out _))
            end = Read(parser);
        var last = parser.Consume<ParsingEvent>();
        // YamlDotNet gives a closing bracket no width.
        return Add(start, isFlow ? (int)last.Start.Index + 1 : end, isScalar: false, isFlow);
    }

    private int Add(Mark start, int end, bool isScalar, bool isFlow)
    {
        // A text of several lines (| or >) ends with its last line's end, which is not its own.
        while (end > start.Index && char.IsWhiteSpace(text[end - 1]))
            end--;
        spans[((int)start.Line, (int)start.Column, isScalar)] = new YamlSpan((int)start.Index, end, isFlow);
        return end;
    }
}

/// <summary>A node's characters.</summary>
/// <param name="Start">Index of the first one.</param>
/// <param name="End">Index after the last one.</param>
/// <param name="IsFlow">Whether it is written in one line, in brackets; scalars are.</param>
internal readonly record struct YamlSpan(int Start, int End, bool IsFlow);
