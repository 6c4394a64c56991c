namespace RiskEngine.Articles.Documents;

/// <summary>A run of characters of an article.</summary>
/// <param name="Start">Offset of the first one in <see cref="ArticleText.Text"/>, in UTF-16 characters from 0.</param>
/// <param name="Length">How many they are.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Offset of the character after the last one.</summary>
    public int End => Start + Length;

    /// <summary>The smallest run that holds both.</summary>
    public TextSpan Cover(TextSpan other)
    {
        var start = Math.Min(Start, other.Start);
        return new TextSpan(start, Math.Max(End, other.End) - start);
    }

    /// <summary>Whether all characters of the other run lie in this one.</summary>
    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the runs share a character.</summary>
    public bool Overlaps(TextSpan other) => Start < other.End && other.Start < End;
}
