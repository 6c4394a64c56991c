using System.IO.Compression;
using System.Text;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Tables;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Tests.Tables;

public sealed class HostileFileTests
{
    [Test]
    public void A_cell_of_ten_megabytes_is_refused_with_its_row() =>
        Refused(
            Sample.Text("a.csv", "Symbol,Quantity,Price\nAAPL,1," + new string('9', 10_000_000) + "\n"),
            new SourceLocation("a.csv", 2, 1),
            "at most 32767"
        );

    [Test]
    public void Quotes_that_never_close_are_refused_with_their_row() =>
        Refused(
            Sample.Text("a.csv", "Symbol,Quantity,Price\nAAPL,\"1,2\n" + new string('x', 100_000)),
            new SourceLocation("a.csv", 2, 1),
            "never closed"
        );

    [Test]
    public void A_workbook_that_unpacks_without_end_is_refused_before_it_is_read()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = archive.CreateEntry("xl/worksheets/sheet1.xml", CompressionLevel.Optimal).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 513; i++)
                part.Write(zeros);
        }

        Refused(new OutsideFile("bomb.xlsx", stream.ToArray()), new SourceLocation("bomb.xlsx", 1, 1), "unpacks to more than");
    }

    [TestCase("%PDF-1.7", "PDF")]
    [TestCase("<html><table>", "HTML")]
    [TestCase("{\"a\": ", "expected JSON")]
    [TestCase("PK\u0003\u0004 no archive", "cannot be read")]
    public void What_is_no_table_is_said_to_be_none(string text, string reason)
    {
        var found = new DiagnosticBag();

        var grids = GridReader.Read(new OutsideFile("a", Encoding.UTF8.GetBytes(text)), found);

        Assert.That(grids, Is.Null);
        Assert.That(Sample.Lines(found.Sorted()), Does.Contain(reason));
    }

    [TestCase("=SUM(A1:A9)")]
    [TestCase("=cmd|' /C calc'!A0")]
    [TestCase("@SUM(1+1)")]
    public void A_formula_is_text_and_no_number(string formula)
    {
        var (import, findings) = Sample.Positions(
            Sample.Text("a.csv", $"Symbol,Quantity,Price,Currency\nAAPL,{formula},2.5,USD\nMSFT,1,2.5,USD\n")
        );

        Assert.That(import, Is.Null);
        Assert.That(findings[0].Location.Line, Is.EqualTo(2));
    }

    [Test]
    public void A_pipe_a_device_and_an_empty_file_are_refused_unopened()
    {
        var found = new DiagnosticBag();
        var empty = Path.GetTempFileName();

        var read = OutsideFile.Read(empty, "empty.csv", found);
        File.Delete(empty);

        Assert.That(read, Is.Null);
        Assert.That(Sample.Lines(found.Sorted()), Does.Contain("found an empty one"));
    }

    private static void Refused(OutsideFile file, SourceLocation place, string reason)
    {
        var found = new DiagnosticBag();

        var grids = GridReader.Read(file, found);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(grids, Is.Null);
            Assert.That(found.Sorted()[0].Location, Is.EqualTo(place));
            Assert.That(found.Sorted()[0].Message, Does.Contain(reason));
        }
    }
}
