using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using RiskEngine.Reporting.Spreadsheets;
using RiskEngine.Reporting.Tests.Samples;
using Sheet = RiskEngine.Reporting.Spreadsheets.Sheet;

namespace RiskEngine.Reporting.Tests.Spreadsheets;

/// <summary>Read back, and held against the format's schema, by another library than the one that writes.</summary>
internal sealed class SpreadsheetFileTests
{
    [Test]
    public void A_run_s_spreadsheet_is_valid_and_has_its_figures_as_numbers()
    {
        var results = SampleResults.Make();
        using var document = Open(SpreadsheetFile.Write(ResultSheets.Of(results)));

        Assert.That(new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri}: {e.Description}"), Is.Empty);
        Assert.That(Names(document), Is.SupersetOf(new[] { "measures", "predictions", "limits", "sources", "notices" }));
        var first = results.Rows().First();
        var row = Rows(document, "measures")[1];
        Assert.That(
            row.Take(5).Select(c => c.InnerText),
            Is.EqualTo(new[] { first.Portfolio, first.Variant, first.Case, first.Horizon, first.Measure })
        );
        Assert.That(row[5].DataType, Is.Null, "a number has no type of text");
        Assert.That(double.Parse(row[5].CellValue!.Text), Is.EqualTo(first.Value));
    }

    [TestCase("=1+1")]
    [TestCase("+1")]
    [TestCase("-1")]
    [TestCase("@SUM(A1)")]
    [TestCase("1e5")]
    [TestCase("<b>&\"'")]
    [TestCase(" blanks ")]
    public void A_text_is_a_text_whatever_it_begins_with(string text)
    {
        using var document = Open(
            SpreadsheetFile.Write([
                new Sheet(
                    "one",
                    ["text"],
                    [
                        [text],
                    ]
                ),
            ])
        );

        var cell = Rows(document, "one")[1][0];
        Assert.That((cell.DataType!.Value, cell.InnerText), Is.EqualTo((CellValues.InlineString, text)));
        Assert.That(cell.CellFormula, Is.Null);
    }

    [Test]
    public void Dates_are_days_since_the_end_of_1899_and_what_is_no_number_is_empty()
    {
        using var document = Open(
            SpreadsheetFile.Write([
                new Sheet(
                    "one",
                    ["a", "b", "c", "d"],
                    [
                        [new DateOnly(2026, 2, 6), double.NaN, null, true],
                    ]
                ),
            ])
        );

        var cells = Rows(document, "one")[1];
        Assert.That(cells.Select(c => c.InnerText), Is.EqualTo(new[] { "46059", "", "", "1" })); // Excel: =DATE(2026,2,6)
        Assert.That(cells[0].StyleIndex!.Value, Is.Not.Zero);
    }

    [Test]
    public void Characters_that_files_cannot_hold_are_shown_by_their_code()
    {
        using var document = Open(
            SpreadsheetFile.Write([
                new Sheet(
                    "one",
                    ["a"],
                    [
                        ["a\u0000b\u202Ec\uD800d"],
                    ]
                ),
            ])
        );

        Assert.That(Rows(document, "one")[1][0].InnerText, Is.EqualTo("a<U+0000>b<U+202E>c\uFFFDd"));
    }

    [Test]
    public void Equal_results_give_equal_bytes() =>
        Assert.That(
            SpreadsheetFile.Write(ResultSheets.Of(SampleResults.Make())),
            Is.EqualTo(SpreadsheetFile.Write(ResultSheets.Of(SampleResults.Make())))
        );

    [Test]
    public void A_row_of_another_width_is_refused() =>
        Assert.That(
            () =>
                SpreadsheetFile.Write([
                    new Sheet(
                        "one",
                        ["a", "b"],
                        [
                            ["c"],
                        ]
                    ),
                ]),
            Throws.ArgumentException
        );

    private static SpreadsheetDocument Open(byte[] bytes) => SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);

    private static IEnumerable<string> Names(SpreadsheetDocument document) => Sheets(document).Select(s => s.Name!.Value!);

    private static IEnumerable<DocumentFormat.OpenXml.Spreadsheet.Sheet> Sheets(SpreadsheetDocument document) =>
        document.WorkbookPart!.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>();

    private static List<List<Cell>> Rows(SpreadsheetDocument document, string name)
    {
        var part = (WorksheetPart)document.WorkbookPart!.GetPartById(Sheets(document).Single(s => s.Name == name).Id!.Value!);
        return [.. part.Worksheet!.Descendants<Row>().Select(r => r.Elements<Cell>().ToList())];
    }
}
