using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Reporting.Charts;
using RiskEngine.Reporting.Document;
using RiskEngine.Reporting.Sections;

namespace RiskEngine.Reporting.Markdown;

/// <summary>Writes a report as Markdown (CommonMark with tables), one language a file.</summary>
public static class MarkdownWriter
{
    /// <summary>The report in one language; a chart is drawn in letters, above its description.</summary>
    public static string Write(ReportDocument report, Language language)
    {
        ArgumentNullException.ThrowIfNull(report);
        var text = new StringBuilder();
        Line(text, "# " + MarkdownText.Escape(report.Title.In(language)));
        Line(text, MarkdownText.Write(report.Subtitle, language));
        foreach (var section in report.Sections)
        {
            Line(text, "## " + MarkdownText.Escape(section.Title.In(language)));
            foreach (var block in section.Blocks)
                Write(text, block, language);
        }

        Line(text, "---");
        Line(text, MarkdownText.Write(report.Footer, language));
        return text.ToString();
    }

    private static void Write(StringBuilder text, Block block, Language language)
    {
        switch (block)
        {
            case Paragraph paragraph:
                Line(text, MarkdownText.Write(paragraph.Prose, language));
                break;
            case Subheading heading:
                Line(text, "### " + MarkdownText.Escape(heading.Text.In(language)));
                break;
            case Bullets bullets:
                Points(text, bullets.Items, language);
                break;
            case Answer answer:
                Line(text, "### " + MarkdownText.Escape(answer.Name.In(language)));
                Line(text, MarkdownText.Write(answer.Headline, language));
                Points(text, answer.Points, language);
                break;
            case Fold fold:
                Line(text, "#### " + MarkdownText.Escape(fold.Summary.In(language)));
                foreach (var folded in fold.Blocks)
                    Write(text, folded, language);
                break;
            case ChoiceBlocks { Choice: not Choice.Portfolio, IsDefault: false }:
                break;
            case ChoiceBlocks about:
                foreach (var said in about.Blocks)
                    Write(text, said, language);
                break;
            case Pairs pairs:
                foreach (var paired in pairs.Blocks)
                    Write(text, paired, language);
                break;
            case Listing listing:
                Line(
                    text,
                    string.Join('\n', PlainLine.Lines(listing.Lines.ReplaceLineEndings("\n")).Split('\n').Select(line => "    " + line))
                );
                break;
            case Figure figure:
                if (figure.Title is { } title)
                    Line(text, "**" + MarkdownText.Escape(title.In(language)) + "**");
                Draw(text, figure.Chart, language);
                Line(text, "> " + MarkdownText.Escape(figure.Caption.In(language)));
                break;
            case WhatIfPanel:
                Line(text, MarkdownText.Escape(WhatIfSection.OnThePage.In(language)));
                break;
            case Table table:
                Write(text, table, language);
                break;
            default:
                throw new InvalidOperationException($"The Markdown writer knows no block of the kind {block.GetType().Name}.");
        }
    }

    private static void Points(StringBuilder text, IReadOnlyList<Prose> items, Language language)
    {
        if (items.Count > 0)
            Line(text, string.Join('\n', items.Select(item => "- " + MarkdownText.Write(item, language))));
    }

    private static void Write(StringBuilder text, Table table, Language language)
    {
        Row(text, table.Columns.Select(column => MarkdownText.Escape(column.Name.In(language))));
        Row(text, table.Columns.Select(column => column.Numeric ? "---:" : "---"));
        foreach (var row in table.Rows)
            Row(text, row.Select(cell => CellText(cell, language)));
        text.Append('\n');
    }

    private static void Draw(StringBuilder text, ChartSpec chart, Language language)
    {
        var rows = TextPicture.Of(chart, language);
        if (rows.Count == 0)
            return;
        Row(text, ["", "", ""]);
        Row(text, ["---", "---:", "---"]);
        foreach (var row in rows)
            Row(text, [MarkdownText.Escape(row.Name), MarkdownText.Escape(row.Figure), row.Drawing]);
        text.Append('\n');
    }

    private static string CellText(Cell cell, Language language)
    {
        var content = MarkdownText.Write(cell.Content, language, inTable: true);
        var note = cell.Note is null ? "" : MarkdownText.Write(cell.Note, language, inTable: true);
        if (note.Length == 0)
            return content;
        return language == Language.Chinese ? $"{content}（{note}）" : $"{content} ({note})";
    }

    private static void Row(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");
}
