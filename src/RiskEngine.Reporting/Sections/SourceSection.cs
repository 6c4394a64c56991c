using RiskEngine.Abstractions.Theses;
using RiskEngine.Reporting.Document;

namespace RiskEngine.Reporting.Sections;

/// <summary>The articles: who wrote them, where they are, and every statement that the scenario rests on.</summary>
internal static class SourceSection
{
    public static Section? Build(ReportContext context)
    {
        if (context.Model.Theses.Count == 0)
            return null;
        List<Block> blocks = [];
        foreach (var thesis in context.Model.Theses)
        {
            blocks.Add(new Subheading(Text.Same(thesis.Article.Title)));
            blocks.Add(new Paragraph(Attribution(thesis)));
            blocks.Add(new Paragraph(CommonTexts.Of(thesis.Summary)));
            if (thesis.Claims.Count == 0)
                continue;
            blocks.Add(
                new Fold(
                    CommonTexts.Count(
                        thesis.Claims.Count,
                        "statement that the scenario rests on",
                        "statements that the scenario rests on",
                        "条情景所依据的表述"
                    ),
                    [
                        new Table(
                            [
                                new Column(new("Line", "行"), Numeric: true),
                                new Text("Under the heading", "所在标题"),
                                new Column(new("What it says, in our words", "内容（转述）"), Wide: true),
                            ],
                            [
                                .. thesis.Claims.Select(c =>
                                    (IReadOnlyList<Cell>)[Text.Same(c.Line.ToString()), CommonTexts.Of(c.Section), CommonTexts.Of(c.Says)]
                                ),
                            ],
                            Filterable: thesis.Claims.Count > 20
                        ),
                    ]
                )
            );
        }

        return new("sources", new("What the articles say", "文章的内容"), new("Sources", "来源"), blocks);
    }

    internal static Prose Attribution(Thesis thesis)
    {
        var article = thesis.Article;
        var said =
            Prose.Strong(Text.Same(thesis.Id.Value))
            + new Text("; author: ", "；作者：")
            + Text.Same(article.Author)
            + (article.Published is { } day ? new Text(", ", "，") + CommonTexts.Date(day) : new Text("; without date", "；无日期"));
        if (article.Address is { } address)
            said = said + new Text(", ", "，") + Prose.Linked(Text.Same(address.OriginalString), address.OriginalString);
        return article.File is null ? said : said + new Text("; line numbers refer to ", "；行号对应文件 ") + Prose.Code(article.File);
    }
}
