using System.Buffers;
using System.Text;

namespace RiskEngine.Fuzzing.Inputs;

/// <summary>
/// Changes lines, blocks, cells and values of a text, so that what comes out is read further than what a changed byte leaves; bytes that
/// are not touched stay as they are.
/// </summary>
/// <param name="random">Decides what changes.</param>
internal sealed class StructureMutator(Random random)
{
    private const int MostRepeats = 400;
    private const int MostDepth = 3_000;

    private static readonly SearchValues<char> beforeValues = SearchValues.Create(":,-{[\n");
    private static readonly SearchValues<char> afterValues = SearchValues.Create(",}]\r\n");

    /// <summary>The file with one change.</summary>
    /// <param name="bytes">The file.</param>
    public byte[] Mutate(byte[] bytes)
    {
        // One character a byte, and back: what is no text survives.
        var text = Encoding.Latin1.GetString(bytes);
        return Encoding.Latin1.GetBytes(
            random.Next(14) switch
            {
                0 => WithLines(text, SwapTwo),
                1 => WithLines(text, MoveBlock),
                2 => WithLines(text, RepeatBlock),
                3 => WithLines(text, Indent),
                4 => WithLines(text, DropCell),
                5 => WithLines(text, RepeatCell),
                6 => OtherEnds(text),
                7 => OtherEncoding(bytes),
                8 => OtherDelimiter(text),
                9 => AtValue(text, Anchored),
                10 => AtValue(text, Nested),
                11 => AtValue(text, Quoted),
                _ => AtValue(text, _ => ValueOf(text)),
            }
        );
    }

    private static string WithLines(string text, Action<List<string>> change)
    {
        var lines = text.Split('\n').ToList();
        change(lines);
        return string.Join('\n', lines);
    }

    private void SwapTwo(List<string> lines)
    {
        var (first, second) = (random.Next(lines.Count), random.Next(lines.Count));
        (lines[first], lines[second]) = (lines[second], lines[first]);
    }

    private void MoveBlock(List<string> lines)
    {
        var (start, count) = Block(lines);
        var block = lines.GetRange(start, count);
        lines.RemoveRange(start, count);
        lines.InsertRange(random.Next(lines.Count + 1), block);
    }

    private void RepeatBlock(List<string> lines)
    {
        var (start, count) = Block(lines);
        var block = lines.GetRange(start, count);
        var times = random.Next(8) == 0 ? Math.Max(1, random.Next(MostRepeats) / count) : 1;
        lines.InsertRange(start, Enumerable.Repeat(block, times).SelectMany(b => b));
    }

    /// <summary>A line and those below it that are further to the right.</summary>
    private (int Start, int Count) Block(List<string> lines)
    {
        var start = random.Next(lines.Count);
        var end = start + 1;
        while (end < lines.Count && lines[end].Length > 0 && Depth(lines[end]) > Depth(lines[start]))
            end++;
        return (start, end - start);
    }

    private static int Depth(string line) => line.Length - line.TrimStart(' ').Length;

    private void Indent(List<string> lines)
    {
        var (start, count) = Block(lines);
        var by = random.Next(2) == 0 ? new string(random.Next(8) == 0 ? '\t' : ' ', random.Next(1, 5)) : null;
        for (var i = start; i < start + count; i++)
            lines[i] = by is null ? lines[i].TrimStart(' ') : by + lines[i];
    }

    private void DropCell(List<string> lines)
    {
        var (cell, isEvery) = (random.Next(8), random.Next(2) == 0);
        ChangeCells(lines, isEvery, cells => cells.RemoveAt(cell % cells.Count));
    }

    private void RepeatCell(List<string> lines)
    {
        var (cell, isEvery) = (random.Next(8), random.Next(2) == 0);
        var times = random.Next(8) == 0 ? random.Next(1, MostRepeats) : 1;
        ChangeCells(lines, isEvery, cells => cells.InsertRange(cell % cells.Count, Enumerable.Repeat(cells[cell % cells.Count], times)));
    }

    private void ChangeCells(List<string> lines, bool isEvery, Action<List<string>> change)
    {
        var only = random.Next(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var cells = lines[i].Split(',').ToList();
            if ((isEvery || i == only) && cells.Count > 1)
            {
                change(cells);
                lines[i] = string.Join(',', cells);
            }
        }
    }

    private string OtherEnds(string text)
    {
        var ends = new[] { "\r\n", "\r", "\n\n", "\n\r", "\u0085", "\u000b", "\u000c", "" };
        return text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", ends[random.Next(ends.Length)], StringComparison.Ordinal);
    }

    private string OtherEncoding(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        var (encoding, mark) = random.Next(7) switch
        {
            0 => (Encoding.UTF8, true),
            1 => (Encoding.Unicode, true),
            2 => (Encoding.Unicode, false),
            3 => (Encoding.BigEndianUnicode, true),
            4 => (Encoding.BigEndianUnicode, false),
            5 => (Encoding.UTF32, true),
            _ => (Encoding.Latin1, false),
        };
        byte[] before = mark ? encoding.GetPreamble() : [];
        return Encoding.Latin1.GetString([.. before, .. encoding.GetBytes(text)]);
    }

    private string OtherDelimiter(string text)
    {
        var marks = new[] { ",", ";", "\t", "|", ":", "\"", "{", "}", "[", "]" };
        var from = marks[random.Next(marks.Length)];
        return text.Replace(from, marks[random.Next(marks.Length)], StringComparison.Ordinal);
    }

    /// <summary>Changes the part of a line behind a colon, a comma or a mark of a list.</summary>
    private string AtValue(string text, Func<string, string> change)
    {
        var (start, length) = ValuePlace(text);
        return string.Concat(text.AsSpan(0, start), change(text.Substring(start, length)), text.AsSpan(start + length));
    }

    private string ValueOf(string text)
    {
        var (start, length) = ValuePlace(text);
        return text.Substring(start, length);
    }

    private (int Start, int Length) ValuePlace(string text)
    {
        var start = text.AsSpan(0, random.Next(text.Length + 1)).LastIndexOfAny(beforeValues) + 1;
        while (start < text.Length && text[start] == ' ')
            start++;
        var length = text.AsSpan(start).IndexOfAny(afterValues);
        return (start, length < 0 ? text.Length - start : length);
    }

    private string Anchored(string value) =>
        random.Next(4) switch
        {
            0 => $"&a {value}",
            1 => "*a",
            2 => $"&a [*a, {value}]",
            _ => Doubling(value),
        };

    /// <summary>Each list holds the one before it ten times: a small text that is a huge tree.</summary>
    private static string Doubling(string value)
    {
        var lists = Enumerable.Range(1, 9).Select(i => $"&b{i} [{string.Join(", ", Enumerable.Repeat($"*b{i - 1}", 10))}]");
        return $"[&b0 [{value}], {string.Join(", ", lists)}]";
    }

    private string Nested(string value)
    {
        var depth = random.Next(4) == 0 ? random.Next(MostDepth) : random.Next(1, 5);
        var (open, close) = random.Next(3) switch
        {
            0 => ("[", "]"),
            1 => ("{a: ", "}"),
            _ => ("(", ")"),
        };
        return string.Concat(Enumerable.Repeat(open, depth)) + value + string.Concat(Enumerable.Repeat(close, depth));
    }

    private string Quoted(string value) =>
        random.Next(6) switch
        {
            0 => $"\"{value}\"",
            1 => $"'{value}'",
            2 => $"\"{value}",
            3 => $"|\n  {value}",
            4 => $"!!str {value}",
            _ => value.Replace("\"", "\"\"", StringComparison.Ordinal),
        };
}
