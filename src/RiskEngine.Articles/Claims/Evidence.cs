using RiskEngine.Articles.Documents;

namespace RiskEngine.Articles.Claims;

/// <summary>The characters of an article that a claim rests on.</summary>
/// <param name="Sentence">Number of the sentence, from 1.</param>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Span">The exact characters.</param>
/// <param name="Quote">The same as text, as they stand in the article.</param>
public sealed record Evidence(int Sentence, int Line, TextSpan Span, string Quote)
{
    /// <summary>A whole sentence.</summary>
    public static Evidence Of(ArticleText article, Sentence sentence)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(sentence);
        var span = WithMarks(article, sentence.Span);
        return new Evidence(sentence.Number, sentence.Line, span, article.Exact(span));
    }

    /// <summary>A run of characters with the bold marks around it, so that a quote has both ends of them.</summary>
    internal static TextSpan WithMarks(ArticleText article, TextSpan span)
    {
        var (start, end) = (span.Start, span.End);
        while (start > 0 && article.Text[start - 1] == '*')
            start--;
        while (end < article.Text.Length && article.Text[end] == '*')
            end++;
        return new TextSpan(start, end - start);
    }

    /// <summary>A heading or other block.</summary>
    public static Evidence Of(ArticleText article, Block block)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentNullException.ThrowIfNull(block);
        var span = block.Prose.Span;
        return new Evidence(0, article.LineOf(span.Start), span, article.Exact(span));
    }
}
