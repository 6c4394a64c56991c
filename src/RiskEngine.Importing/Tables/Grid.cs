using RiskEngine.Abstractions.Diagnostics;

namespace RiskEngine.Importing.Tables;

/// <summary>A table as a file holds it, nothing interpreted: rows of cells that know their line.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="Name">The sheet of a workbook, or the path of a JSON list; empty where the file is one table.</param>
/// <param name="Rows">All rows that are not blank, in the order of the file.</param>
/// <param name="BlankRows">How many rows were blank.</param>
public sealed record Grid(string File, string Name, IReadOnlyList<GridRow> Rows, int BlankRows = 0)
{
    /// <summary>The delimiter where there is one, else <c>\0</c>.</summary>
    public char Delimiter { get; init; }

    /// <summary>The place where a row begins.</summary>
    public SourceLocation At(GridRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return new SourceLocation(Name.Length == 0 ? File : $"{File}[{Name}]", Math.Max(row.Line, 1), 1);
    }
}

/// <summary>One row.</summary>
/// <param name="Line">Its line in the file, or its number in the sheet or list, counted from 1.</param>
/// <param name="Cells">Its cells; rows of one table may differ in length.</param>
public sealed record GridRow(int Line, IReadOnlyList<Cell> Cells)
{
    /// <summary>The cell of a column; an empty one where the row is shorter or the column is below 0.</summary>
    public Cell this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : Cell.Empty;
}
