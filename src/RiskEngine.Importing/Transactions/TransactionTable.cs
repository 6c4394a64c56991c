using System.Globalization;
using System.Text.RegularExpressions;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Identifiers;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Positions;
using RiskEngine.Importing.Securities;
using RiskEngine.Importing.Tables;

namespace RiskEngine.Importing.Transactions;

/// <summary>Reads a table of transactions and sums it to what is held after the last of them.</summary>
/// <param name="table">The table.</param>
/// <param name="options">Securities, words, what the user says.</param>
/// <param name="diagnostics">Takes what cannot be read or does not add up.</param>
internal sealed partial class TransactionTable(FoundTable table, ImportOptions options, DiagnosticBag diagnostics)
{
    private const string NoChange = "none";

    private static readonly HashSet<string> optionWords = new(StringComparer.Ordinal) { "BTO", "STO", "BTC", "STC" };

    private readonly List<RowAccount> skipped = [];
    private readonly DateColumn dates = new();
    private bool isGood = true;

    /// <summary>Whether the file says beside the table what cash there is.</summary>
    public bool HasCash { get; init; }

    private bool? DayFirst => options.DayFirst ?? table.Format?.DayFirst;

    /// <summary>What is held, and what became of each row; null after errors.</summary>
    public (IReadOnlyList<PositionLine> Lines, IReadOnlyList<RowAccount> Rows)? Read()
    {
        var rows = table.Rows.Select(r => (Row: r, Action: ActionOf(r))).Where(r => r.Action is not null).ToList();
        foreach (var (row, _) in rows)
            dates.Add(row.Line, table.Text(row, Role.Date));
        if (dates.Problem(DayFirst) is { } problem)
            Refuse(table.Header, $"the column '{table.Columns.HeadingOf(Role.Date)}': {problem}");
        if (Numbers([.. rows.Select(r => r.Row)]) is not { } numbers || !isGood)
            return null;
        var lines = new List<TransactionLine>();
        for (var i = 0; i < rows.Count; i++)
        {
            if (Line(rows[i].Row, rows[i].Action!, numbers[0][i], numbers[1][i], numbers[2][i]) is { } line)
                lines.Add(line);
        }

        if (lines.Count > 1 && lines[0].Date > lines[^1].Date)
            lines.Reverse(); // newest first: rows of one day stand in that order too
        if (!isGood || Ledger.Sum(lines, new SecurityResolver(options.Securities), options.Closes, diagnostics) is not { } summed)
            return null;
        if (!HasCash && skipped.Exists(s => s.Reason.EndsWith(": no change of what is held", StringComparison.Ordinal)))
            diagnostics.Notice(table.At(table.Header), "cash is not worked out from transactions: add a row of cash where there is some");
        return (summed.Lines, [.. summed.Rows, .. skipped]);
    }

    /// <summary>What the row does; null where it does nothing, after an account of why.</summary>
    private string? ActionOf(GridRow row)
    {
        var format = table.Format;
        if (table.IsHeading(row))
            return Skip(row, "the headings again");
        if (format?.Skip.FirstOrDefault(rule => table.Fits(rule, row)) is { } rule)
            return Skip(row, rule.Reason);
        if (format is { Keep.Count: > 0 } && !format.Keep.Any(keep => table.Fits(keep, row)))
            return Skip(row, "the format leaves such rows out");
        if (row.Cells.Count(c => !c.IsEmpty) <= 2 || options.Formats.Vocabulary.IsTotal(row[0].Text))
            return Skip(row, "text or a total");
        if (options.Formats.Vocabulary.IsNotDone(table.Text(row, Role.Status)))
            return Skip(row, $"{table.Text(row, Role.Status)}: not carried out");
        if (!table.Columns.Has(Role.Action))
            return "signed";
        var words = table.Text(row, Role.Action);
        if (MovesNoSecurity(row))
            return Skip(row, $"{(words.Length > 0 ? words : "no security")}: no change of what is held");
        switch (options.Formats.Vocabulary.ActionOf(words, format))
        {
            case null when Role.Identities.All(role => table.Text(row, role).Length == 0):
                return Skip(row, $"{words}: no security: no change of what is held");
            case null:
                Refuse(row, $"unknown kind of transaction '{words}': expected a purchase, a sale, a split, a dividend or the like");
                return null;
            case NoChange when IsMoved(row, words):
                Refuse(
                    row,
                    $"'{PlainLine.Of(words)}' moves units, and does not say whether in or out: expected 'Transfer in' or 'Transfer out'"
                );
                return null;
            case NoChange:
                return Skip(row, $"{words}: no change of what is held");
            case var action:
                return action;
        }
    }

    /// <summary>A transfer of units is no transfer of cash.</summary>
    private bool IsMoved(GridRow row, string words) =>
        (
            words.StartsWith("Transfer", StringComparison.OrdinalIgnoreCase)
            || words.StartsWith("Journal", StringComparison.OrdinalIgnoreCase)
        )
        && (table.Text(row, Role.Symbol) + table.Text(row, Role.Isin)).Length > 0
        && table.Text(row, Role.Quantity).Any(c => c is >= '1' and <= '9');

    /// <summary>A row without a security and without units moves money, whatever it is called.</summary>
    private bool MovesNoSecurity(GridRow row) =>
        Role.Identities.Where(role => role != Role.Name).All(role => table.Text(row, role).Length == 0)
        && Role.Identities.Any(role => role != Role.Name && table.Columns.Has(role))
        && !table.Text(row, Role.Quantity).Any(c => c is >= '1' and <= '9');

    private string? Skip(GridRow row, string reason)
    {
        skipped.Add(new RowAccount(table.At(row), RowOutcome.Skipped, reason));
        return null;
    }

    private void Refuse(GridRow row, string message)
    {
        diagnostics.Error(table.At(row), message);
        isGood = false;
    }

    private IReadOnlyList<IReadOnlyList<ColumnNumber>>? Numbers(List<GridRow> rows)
    {
        var columns = new List<NumberColumn>();
        foreach (var role in new[] { Role.Quantity, Role.Price, table.Columns.Has(Role.Amount) ? Role.Amount : Role.Value })
        {
            var column = new NumberColumn(table.Columns.HeadingOf(role));
            foreach (var row in rows)
                column.Add(row.Line, Ratio().IsMatch(row[table.Columns[role]].Text) ? Cell.Empty : row[table.Columns[role]]);
            columns.Add(column);
        }

        return NumberColumns.Read(columns, options.DecimalMark, table.Format?.DecimalMark, table.At(table.Header), diagnostics);
    }

    private TransactionLine? Line(GridRow row, string action, ColumnNumber quantity, ColumnNumber price, ColumnNumber amount)
    {
        if (dates.Read(table.Text(row, Role.Date), DayFirst) is not { } date)
        {
            Refuse(row, $"expected a date in '{table.Columns.HeadingOf(Role.Date)}', found '{table.Text(row, Role.Date)}'");
            return null;
        }

        if ((quantity.Problem ?? price.Problem) is { } problem)
        {
            Refuse(row, $"expected a number, found {problem}");
            return null;
        }

        var identity = IdentityOf(row);
        if (identity.IsEmpty)
        {
            Refuse(row, $"'{table.Text(row, Role.Action)}': expected a symbol, an ISIN or a name, found none");
            return null;
        }

        var words =
            table.Text(row, Role.Action) is { Length: > 0 } said ? said
            : quantity.Value < 0 ? "a sale"
            : "a purchase";
        var currency = CurrencyOf(row, price, amount);
        var unit = !double.IsNaN(price.Value) ? Math.Abs(price.Value) : Math.Abs(amount.Value / quantity.Value);
        var size = Math.Abs(quantity.Value);
        if (action == "split")
        {
            var ratio = RatioOf(row);
            if (ratio is not null || !double.IsNaN(size))
            {
                return new TransactionLine(
                    table.At(row),
                    date,
                    TransactionKind.Split,
                    identity,
                    ratio ?? double.NaN,
                    ratio is null ? quantity.Value : double.NaN,
                    double.NaN,
                    currency,
                    words
                );
            }
        }

        if (double.IsNaN(size))
        {
            Refuse(row, $"{identity.Shown}: {words}: expected a quantity, found none");
            return null;
        }

        var isSale = action is "sell" or "splitOut" || (action == "signed" && quantity.Value < 0);
        var traded = action is "splitOut" or "splitIn" ? double.NaN : unit;
        var kind = isSale ? TransactionKind.Sell : TransactionKind.Buy;
        return new TransactionLine(table.At(row), date, kind, identity, size, double.NaN, traded, currency, words);
    }

    /// <summary>4:1, 4 for 1, 4-for-1 in any cell of the row: units after for units before.</summary>
    private static double? RatioOf(GridRow row)
    {
        foreach (var cell in row.Cells)
        {
            if (Ratio().Match(cell.Text) is { Success: true } match)
            {
                return double.Parse(match.Groups["after"].Value, CultureInfo.InvariantCulture)
                    / double.Parse(match.Groups["before"].Value, CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private Identity IdentityOf(GridRow row)
    {
        var (symbol, isin) = (table.Text(row, Role.Symbol), table.Text(row, Role.Isin).ToUpperInvariant());
        var code = table.Text(row, Role.Code);
        if (Isin.IsValid(code.ToUpperInvariant()))
            isin = code.ToUpperInvariant();
        else if (symbol.Length == 0)
            symbol = code;
        if (Isin.IsValid(symbol))
            (symbol, isin) = ("", symbol);
        var name = table.Text(row, Role.Name).Split('\n', 2)[0].Trim();
        if (OptionOf(name, symbol, row) is { } option)
            return new Identity(option.OccSymbol, Name: name);
        return new Identity(
            NumberText.SaysMissing(symbol) && symbol.Length < 3 ? "" : symbol,
            Isin.IsValid(isin) ? isin : "",
            Wkn: table.Text(row, Role.Wkn).ToUpperInvariant(),
            Name: name,
            Exchange: table.Text(row, Role.Exchange),
            Currency: CurrencyCode.Of(table.Text(row, Role.Currency)) ?? ""
        );
    }

    /// <summary>The contract that a row trades: not what it is on. Where the name does not say it whole, the row is refused.</summary>
    private OptionContract? OptionOf(string name, string symbol, GridRow row)
    {
        if ((OptionContract.Parse(name) ?? OptionContract.Parse(symbol)) is { } option)
            return option;
        if (optionWords.Contains(table.Text(row, Role.Action).Trim().ToUpperInvariant()))
        {
            Refuse(
                row,
                $"{table.Text(row, Role.Action)}: expected an option such as 'SPY 12/18/2026 Put $600.00', found '{PlainLine.Of(name)}'"
            );
        }

        return null;
    }

    private string CurrencyOf(GridRow row, ColumnNumber price, ColumnNumber amount)
    {
        string?[] said =
        [
            CurrencyCode.Of(table.Text(row, Role.Currency)),
            price.Currency,
            table.Columns.Currency(Role.Price),
            double.IsNaN(price.Value) ? amount.Currency : "",
            table.Format?.Currency,
        ];
        return said.FirstOrDefault(s => !string.IsNullOrEmpty(s)) ?? "";
    }

    [GeneratedRegex(
        @"(^|[ (])(?<after>[0-9]{1,4}) ?(:|-for-| for |拆)(?<sep> ?)(?<before>[0-9]{1,4})([ )]|\z)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        20_000
    )]
    private static partial Regex Ratio();
}
