using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Text;

namespace RiskEngine.Importing.Tables;

/// <summary>Reads whatever holds tables (delimited text, a workbook, JSON); its kind shows in its first bytes, not in its name.</summary>
public static class GridReader
{
    /// <summary>The longest cell, in UTF-16 characters: as long as in a workbook.</summary>
    public const int MaxCell = 32_767;

    /// <summary>The most rows of a file.</summary>
    public const int MaxRows = 2_000_000;

    /// <summary>The most columns of a row: wide price tables have thousands.</summary>
    public const int MaxColumns = 16_384;

    /// <summary>The most cells of a file: what is kept of each takes many times the byte that it may take there.</summary>
    public const int MaxCells = 5_000_000;

    private static readonly string[] markup = ["<!doctype", "<html", "<?xml", "<table", "<head", "<body"];

    /// <summary>The tables of a file, at least one; null after errors.</summary>
    public static IReadOnlyList<Grid>? Read(OutsideFile file, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (file.Bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
            return Workbook.Read(file, diagnostics);
        if (file.Bytes is [0x25, 0x50, 0x44, 0x46, ..])
            return Refuse("expected a table (CSV, xlsx, xls or JSON), found a PDF: choose CSV or Excel where you export");
        if (CharacterSet.Decode(file.Bytes) is not { } decoded)
            return Refuse("expected text, a workbook or JSON, found bytes in no character set that is known: save it as UTF-8");
        if (decoded.Text.Contains('\0'))
            return Refuse("expected text, a workbook or JSON, found other bytes");
        var start = decoded.Text.AsSpan().TrimStart();
        if (start.StartsWith("{") || (start.StartsWith("[") && start[1..].TrimStart().StartsWith("{")))
            return JsonTables.Read(decoded.Text, file.Name, diagnostics);
        if (markup.Any(m => decoded.Text.AsSpan().TrimStart().StartsWith(m, StringComparison.OrdinalIgnoreCase)))
            return Refuse("expected a table (CSV, xlsx, xls or JSON), found HTML or XML: choose CSV or Excel where you export");
        return DelimitedText.Read(decoded.Text, file.Name, diagnostics) is { } grid ? [grid] : null;

        IReadOnlyList<Grid>? Refuse(string message)
        {
            diagnostics.Error(new SourceLocation(file.Name, 1, 1), message);
            return null;
        }
    }
}
