using System.Text;
using RiskEngine.Abstractions.Files;

namespace RiskEngine.Articles.Documents;

/// <summary>
/// Reads a file as an article: Markdown, HTML, PDF with a text layer, or plain text in UTF-8 (UTF-16 with a byte-order mark).
/// </summary>
public static class ArticleReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaxBytes = ArticleLimits.Bytes;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ArticleUnreadableException">It is no text, has no words, or is too large; the message says which.</exception>
    public static ArticleText Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return RegularFile.Read(path, MaxBytes, out var problem) is { } content
            ? Read(Path.GetFileName(path), content)
            : throw new ArticleUnreadableException($"the file {problem}");
    }

    /// <summary>Reads the bytes of a file; its format is told from them and from the name's ending.</summary>
    /// <exception cref="ArticleUnreadableException">It is no text, has no words, or is too large; the message says which.</exception>
    public static ArticleText Read(string file, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(content);
        var article =
            content.AsSpan().StartsWith("%PDF-"u8) ? PdfReader.Read(file, content)
            : Text(content) is var text && IsHtml(file, text) ? HtmlReader.Read(file, text)
            : MarkdownReader.Read(file, text);
        if (!article.Sentences.Any(s => s.Text.Any(char.IsLetter)))
            throw new ArticleUnreadableException("expected words, found none");
        return article;
    }

    private static string Text(byte[] content)
    {
        using var reader = new StreamReader(
            new MemoryStream(content),
            new UTF8Encoding(false, true),
            detectEncodingFromByteOrderMarks: true
        );
        string text;
        try
        {
            text = reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new ArticleUnreadableException("expected text in UTF-8, found bytes that are none");
        }

        if (text.Length > ArticleLimits.Characters)
            throw new ArticleUnreadableException($"expected at most {ArticleLimits.Characters} characters, found {text.Length}");
        if (text.AsSpan(0, Math.Min(text.Length, 4096)).Contains('\0'))
            throw new ArticleUnreadableException("expected text, found a binary file");
        return text;
    }

    private static bool IsHtml(string file, string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, 1000)).TrimStart();
        return Path.GetExtension(file).ToLowerInvariant() is ".html" or ".htm" or ".xhtml"
            || start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }
}
