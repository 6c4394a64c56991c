namespace RiskEngine.Articles.Documents;

/// <summary>One sentence, heading, list item or table row.</summary>
/// <param name="Number">Its place among the article's sentences, from 1.</param>
/// <param name="Line">The line of the article's file it starts on, from 1.</param>
/// <param name="Prose">Its words.</param>
/// <param name="Block">What it is part of.</param>
public sealed record Sentence(int Number, int Line, Prose Prose, Block Block)
{
    /// <summary>Its words as rules read them.</summary>
    public string Text => Prose.Text;

    /// <summary>Its characters.</summary>
    public TextSpan Span => Prose.Span;
}
