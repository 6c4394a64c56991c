namespace RiskEngine.Benchmarks.Tables;

/// <summary>Writes rows as a Markdown table whose columns line up.</summary>
internal static class ResultTable
{
    public static IEnumerable<string> Lines(IReadOnlyList<TableRow> rows)
    {
        TableRow[] all = [new("what", "median", "ratio", "aim", "check"), .. rows];
        var widths = Cells(all[0]).Select((_, column) => all.Max(r => Cells(r)[column].Length)).ToArray();
        for (var i = 0; i < all.Length; i++)
        {
            yield return $"| {string.Join(" | ", Cells(all[i]).Zip(widths, (cell, width) => cell.PadRight(width)))} |";
            if (i == 0)
                yield return $"|{string.Join("|", widths.Select(w => new string('-', w + 2)))}|";
        }
    }

    private static string[] Cells(TableRow row) => [row.What, row.Median, row.Ratio, row.Aim, row.Check];
}
