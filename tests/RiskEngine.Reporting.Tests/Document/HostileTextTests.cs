using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Markdown;
using RiskEngine.Reporting.Page;

namespace RiskEngine.Reporting.Tests.Document;

/// <summary>Whatever words a report holds, wherever they stand: what cannot be printed is shown as its code.</summary>
internal sealed class HostileTextTests
{
    private const string Hostile = "a\u001b[31m\u202Eb\u0007\u2066<i>";

    private static readonly LocalText text = LocalText.Same(Hostile);

    private static readonly ReportDocument report = new(
        text,
        text,
        [
            new(
                "one",
                text,
                text,
                [
                    new Paragraph(text),
                    new Paragraph(Prose.Code(Hostile)),
                    new Paragraph(
                        Prose.Strong(text) + Prose.Quiet(text) + Prose.Within(text, "one") + Prose.Linked(text, "https://example.com/")
                    ),
                    new Subheading(text),
                    new Bullets([text]),
                    new Answer(text, text, [text]),
                    new Fold(text, [new Paragraph(text)]),
                    new Pairs([new Paragraph(text)]),
                    new Listing(Hostile),
                    new Table(
                        [text],
                        [
                            [new Cell(text, text)],
                            [new Cell(Prose.Code(Hostile))],
                        ]
                    ),
                ]
            )
            {
                Part = text,
            },
        ],
        text
    );

    [Test]
    public void Markdown_shows_codes([Values] Language language)
    {
        var written = MarkdownWriter.Write(report, language);

        Assert.That(Raw(written), Is.Empty);
        Assert.That(written, Does.Contain("U+202E").And.Contain("U+001B"));
    }

    [Test]
    public async Task The_page_shows_codes_and_references_hide_none()
    {
        var written = await PageWriter.WriteAsync(report);

        Assert.That(Raw(written), Is.Empty);
        Assert.That(written, Does.Contain("&lt;U&#x2B;202E&gt;").Or.Contain("&lt;U+202E&gt;"));
        Assert.That(written, Does.Not.Contain("&#x202E;").And.Not.Contain("&#x1B;").And.Not.Contain("&#x7;").And.Not.Contain("&#x2066;"));
    }

    private static IEnumerable<string> Raw(string written) =>
        written.Where(c => PlainLine.IsUnprintable(c) && c is not ('\n' or '\r' or '\t')).Select(c => $"U+{(int)c:X4}").Distinct();
}
