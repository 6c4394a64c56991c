using System.Security.Cryptography;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Articles.Documents;

/// <summary>An article as it was read: its characters, and what they are.</summary>
public sealed class ArticleText
{
    private readonly int[] lineStarts;
    private readonly int[]? sourceLines;

    internal ArticleText(string file, string text, int[]? sourceLines)
    {
        File = file;
        Text = text;
        this.sourceLines = sourceLines;
        var starts = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                starts.Add(i + 1);
        }

        lineStarts = [.. starts];
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The file's name, without folders.</summary>
    public string File { get; }

    /// <summary>
    /// The characters that spans count in: of Markdown and plain text the file's own, of HTML and PDF the article's text with one line a
    /// block.
    /// </summary>
    public string Text { get; }

    /// <summary>Hash of <see cref="Text"/>, in hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Title, author, day and address, as far as the file gives them.</summary>
    public ArticleHead Head { get; internal set; } = new(null, null, null, null);

    /// <summary>Headings, paragraphs, list items and table rows in reading order.</summary>
    public IReadOnlyList<Block> Blocks { get; internal set; } = [];

    /// <summary>All sentences in reading order; those of boilerplate blocks are among them.</summary>
    public IReadOnlyList<Sentence> Sentences { get; internal set; } = [];

    /// <summary>All tables in reading order.</summary>
    public IReadOnlyList<ArticleTable> Tables { get; internal set; } = [];

    /// <summary>Whether more Chinese characters than English words were read.</summary>
    public bool IsChinese { get; internal set; }

    /// <summary>The line of the file that a character stands on, from 1; of a PDF its page.</summary>
    public int LineOf(int offset)
    {
        var index = Array.BinarySearch(lineStarts, offset);
        var line = index >= 0 ? index : ~index - 1;
        return sourceLines is null ? line + 1 : sourceLines[Math.Min(line, sourceLines.Length - 1)];
    }

    /// <summary>The exact characters of a span.</summary>
    public string Exact(TextSpan span) => Text.Substring(span.Start, span.Length);

    /// <summary>The characters of a span, safe to show: see <see cref="PlainLine"/>.</summary>
    public string Quote(TextSpan span) => PlainLine.Of(Exact(span));
}

/// <summary>What an article says of itself; null where it does not.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Published">The day it was published.</param>
/// <param name="Address">Where it stands in the web (http or https).</param>
public sealed record ArticleHead(string? Title, string? Author, DateOnly? Published, string? Address);
