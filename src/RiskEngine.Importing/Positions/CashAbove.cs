using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Identifiers;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Tables;

namespace RiskEngine.Importing.Positions;

/// <summary>Cash that a file states above its table: <c>Total cash:,"1,250.40"</c>, <c>可用金额:1250.40</c>.</summary>
internal static class CashAbove
{
    /// <summary>The rows of cash, by the labels of the table's format.</summary>
    public static IEnumerable<PositionLine> Of(
        FoundTable table,
        IReadOnlyList<GridRow> preamble,
        ImportOptions options,
        DiagnosticBag diagnostics
    )
    {
        if (table.Format is not { CashAbove.Count: > 0 } format)
            yield break;
        var labels = format.CashAbove.Select(Heading.Plain).ToHashSet(StringComparer.Ordinal);
        foreach (var row in preamble)
        {
            for (var i = 0; i < row.Cells.Count; i++)
            {
                var parts = row[i].Text.Split([':', '：'], 2);
                if (!labels.Contains(Heading.Plain(parts[0])))
                    continue;
                var amount = parts.Length == 2 && parts[1].Trim().Length > 0 ? new Cell(parts[1].Trim()) : row[i + 1];
                if (Amount(amount, row.Line, parts[0], options, format) is { } read)
                {
                    yield return Line(table.At(row), parts[0].Trim(), read, format.Currency);
                }
                else
                {
                    diagnostics.Error(
                        table.At(row),
                        $"{PlainLine.Of(parts[0])}: expected an amount of cash, found '{PlainLine.Of(amount.Text)}'"
                    );
                }

                break;
            }
        }
    }

    private static double? Amount(Cell cell, int line, string label, ImportOptions options, Format format)
    {
        var column = new NumberColumn(label);
        column.Add(line, cell);
        var number = column.Read(options.DecimalMark ?? column.OwnMark ?? format.DecimalMark ?? DecimalMark.Point)[0];
        return double.IsNaN(number.Value) ? null : number.Value;
    }

    private static PositionLine Line(SourceLocation location, string label, double amount, string currency) =>
        new(location, new Identity(Name: label), double.NaN, double.NaN, amount, currency, double.NaN, "", double.NaN, "", IsCash: true);
}
