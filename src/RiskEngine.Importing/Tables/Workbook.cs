using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Tables;

/// <summary>The sheets of a workbook (xlsx, xls). Formulas are never worked out: the values that were saved with them are read.</summary>
internal static class Workbook
{
    /// <summary>The most that an xlsx may unpack to: one that claims, or gives, more is refused before it is read.</summary>
    public const long MaxUnpacked = 512L * 1024 * 1024;

    public static IReadOnlyList<Grid>? Read(OutsideFile file, DiagnosticBag diagnostics)
    {
        // The library asks for code page 1252 by its number whenever it starts.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            if (file.Bytes[0] == (byte)'P' && Unpacked(file.Bytes) is var size && size > MaxUnpacked)
                return Refuse($"the workbook unpacks to more than {MaxUnpacked} bytes, far beyond what a table of this kind takes");
            using var stream = new MemoryStream(file.Bytes, writable: false);
            using var reader = ExcelReaderFactory.CreateReader(
                stream,
                new ExcelReaderConfiguration { FallbackEncoding = CharacterSet.Named("windows-1252") }
            );
            var grids = new List<Grid>();
            do
            {
                if (Sheet(reader, file.Name, diagnostics) is not { } grid)
                    return null;
                if (grid.Rows.Count > 0)
                    grids.Add(grid);
            } while (reader.NextResult());
            return grids.Count > 0 ? grids : Refuse("expected a workbook with a table, found only empty sheets");
        }
        catch (Exception e)
            when (e
                    is ExcelReaderException
                        or InvalidDataException
                        or IOException
                        or FormatException
                        or ArgumentException
                        or System.Xml.XmlException
                        or InvalidOperationException
                        or NotSupportedException
                        or IndexOutOfRangeException
                        or NullReferenceException
                        or OverflowException
                        or InvalidCastException
                        or KeyNotFoundException
            )
        {
            return Refuse($"the workbook cannot be read: {e.Message}");
        }

        IReadOnlyList<Grid>? Refuse(string message)
        {
            diagnostics.Error(new SourceLocation(file.Name, 1, 1), message);
            return null;
        }
    }

    /// <summary>What the parts really unpack to, counted up to just above the cap: sizes that an archive claims prove nothing.</summary>
    private static long Unpacked(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        var (size, buffer) = (0L, new byte[1 << 16]);
        foreach (var entry in archive.Entries)
        {
            using var part = entry.Open();
            int read;
            while ((read = part.Read(buffer)) > 0)
            {
                size += read;
                if (size > MaxUnpacked)
                    return size;
            }
        }

        return size;
    }

    private static Grid? Sheet(IExcelDataReader reader, string file, DiagnosticBag diagnostics)
    {
        var (rows, blank, line) = (new List<GridRow>(), 0, 0);
        while (reader.Read())
        {
            line++;
            if (
                line > GridReader.MaxRows
                || reader.FieldCount > GridReader.MaxColumns
                || (long)line * reader.FieldCount > GridReader.MaxCells
            )
            {
                diagnostics.Error(
                    new SourceLocation($"{file}[{reader.Name}]", line, 1),
                    $"at most {GridReader.MaxRows} rows of at most {GridReader.MaxColumns} cells are read, "
                        + $"{GridReader.MaxCells} cells in all"
                );
                return null;
            }

            var cells = new Cell[reader.FieldCount];
            var isBlank = true;
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = Of(reader.GetValue(i));
                isBlank &= cells[i].IsEmpty;
                if (cells[i].Text.Length <= GridReader.MaxCell)
                    continue;
                diagnostics.Error(
                    new SourceLocation($"{file}[{reader.Name}]", line, 1),
                    $"a cell has {cells[i].Text.Length} characters; at most {GridReader.MaxCell} are read"
                );
                return null;
            }

            if (isBlank)
                blank++;
            else
                rows.Add(new GridRow(line, cells));
        }

        return new Grid(file, reader.Name ?? "", rows, blank);
    }

    private static Cell Of(object? value) =>
        value switch
        {
            null => Cell.Empty,
            double number => new Cell(number.ToString("R", CultureInfo.InvariantCulture), number),
            int number => new Cell(number.ToString(CultureInfo.InvariantCulture), number),
            DateTime date => new Cell(
                date.ToString(date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)
            ),
            _ => new Cell(DelimitedText.Clean(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")),
        };
}
