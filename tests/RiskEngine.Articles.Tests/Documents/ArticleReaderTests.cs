using System.Text;
using RiskEngine.Articles.Documents;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace RiskEngine.Articles.Tests.Documents;

public sealed class ArticleReaderTests
{
    [Test]
    public void Spans_of_Markdown_count_in_the_files_own_characters()
    {
        const string Text = "# Title\n\nSome **bold** words. A [link](https://example.org) too.\n";
        var article = Read(Text);

        var second = article.Sentences.Single(s => s.Text == "A link too.");
        Assert.That(article.Exact(second.Span), Is.EqualTo("A [link](https://example.org) too."));
        Assert.That(second.Line, Is.EqualTo(3));
    }

    [Test]
    public void Headings_lists_and_tables_are_told_apart()
    {
        var article = Read("# T\n\n## A\n\n- one\n- two\n\n| x | y |\n|---|---|\n| 1 | 2 |\n\n**B**\n\nText here.\n");

        Assert.That(
            article.Blocks.Select(b => b.Kind),
            Is.EqualTo(
                new[]
                {
                    BlockKind.Heading,
                    BlockKind.Heading,
                    BlockKind.ListItem,
                    BlockKind.ListItem,
                    BlockKind.TableRow,
                    BlockKind.TableRow,
                    BlockKind.Heading,
                    BlockKind.Paragraph,
                }
            )
        );
        Assert.That(article.Tables.Single().Rows[1].Cells.Select(c => c.Text), Is.EqualTo(new[] { "1", "2" }));
        Assert.That(article.Blocks[^1].Section, Is.EqualTo("T > A > B"));
    }

    [Test]
    public void Text_that_lost_its_line_breaks_gets_its_headings_and_items_back()
    {
        var words = string.Concat(Enumerable.Repeat("这是一段足够长的文字。", 60));
        var article = Read(
            $"# 标题 > Author: 某人 > Published: 2026-06-04 ## Content {words} ## 风险提示 - **甲**:一件事 - **乙**:另一件事"
        );

        Assert.That(article.Head.Author, Is.EqualTo("某人"));
        Assert.That(article.Head.Published, Is.EqualTo(new DateOnly(2026, 6, 4)));
        Assert.That(
            article.Blocks.Where(b => b.Kind == BlockKind.ListItem).Select(b => b.Prose.Text),
            Is.EqualTo(new[] { "甲:一件事", "乙:另一件事" })
        );
        Assert.That(article.Blocks[^1].Headings[^1].Prose.Text, Is.EqualTo("风险提示"));
    }

    [Test]
    public void Of_a_web_page_the_article_is_read_and_not_the_menu()
    {
        var article = Read(
            "<html><body><nav>Buy now</nav><article><h1>T</h1><p>"
                + string.Concat(Enumerable.Repeat("Words of the article. ", 20))
                + "</p></article><footer>Sell now</footer></body></html>",
            "a.html"
        );

        Assert.That(article.Text, Does.Not.Contain("Buy now").And.Not.Contain("Sell now"));
        Assert.That(article.Head.Title, Is.EqualTo("T"));
    }

    [Test]
    public void The_text_layer_of_a_PDF_is_read_with_its_headings()
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        var page = builder.AddPage(PageSize.A4);
        page.AddText("Risks", 20, new PdfPoint(50, 780), font);
        page.AddText("Demand may fall in 2027 and", 10, new PdfPoint(50, 740), font);
        page.AddText("orders with it.", 10, new PdfPoint(50, 728), font);
        var article = ArticleReader.Read("a.pdf", builder.Build());

        Assert.That(article.Blocks.Select(b => b.Prose.Text), Is.EqualTo(new[] { "Risks", "Demand may fall in 2027 and orders with it." }));
        Assert.That(article.Blocks[0].Kind, Is.EqualTo(BlockKind.Heading));
    }

    [Test]
    public void Control_and_direction_marks_are_left_out_of_words_and_never_shown_raw()
    {
        var article = Read("Buy \u202Eold\u202C now\u001B[31m. Next sentence.");

        Assert.That(article.Sentences[0].Text, Is.EqualTo("Buy old now[31m."));
        Assert.That(article.Quote(article.Sentences[0].Span), Does.Contain("<U+202E>").And.Not.Contain("\u001B"));
    }

    [Test]
    public void Too_many_cells_nesting_or_bytes_are_refused_in_a_sentence()
    {
        var cells = "|a|b|\n|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|\n", 50_000));
        var nested = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000)) + "x";

        Assert.That(() => Read(cells), Throws.TypeOf<ArticleUnreadableException>().With.Message.Contains("cells"));
        Assert.That(() => Read(nested, "a.html"), Throws.TypeOf<ArticleUnreadableException>().With.Message.Contains("deep"));
        Assert.That(
            () => ArticleReader.Read("a.md", [0xFF, 0x41]),
            Throws.TypeOf<ArticleUnreadableException>().With.Message.Contains("UTF-8")
        );
        Assert.That(() => Read("   \n"), Throws.TypeOf<ArticleUnreadableException>().With.Message.Contains("none"));
    }

    /// <summary>Patterns whose time grows with the square of a line's length give up at such lines: half a million characters.</summary>
    [TestCase("-|", "x")]
    [TestCase(" ", "x")]
    [TestCase(" ", ": x")]
    [TestCase("- ", "x")]
    [TestCase("=", "x")]
    [TestCase("A.", "x")]
    public void A_long_line_of_one_mark_is_read(string mark, string end)
    {
        var line = string.Concat(Enumerable.Repeat(mark, 500_000 / mark.Length)) + end;

        Assert.That(Read($"# T\n\nWords.\n\n{line}\n").Sentences[0].Text, Is.EqualTo("T"));
    }

    [TestCase("He works at Acme Inc. in Boston. It grew 1.5% in Q1.", 2)]
    [TestCase("第一句。第二句！第三句？", 3)]
    [TestCase("The U.S. economy grew. \"It did.\" We agree.", 3)]
    public void Sentences_end_where_they_end(string text, int count) => Assert.That(Read(text).Sentences, Has.Count.EqualTo(count));

    private static ArticleText Read(string text, string file = "a.md") => ArticleReader.Read(file, Encoding.UTF8.GetBytes(text));
}
