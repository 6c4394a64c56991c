using System.Text;

namespace RiskEngine.Articles.Documents;

/// <summary>
/// A part of an article as rules read it: without markup, with one form of each character, and with the place of each character in the
/// article's own text.
/// </summary>
/// <remarks>
/// Full-width letters, digits and signs become half-width, traditional Chinese characters simplified, white space a single space;
/// characters that are not shown (controls, zero-width, marks that turn the reading order around) are left out.
/// </remarks>
public sealed class Prose
{
    private readonly int[] offsets;

    internal Prose(string text, int[] offsets)
    {
        Text = text;
        this.offsets = offsets;
    }

    /// <summary>The characters that rules read.</summary>
    public string Text { get; }

    /// <summary>The place in the article's text of a run of these characters.</summary>
    public TextSpan SpanOf(int start, int length)
    {
        if (length <= 0)
            return new TextSpan(start < offsets.Length ? offsets[start] : 0, 0);
        return new TextSpan(offsets[start], offsets[start + length - 1] + 1 - offsets[start]);
    }

    /// <summary>The place of all of it.</summary>
    public TextSpan Span => SpanOf(0, Text.Length);

    /// <summary>Some of these characters, without white space around.</summary>
    public Prose Part(int start, int length)
    {
        var end = start + length;
        while (start < end && Text[start] == ' ')
            start++;
        while (end > start && Text[end - 1] == ' ')
            end--;
        return new Prose(Text[start..end], offsets[start..end]);
    }

    /// <summary>Collects characters with their places.</summary>
    internal sealed class Builder
    {
        private readonly StringBuilder text = new();
        private readonly List<int> offsets = [];

        /// <summary>Adds a character of the article at its place.</summary>
        public void Add(char character, int offset)
        {
            var plain = Characters.Plain(character);
            if (plain == '\0' || (plain == ' ' && (text.Length == 0 || text[^1] == ' ')))
                return;
            text.Append(plain);
            offsets.Add(offset);
        }

        /// <summary>All that was added, without white space at the end.</summary>
        public Prose Build()
        {
            if (text.Length > 0 && text[^1] == ' ')
            {
                text.Length--;
                offsets.RemoveAt(offsets.Count - 1);
            }

            return new Prose(text.ToString(), [.. offsets]);
        }
    }
}
