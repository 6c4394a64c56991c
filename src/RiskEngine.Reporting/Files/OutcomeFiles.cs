using System.Text;
using RiskEngine.Abstractions.Files;
using RiskEngine.Abstractions.Portfolios;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Files;

/// <summary>Writes every path's outcome, for those who compute further.</summary>
/// <remarks>
/// One file of profits and one of drawdowns a case: NumPy arrays shaped (columns, paths), Parquet with a column each, or text with a line
/// of names and then one a path.
/// columns.csv says what the columns are, case by case in the files' order.
/// </remarks>
internal static class OutcomeFiles
{
    /// <summary>Writes the files of all cases into a folder.</summary>
    public static async Task WriteAsync(string folder, RiskResults results, OutcomeFormat format, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "columns.csv"), Columns(results.Cases), cancellation);
        foreach (var result in results.Cases)
        {
            var name = FolderNames.Checked(result.Case.Id.Value, "case");
            await WriteAsync(Path.Combine(folder, $"{name}.profits"), format, result, h => h.Profits, cancellation);
            await WriteAsync(Path.Combine(folder, $"{name}.drawdowns"), format, result, h => h.Drawdowns, cancellation);
        }
    }

    private static async Task WriteAsync(
        string path,
        OutcomeFormat format,
        CaseResult result,
        Func<HorizonResult, ReadOnlyMemory<float>> column,
        CancellationToken cancellation
    )
    {
        var columns = Of(result).Select(c => column(c.Result)).ToList();
        if (columns.Count == 0 || columns.TrueForAll(c => c.IsEmpty))
            return;
        var names = Of(result).Select(c => $"{c.Portfolio}/{c.Variant}/{c.Result.Horizon.Id}").ToList();
        switch (format)
        {
            case OutcomeFormat.Csv:
                await WriteTextAsync(path + ".csv", string.Join(',', names.Select(CsvText.Cell)), columns, cancellation);
                break;
            case OutcomeFormat.Parquet:
                await using (var stream = File.Create(path + ".parquet"))
                {
                    await ParquetFile.WriteAsync(stream, names, columns, cancellation);
                }

                break;
            default:
                await using (var stream = File.Create(path + ".npy"))
                {
                    await NpyFile.WriteAsync(stream, columns, cancellation);
                }

                break;
        }
    }

    /// <summary>Numbers as short as they can be read back exactly.</summary>
    private static async Task WriteTextAsync(
        string path,
        string header,
        List<ReadOnlyMemory<float>> columns,
        CancellationToken cancellation
    )
    {
        await using var writer = new StreamWriter(path) { NewLine = "\n" };
        await writer.WriteLineAsync(header);
        var line = new StringBuilder();
        for (var i = 0; i < columns[0].Length; i++)
        {
            line.Clear();
            foreach (var column in columns)
                line.Append(line.Length == 0 ? "" : ",").Append(column.Span[i]);
            await writer.WriteLineAsync(line, cancellation);
        }
    }

    /// <summary>Case by case: one in which nothing trades has fewer columns than the others.</summary>
    private static string Columns(IReadOnlyList<CaseResult> cases)
    {
        var text = new StringBuilder("case,row,portfolio,variant,horizon,date\n");
        foreach (var result in cases)
        {
            var row = 0;
            foreach (var (portfolio, variant, horizon) in Of(result))
            {
                text.Append($"{CsvText.Cell(result.Case.Id.Value)},{row++},{CsvText.Cell(portfolio)},{CsvText.Cell(variant)},")
                    .Append($"{CsvText.Cell(horizon.Horizon.Id.Value)},{horizon.Horizon.Date:yyyy-MM-dd}\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The columns of a case that keep their paths, in order.</summary>
    private static IEnumerable<(string Portfolio, string Variant, HorizonResult Result)> Of(CaseResult result) =>
        from portfolio in result.Portfolios
        from variant in portfolio.Variants
        where variant.Variant.Kind is VariantKind.AsHeld or VariantKind.FollowingAll
        from horizon in variant.Horizons
        select (portfolio.Portfolio.Id.Value, variant.Variant.Id, horizon);
}
