using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Tables;
using RiskEngine.Importing.Text;
using RiskEngine.Importing.Transactions;

namespace RiskEngine.Importing.Positions;

/// <summary>
/// Reads what brokers export to one portfolio: holdings, cash, and what cannot be held, with an account of every row. Transactions are
/// summed to what they leave.
/// </summary>
/// <param name="options">Formats, securities, and what the user says.</param>
public sealed class PositionImporter(ImportOptions options)
{
    private const string PlainTable = "plain table";

    private readonly TableFinder finder = new(options.Formats, options.Closes.Count > 0);
    private readonly Dictionary<string, string> formats = new(StringComparer.Ordinal);
    private readonly List<TotalCheck> totals = [];
    private readonly List<HoldingsDate> dates = [];
    private int blank;

    /// <summary>Reads the files as one portfolio: what is held in several of them adds up.</summary>
    /// <param name="files">The files.</param>
    /// <param name="diagnostics">Takes errors, and everything that was assumed.</param>
    /// <returns>What was understood; null after errors.</returns>
    public PositionImport? Read(IReadOnlyList<OutsideFile> files, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var builder = new PortfolioBuilder(options, diagnostics);
        var isGood = true;
        foreach (var file in files)
            isGood &= Read(file, builder, diagnostics);
        var holdings = isGood ? builder.Build() : null;
        if (holdings is null || diagnostics.HasErrors)
            return null;
        if (holdings.Count == 0 && builder.NotHeld.Count == 0)
        {
            diagnostics.Error(new SourceLocation(files[0].Name, 1, 1), "expected at least one position, found none that is held");
            return null;
        }

        return new PositionImport([.. formats.Values], holdings, builder.NotHeld, [.. builder.Rows.OrderBy(r => r.Location)], blank, totals)
        {
            AsOf = dates.Count > 0 ? dates.MaxBy(d => d.Date) : null,
        };
    }

    private bool Read(OutsideFile file, PortfolioBuilder builder, DiagnosticBag diagnostics)
    {
        if (GridReader.Read(file, diagnostics) is not { } grids)
            return false;
        var parts = grids.SelectMany(Sections.Of).Select(g => (Grid: g, Found: finder.Find(g))).ToList();
        blank += parts.Sum(p => p.Grid.BlankRows);
        var tables = parts.SelectMany(p => p.Found.Tables).ToList();
        if (tables.Count == 0)
        {
            Ask(file, parts.Select(p => p.Grid), diagnostics);
            return false;
        }

        foreach (var (grid, found) in parts.Where(p => p.Found.Tables.Count == 0))
            Skip(builder, grid, found.Preamble, "no table of holdings");
        var main = tables.FindAll(t => t.Format is not { Beside: true });
        var kind = main.Exists(t => t.Kind == FormatKind.Positions) ? FormatKind.Positions : FormatKind.Transactions;
        foreach (var (grid, found) in parts.Where(p => p.Found.Tables.Count > 0))
            ReadPreamble(found.Tables[0], found.Preamble, builder, diagnostics);
        var words = options.Formats.Vocabulary.AsOf;
        if (parts.Select(p => HoldingsDate.In(p.Grid, words, DayFirst(p.Found.Tables))).FirstOrDefault(d => d is not null) is { } said)
            dates.Add(said);
        else if (HoldingsDate.InName(file.Name) is { } named)
            dates.Add(named);
        var isGood = true;
        foreach (var table in tables)
        {
            Skip(builder, table.Grid, [table.Header], "headings");
            if (table.Kind != kind && table.Format is not { Beside: true })
            {
                Skip(builder, table.Grid, table.Rows, "transactions; the file says what is held as well");
                continue;
            }

            var name = table.Format?.Name ?? PlainTable;
            formats.TryAdd(name, name);
            isGood &=
                table.Kind == FormatKind.Positions
                    ? ReadPositions(table, builder, diagnostics)
                    : ReadTransactions(table, hasCash: main.Count < tables.Count, builder, diagnostics);
        }

        return isGood;
    }

    /// <summary>Rows above a table are text, but for the cash that its format says stands there.</summary>
    private void ReadPreamble(FoundTable table, IReadOnlyList<GridRow> preamble, PortfolioBuilder builder, DiagnosticBag diagnostics)
    {
        var cash = CashAbove.Of(table, preamble, options, diagnostics).ToList();
        foreach (var line in cash)
            builder.Add(line);
        Skip(builder, table.Grid, preamble.Where(r => !cash.Exists(c => c.Location == table.At(r))), "stands before the table");
    }

    private bool ReadPositions(FoundTable table, PortfolioBuilder builder, DiagnosticBag diagnostics)
    {
        var reader = new PositionTable(table, options, diagnostics);
        if (reader.Read() is not { } lines)
            return false;
        builder.Rows.AddRange(reader.Skipped);
        if (reader.Date is { } day)
            dates.Add(new HoldingsDate(day, $"the column '{table.Columns.HeadingOf(Role.Date)}'"));
        var running = new TotalSum();
        var labelled = new Queue<StatedTotal>(reader.Totals);
        foreach (var line in lines)
        {
            while (labelled.TryPeek(out var next) && next.Location < line.Location)
                Check(labelled.Dequeue(), running, diagnostics);
            if (running.IsTotal(line))
            {
                Check(new StatedTotal(line.Location, "", line.Value, line.Currency), running, diagnostics);
                builder.Rows.Add(
                    new RowAccount(
                        line.Location,
                        RowOutcome.Skipped,
                        "a total without a label: its value is the sum of the rows above",
                        line.Value,
                        line.Currency
                    )
                );
                continue;
            }

            if (line.Identity.IsEmpty && !line.IsCash)
            {
                diagnostics.Error(
                    line.Location,
                    "expected a symbol, an ISIN or a name, found figures only; they are no total of the rows above"
                );
            }
            else
            {
                running.Add(line.Currency, builder.Add(line), line.ValueInBase);
            }
        }

        while (labelled.TryDequeue(out var rest))
            Check(rest, running, diagnostics);
        foreach (var total in reader.Totals)
            builder.Rows.Add(new RowAccount(total.Location, RowOutcome.Skipped, $"a total ({total.Label})", total.Value, total.Currency));
        return true;
    }

    private bool? DayFirst(IReadOnlyList<FoundTable> tables) =>
        options.DayFirst ?? tables.Select(t => t.Format?.DayFirst).FirstOrDefault(d => d is not null);

    private bool ReadTransactions(FoundTable table, bool hasCash, PortfolioBuilder builder, DiagnosticBag diagnostics)
    {
        if (new TransactionTable(table, options, diagnostics) { HasCash = hasCash }.Read() is not { } read)
            return false;
        builder.Rows.AddRange(read.Rows);
        foreach (var line in read.Lines)
        {
            var before = builder.Rows.Count;
            builder.Add(line);
            builder.Rows.RemoveRange(before, builder.Rows.Count - before); // its rows are accounted for one by one
        }

        return true;
    }

    private void Check(StatedTotal total, TotalSum running, DiagnosticBag diagnostics)
    {
        if (double.IsNaN(total.Value))
            return;
        var check = new TotalCheck(total.Location, total.Label, total.Value, running.Take(total));
        totals.Add(check);
        if (check is { IsComparable: true, Agrees: false })
        {
            diagnostics.Warning(
                total.Location,
                $"the file's total ({total.Label}) is {total.Value:0.00}, the rows above it add up to {check.Found:0.00}: a "
                    + $"difference of {total.Value - check.Found:0.00}"
            );
        }
    }

    private static void Skip(PortfolioBuilder builder, Grid grid, IEnumerable<GridRow> rows, string reason) =>
        builder.Rows.AddRange(rows.Select(r => new RowAccount(grid.At(r), RowOutcome.Skipped, reason)));

    private void Ask(OutsideFile file, IEnumerable<Grid> grids, DiagnosticBag diagnostics)
    {
        var nearest = grids.Select(finder.Nearest).Where(n => n is not null).MinBy(n => n!.Value.Missing.Count);
        var message = nearest is { } near
            ? $"expected a table of holdings; the nearest row of headings "
                + $"({string.Join(", ", near.Headings.Take(20).Select(h => $"'{h}'"))}) "
                + $"has no column for {string.Join(", no column for ", near.Missing)}: rename its headings, or describe the format in "
                + $"a file "
                + $"and name its folder with --formats"
            : "expected a table of holdings, found no row of headings";
        diagnostics.Error(new SourceLocation(file.Name, 1, 1), message);
    }
}
