using RiskEngine.Abstractions.Identity;
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
            blocks.Add(new Subheading(LocalText.Same(thesis.Article.Title)));
            blocks.Add(new Paragraph(Attribution(thesis)));
            blocks.Add(new Paragraph(thesis.Summary));
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
                                new LocalText("Where", "位置"),
                                new LocalText("Under the heading", "所在标题"),
                                new Column(new("What it says, in our words", "内容（转述）"), Wide: true),
                            ],
                            [.. thesis.Claims.Select(c => (IReadOnlyList<Cell>)[ReportContext.Spot(c), c.Section, c.Says])],
                            Filterable: thesis.Claims.Count > 20
                        ),
                    ]
                )
            );
        }

        return new("sources", new("Sources: what the articles say", "来源：文章的内容"), new("Sources", "来源"), blocks);
    }

    internal static Prose Attribution(Thesis thesis)
    {
        var article = thesis.Article;
        var said = Sentence.Of(
            "{thesis}; author: {author}{choice}",
            "{thesis}；作者：{author}{choice}",
            ("thesis", Prose.Strong(LocalText.Same(thesis.Id.Value))),
            ("author", article.Author),
            (
                "choice",
                article.Published is { } day
                    ? Sentence.Plain(", {date}", "，{date}", ("date", CommonTexts.Date(day)))
                    : new LocalText("; without date", "；无日期")
            )
        );
        if (article.Address is { } address)
        {
            said =
                said
                + Sentence.Of(
                    ", {originalString}",
                    "，{originalString}",
                    ("originalString", Prose.Linked(LocalText.Same(address.OriginalString), address.OriginalString))
                );
        }

        return article.File is null
            ? said
            : said + Sentence.Of("; line numbers refer to {file}", "；行号对应文件 {file}", ("file", Prose.Code(article.File)));
    }
}
