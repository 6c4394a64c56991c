using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace RiskEngine.Articles.Documents;

/// <summary>Reads the text layer of a PDF: lines by height, paragraphs by gaps, headings by size, tables by columns.</summary>
internal static class PdfReader
{
    /// <summary>The article of a PDF; a line's number is that of its page.</summary>
    public static ArticleText Read(string file, byte[] content)
    {
        try
        {
            using var document = PdfDocument.Open(content);
            if (document.NumberOfPages > ArticleLimits.Pages)
                throw new ArticleUnreadableException($"expected at most {ArticleLimits.Pages} pages, found {document.NumberOfPages}");
            var lines = new LineText();
            foreach (var page in document.GetPages())
                ReadPage(page, lines);
            if (lines.Blocks.Count == 0)
            {
                throw new ArticleUnreadableException(
                    "expected a PDF with a text layer, found none: scanned pages have to be recognised first"
                );
            }

            var head = new ArticleHead(
                Given(document.Information.Title),
                Given(document.Information.Author),
                lines.Blocks.Take(8).Select(b => Day(b.Prose.Text)).FirstOrDefault(d => d is not null),
                null
            );
            return lines.Build(file, head);
        }
        catch (Exception e) when (e is not (ArticleUnreadableException or OutOfMemoryException))
        {
            // The library gives up on damaged files with exceptions of a dozen kinds.
            throw new ArticleUnreadableException($"expected a PDF, found a damaged one: {e.Message}");
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(HeadReader.WholeDate(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;

    private static void ReadPage(Page page, LineText text)
    {
        var lines = Lines(page).ToList();
        if (lines.Count == 0)
            return;
        var size = lines.GroupBy(l => Math.Round(l.Size)).OrderByDescending(g => g.Sum(l => l.Text.Length)).First().Key;
        var i = 0;
        while (i < lines.Count)
        {
            var end = i + 1;
            if (lines[i].Columns.Count >= 3)
            {
                while (end < lines.Count && lines[end].Columns.Count == lines[i].Columns.Count)
                    end++;
                if (end - i >= 2)
                {
                    for (var row = i; row < end; row++)
                        text.AddRow(lines[row].Columns, row == i, page.Number);
                    i = end;
                    continue;
                }
            }

            if (lines[i].Size > size * 1.12)
            {
                text.Add(BlockKind.Heading, lines[i].Size > size * 1.5 ? 1 : 2, lines[i].Text, page.Number);
                i++;
                continue;
            }

            while (end < lines.Count && IsContinued(lines[end - 1], lines[end], size))
                end++;
            AddParagraph(lines[i..end], text, page.Number);
            i = end;
        }
    }

    private static void AddParagraph(List<Line> lines, LineText text, int page)
    {
        var words = lines[0].Text;
        foreach (var line in lines[1..])
            words += Characters.IsChinese(words[^1]) && Characters.IsChinese(line.Text[0]) ? line.Text : " " + line.Text;
        var isItem = words[0] is '•' or '-' or '–' or '·' && words.Length > 2;
        text.Add(isItem ? BlockKind.ListItem : BlockKind.Paragraph, isItem ? 1 : 0, isItem ? words[1..] : words, page);
    }

    private static bool IsContinued(Line above, Line below, double size) =>
        below.Columns.Count < 3
        && below.Size <= size * 1.12
        && above.Bottom - below.Bottom < above.Size * 1.7
        && below.Text[0] is not ('•' or '–' or '·')
        && !below.Text.StartsWith("- ", StringComparison.Ordinal);

    private static IEnumerable<Line> Lines(Page page)
    {
        var words = page.GetWords().Where(w => w.Text.Length > 0).OrderByDescending(w => w.BoundingBox.Bottom).ToList();
        var i = 0;
        while (i < words.Count)
        {
            var size = Size(words[i]);
            var end = i + 1;
            while (end < words.Count && words[i].BoundingBox.Bottom - words[end].BoundingBox.Bottom < size * 0.5)
                end++;
            var line = words[i..end].OrderBy(w => w.BoundingBox.Left).ToList();
            yield return new Line(Columns(line, size), words[i].BoundingBox.Bottom, size);
            i = end;
        }
    }

    private static List<string> Columns(List<Word> words, double size)
    {
        var columns = new List<string> { words[0].Text };
        for (var i = 1; i < words.Count; i++)
        {
            var gap = words[i].BoundingBox.Left - words[i - 1].BoundingBox.Right;
            if (gap > size * 1.8)
                columns.Add(words[i].Text);
            else if (gap < size * 0.1 && Characters.IsChinese(words[i].Text[0]))
                columns[^1] += words[i].Text;
            else
                columns[^1] += " " + words[i].Text;
        }

        return columns;
    }

    private static double Size(Word word) => Math.Max(1, word.Letters.Count > 0 ? word.Letters[0].PointSize : word.BoundingBox.Height);

    private sealed record Line(List<string> Columns, double Bottom, double Size)
    {
        public string Text => string.Join(' ', Columns);
    }
}
