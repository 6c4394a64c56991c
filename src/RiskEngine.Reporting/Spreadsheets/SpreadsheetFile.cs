using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Reporting.Spreadsheets;

/// <summary>
/// Writes an Office Open XML workbook (ECMA-376, part 1, chapter 18). Numbers are numbers and dates are dates; a text is an inline string,
/// which no program reads as a formula, whatever it begins with. Equal sheets give equal bytes: the archive bears no clock.
/// </summary>
public static class SpreadsheetFile
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Packages = "http://schemas.openxmlformats.org/package/2006";
    private const string Spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int HeadStyle = 1;
    private const int DateStyle = 2;

    // The first day of the date system of 1900 (ECMA-376, 18.17.4.1), with its leap day that never was.
    private static readonly DateOnly firstDay = new(1899, 12, 30);
    private static readonly DateTimeOffset noClock = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file's bytes.</summary>
    /// <exception cref="ArgumentException">There is no sheet, or a row is not as wide as its head.</exception>
    public static byte[] Write(IReadOnlyList<Sheet> sheets)
    {
        ArgumentNullException.ThrowIfNull(sheets);
        if (sheets.Count == 0)
            throw new ArgumentException("Expected at least one sheet, found none.", nameof(sheets));
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", xml => ContentTypes(xml, sheets.Count));
            Add(archive, "_rels/.rels", xml => Relationships(xml, [("officeDocument", "xl/workbook.xml")]));
            Add(archive, "xl/workbook.xml", xml => Workbook(xml, sheets));
            Add(
                archive,
                "xl/_rels/workbook.xml.rels",
                xml =>
                    Relationships(
                        xml,
                        [.. sheets.Select((_, i) => ("worksheet", $"worksheets/sheet{i + 1}.xml")), ("styles", "styles.xml")]
                    )
            );
            Add(archive, "xl/styles.xml", Styles);
            for (var i = 0; i < sheets.Count; i++)
            {
                var sheet = sheets[i];
                Add(archive, $"xl/worksheets/sheet{i + 1}.xml", xml => Worksheet(xml, sheet));
            }
        }

        return stream.ToArray();
    }

    private static void Add(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = noClock;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineChars = "\n" });
        write(xml);
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        xml.WriteStartElement("Types", $"{Packages}/content-types");
        Element(xml, "Default", ("Extension", "rels"), ("ContentType", "application/vnd.openxmlformats-package.relationships+xml"));
        Element(xml, "Override", ("PartName", "/xl/workbook.xml"), ("ContentType", $"{Spreadsheet}.sheet.main+xml"));
        Element(xml, "Override", ("PartName", "/xl/styles.xml"), ("ContentType", $"{Spreadsheet}.styles+xml"));
        for (var i = 1; i <= sheets; i++)
            Element(xml, "Override", ("PartName", $"/xl/worksheets/sheet{i}.xml"), ("ContentType", $"{Spreadsheet}.worksheet+xml"));
        xml.WriteEndElement();
    }

    private static void Relationships(XmlWriter xml, IReadOnlyList<(string Type, string Target)> targets)
    {
        xml.WriteStartElement("Relationships", $"{Packages}/relationships");
        for (var i = 0; i < targets.Count; i++)
            Element(xml, "Relationship", ("Id", $"rId{i + 1}"), ("Type", $"{Relations}/{targets[i].Type}"), ("Target", targets[i].Target));
        xml.WriteEndElement();
    }

    private static void Workbook(XmlWriter xml, IReadOnlyList<Sheet> sheets)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", sheets[i].Name);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            xml.WriteAttributeString("id", Relations, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Three kinds of cells: plain, bold, and dates (format 14).</summary>
    private static void Styles(XmlWriter xml) =>
        xml.WriteRaw(
            $"""
            <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/>
            <name val="Calibri"/>
            </font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill>
            <patternFill patternType="gray125"/></fill></fills>
            <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/>
            </cellStyleXfs>
            <cellXfs count="3"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>
            """.ReplaceLineEndings("")
        );

    private static void Worksheet(XmlWriter xml, Sheet sheet)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetViews", Main);
        xml.WriteStartElement("sheetView", Main);
        xml.WriteAttributeString("workbookViewId", "0");
        Element(xml, "pane", ("ySplit", "1"), ("topLeftCell", "A2"), ("activePane", "bottomLeft"), ("state", "frozen"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        Row(xml, [.. sheet.Columns], HeadStyle);
        foreach (var row in sheet.Rows)
        {
            if (row.Count != sheet.Columns.Count)
            {
                throw new ArgumentException(
                    $"Expected {sheet.Columns.Count} cells in each row of '{sheet.Name}', found {row.Count}.",
                    nameof(sheet)
                );
            }

            Row(xml, row, style: 0);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, IReadOnlyList<object?> cells, int style)
    {
        xml.WriteStartElement("row", Main);
        foreach (var cell in cells)
        {
            xml.WriteStartElement("c", Main);
            if (style != 0)
                xml.WriteAttributeString("s", style.ToString(CultureInfo.InvariantCulture));
            Cell(xml, cell);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, object? cell)
    {
        switch (cell)
        {
            case null or double.NaN or double.PositiveInfinity or double.NegativeInfinity:
                break;
            case double number:
                xml.WriteElementString("v", Main, number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case int number:
                xml.WriteElementString("v", Main, number.ToString(CultureInfo.InvariantCulture));
                break;
            case DateOnly date:
                xml.WriteAttributeString("s", DateStyle.ToString(CultureInfo.InvariantCulture));
                xml.WriteElementString("v", Main, (date.DayNumber - firstDay.DayNumber).ToString(CultureInfo.InvariantCulture));
                break;
            case bool isTrue:
                xml.WriteAttributeString("t", "b");
                xml.WriteElementString("v", Main, isTrue ? "1" : "0");
                break;
            default:
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(Printable($"{cell}"));
                xml.WriteEndElement();
                xml.WriteEndElement();
                break;
        }
    }

    /// <summary>On one line, and without halves of characters, of which XML has none.</summary>
    private static string Printable(string text)
    {
        var plain = new StringBuilder();
        foreach (var rune in PlainLine.Of(text).EnumerateRunes())
            plain.Append(rune);
        return plain.ToString();
    }

    private static void Element(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name); // in the namespace of what it stands in
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }
}
