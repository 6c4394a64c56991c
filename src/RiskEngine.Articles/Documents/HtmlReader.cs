using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace RiskEngine.Articles.Documents;

/// <summary>Reads a page saved from a browser: the article, not menus, comments and advertisements.</summary>
internal static class HtmlReader
{
    /// <summary>Elements whose words are not of the article.</summary>
    private const string Furniture =
        "script,style,noscript,nav,footer,aside,form,button,select,svg,iframe,template,dialog,[hidden],[aria-hidden=true],"
        + "[role=navigation],"
        + "[role=banner],[role=complementary],[role=contentinfo]";

    private static readonly string[] furnitureWords =
    [
        "comment",
        "sidebar",
        "related",
        "recommend",
        "newsletter",
        "subscribe",
        "share",
        "social",
        "advert",
        "breadcrumb",
        "cookie",
        "menu",
        "promo",
        "footer",
    ];

    /// <summary>The article of a page.</summary>
    public static ArticleText Read(string file, string text)
    {
        RefuseDeep(text);
        var document = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(text);
        var head = Head(document);
        foreach (var element in document.QuerySelectorAll(Furniture).ToList())
            element.Remove();
        var root = Root(document);
        foreach (var element in root.QuerySelectorAll("div,section,ul,p,header").Where(IsFurniture).ToList())
            element.Remove();
        var lines = new LineText();
        if (root.QuerySelector("h1") is null && document.QuerySelector("h1") is { } title)
            lines.Add(BlockKind.Heading, 1, title.TextContent, LineOf(title));
        Walk(root, lines);
        return lines.Build(file, head with { Published = head.Published ?? DateIn(lines) });
    }

    /// <summary>A parser goes as deep as elements lie in each other; a hostile page could take minutes.</summary>
    private static void RefuseDeep(string text)
    {
        var (depth, at) = (0, 0);
        while ((at = text.IndexOf('<', at)) >= 0)
        {
            var rest = text.AsSpan(at + 1);
            if (Opens(rest))
                depth++;
            else if (rest.StartsWith("/") && Opens(rest[1..]))
                depth--;
            if (depth > ArticleLimits.Nesting)
                throw new ArticleUnreadableException($"expected elements at most {ArticleLimits.Nesting} deep, found more");
            at++;
        }
    }

    /// <summary>Whether an element begins here whose end may not be left out.</summary>
    private static bool Opens(ReadOnlySpan<char> rest)
    {
        foreach (
            var name in (ReadOnlySpan<string>)
                ["div", "span", "table", "b", "i", "em", "strong", "a", "ul", "ol", "blockquote", "section", "font"]
        )
        {
            if (
                rest.Length > name.Length
                && rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && !char.IsAsciiLetterOrDigit(rest[name.Length])
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsFurniture(IElement element)
    {
        var names = $"{element.Id} {element.ClassName}";
        if (names.Length == 1 || element.TextContent.Length > 4_000)
            return false;
        return names
            .Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries)
            .Any(word => Array.Exists(furnitureWords, f => word.StartsWith(f, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The element that holds the article: what says so itself, else what has the most words in paragraphs of its own.</summary>
    private static IElement Root(AngleSharp.Html.Dom.IHtmlDocument document)
    {
        var articles = document.QuerySelectorAll("article,[itemprop=articleBody],main,[role=main]");
        var named = articles.OrderByDescending(e => e.TextContent.Length).FirstOrDefault();
        if (named is not null && named.TextContent.Length > 200)
            return named;
        var scores = new Dictionary<IElement, int>();
        foreach (var paragraph in document.QuerySelectorAll("p,table,li"))
        {
            var links = paragraph.QuerySelectorAll("a").Sum(a => a.TextContent.Length);
            var words = paragraph.TextContent.Length - 2 * links;
            if (words < 20 || paragraph.ParentElement is not { } parent)
                continue;
            Add(parent, words);
            if (parent.ParentElement is { } grandparent)
                Add(grandparent, words / 2);
        }

        return scores.Count == 0 ? document.Body ?? document.DocumentElement : scores.MaxBy(s => s.Value).Key;

        void Add(IElement element, int words) => scores[element] = scores.GetValueOrDefault(element) + words;
    }

    private static void Walk(IElement root, LineText lines)
    {
        var inline = new StringBuilder();
        var line = 0;
        Visit(root);
        Flush(BlockKind.Paragraph, 0);

        void Visit(INode node)
        {
            foreach (var child in node.ChildNodes)
            {
                if (child is IText text)
                {
                    inline.Append(Joined(text.Data));
                }
                else if (child is IElement element)
                {
                    Enter(element);
                }
            }
        }

        void Enter(IElement element)
        {
            var name = element.LocalName;
            switch (name)
            {
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                    Whole(element, BlockKind.Heading, name[1] - '0');
                    break;
                case "table":
                    Flush(BlockKind.Paragraph, 0);
                    Rows(element, lines);
                    break;
                case "li":
                    Flush(BlockKind.Paragraph, 0);
                    line = LineOf(element);
                    Visit(element);
                    Flush(BlockKind.ListItem, 1);
                    break;
                case "p" when IsBold(element):
                    Whole(element, BlockKind.Heading, 7);
                    break;
                case "p"
                or "div"
                or "section"
                or "article"
                or "ul"
                or "ol"
                or "blockquote"
                or "figure"
                or "figcaption"
                or "header"
                or "pre"
                or "dd"
                or "dt"
                or "dl":
                    Flush(BlockKind.Paragraph, 0);
                    line = LineOf(element);
                    Visit(element);
                    Flush(name == "blockquote" ? BlockKind.Quotation : BlockKind.Paragraph, 0);
                    break;
                case "br":
                    inline.Append(' ');
                    break;
                default:
                    Visit(element);
                    break;
            }
        }

        void Whole(IElement element, BlockKind kind, int level)
        {
            Flush(BlockKind.Paragraph, 0);
            line = LineOf(element);
            inline.Append(Joined(element.TextContent));
            Flush(kind, level);
        }

        void Flush(BlockKind kind, int level)
        {
            if (!string.IsNullOrWhiteSpace(inline.ToString()))
                lines.Add(kind, level, inline.ToString(), line);
            inline.Clear();
        }
    }

    private static void Rows(IElement table, LineText lines)
    {
        var first = true;
        foreach (var row in table.QuerySelectorAll("tr"))
        {
            var cells = row.Children.Where(c => c.LocalName is "td" or "th").Select(c => Joined(c.TextContent)).ToList();
            if (cells.Count == 0)
                continue;
            lines.AddRow(cells, first, LineOf(row));
            first = false;
        }
    }

    /// <summary>Line breaks of the file are white space; between Chinese characters they are nothing.</summary>
    private static string Joined(string data)
    {
        var joined = new StringBuilder(data.Length);
        for (var i = 0; i < data.Length; i++)
        {
            if (data[i] is not ('\n' or '\r' or '\t'))
                joined.Append(data[i]);
            else if (i == 0 || i + 1 == data.Length || !Characters.IsChinese(data[i - 1]) || !Characters.IsChinese(data[i + 1]))
                joined.Append(' ');
        }

        return joined.ToString();
    }

    private static bool IsBold(IElement element) =>
        element.Children.Length == 1
        && element.Children[0].LocalName is "b" or "strong"
        && element.TextContent.Trim() == element.Children[0].TextContent.Trim()
        && element.TextContent.Length < 60;

    private static int LineOf(IElement element) => element.SourceReference?.Position.Line ?? 1;

    private static ArticleHead Head(AngleSharp.Html.Dom.IHtmlDocument document)
    {
        var date =
            Meta("article:published_time", "date", "pubdate", "datePublished") ?? document.QuerySelector("time")?.GetAttribute("datetime");
        var address = document.QuerySelector("link[rel=canonical]")?.GetAttribute("href") ?? Meta("og:url");
        return new ArticleHead(
            Meta("og:title") ?? document.QuerySelector("h1")?.TextContent.Trim() ?? document.Title,
            Meta("author", "article:author") ?? document.QuerySelector("[rel=author],[itemprop=author]")?.TextContent.Trim(),
            Day(date),
            address is not null && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : null
        );

        string? Meta(params string[] names) =>
            names
                .Select(n => document.QuerySelector($"meta[name='{n}'],meta[property='{n}'],meta[itemprop='{n}']")?.GetAttribute("content"))
                .FirstOrDefault(v => !string.IsNullOrWhiteSpace(v));
    }

    private static DateOnly? DateIn(LineText lines) =>
        lines.Blocks.Take(8).Where(b => b.Prose.Text.Length < 200).Select(b => Day(b.Prose.Text)).FirstOrDefault(d => d is not null);

    private static DateOnly? Day(string? text) =>
        text is not null
        && DateOnly.TryParseExact(HeadReader.WholeDate(text), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
