using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Formats;
using RiskEngine.Importing.Identifiers;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Securities;
using RiskEngine.Importing.Tables;

namespace RiskEngine.Importing.Positions;

/// <summary>Reads the rows of one table of holdings: which are positions, which are cash, which are neither and why.</summary>
/// <param name="table">The table.</param>
/// <param name="options">Currency, decimal mark, words.</param>
/// <param name="diagnostics">Takes what cannot be read.</param>
internal sealed class PositionTable(FoundTable table, ImportOptions options, DiagnosticBag diagnostics)
{
    private static readonly string[] numeric = [Role.Quantity, Role.Price, Role.Value, Role.BaseValue, Role.BaseRate, Role.Multiplier];

    private readonly Vocabulary words = options.Formats.Vocabulary;
    private readonly List<RowAccount> skipped = [];
    private readonly List<(GridRow Row, string Label)> totals = [];
    private bool hasComma;
    private readonly Dictionary<string, IReadOnlyList<ColumnNumber>> numbers = new(StringComparer.Ordinal);

    /// <summary>Rows that are no positions, and why.</summary>
    public IReadOnlyList<RowAccount> Skipped => skipped;

    /// <summary>Rows that the file labels as totals: the row, its label, its value.</summary>
    public IReadOnlyList<StatedTotal> Totals { get; private set; } = [];

    /// <summary>The one day that a column of dates says of all rows; null where there is none, or several.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>The positions and cash in the order of the file, or null after errors.</summary>
    public IReadOnlyList<PositionLine>? Read()
    {
        var rows = table.Rows.Where(IsPosition).ToList();
        var all = rows.Concat(totals.Select(t => t.Row)).ToList();
        if (!ReadNumbers(all))
            return null;
        Date = OneDate(rows);
        Totals = [.. totals.Select((t, i) => Total(t.Row, t.Label, rows.Count + i))];
        var lines = new List<PositionLine>();
        var isGood = true;
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var role in numeric)
            {
                if (Number(role, i).Problem is not { } problem)
                    continue;
                diagnostics.Error(
                    table.At(rows[i]),
                    $"the column '{table.Columns.HeadingOf(role)}': expected a number, found {PlainLine.Of(problem)}"
                );
                isGood = false;
            }

            lines.Add(Line(rows[i], i));
        }

        return isGood ? WithBaseRates(lines) : null;
    }

    /// <summary>A total in the rows' currency, or else in the account's.</summary>
    private StatedTotal Total(GridRow row, string label, int i)
    {
        var value = Number(Role.Value, i);
        if (!double.IsNaN(value.Value))
            return new StatedTotal(table.At(row), label, value.Value, CurrencyOf(row, Number(Role.Price, i), value));
        return new StatedTotal(table.At(row), label, Number(Role.BaseValue, i).Value, table.Columns.Currency(Role.BaseValue), true);
    }

    private DateOnly? OneDate(List<GridRow> rows)
    {
        var texts = rows.Select(r => table.Text(r, Role.Date)).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Take(2).ToList();
        if (texts.Count != 1)
            return null;
        var (column, dayFirst) = (new DateColumn(), options.DayFirst ?? table.Format?.DayFirst);
        column.Add(0, texts[0]);
        return column.Problem(dayFirst) is null ? column.Read(texts[0], dayFirst) : null;
    }

    /// <summary>Rates to the account's currency give values in it; that currency is the one whose own rate is 1.</summary>
    private List<PositionLine> WithBaseRates(List<PositionLine> lines)
    {
        if (!table.Columns.Has(Role.BaseRate))
            return lines;
        var rates = lines.Select((_, i) => Number(Role.BaseRate, i).Value).ToList();
        var own = lines.Where((_, i) => rates[i] == 1).Select(l => l.Currency).Distinct().ToList();
        return own.Count != 1
            ? lines
            :
            [
                .. lines.Select(
                    (l, i) =>
                        l with
                        {
                            BaseValue = rates[i] * (double.IsNaN(l.Value) ? l.Quantity * l.Price : l.Value),
                            BaseCurrency = own[0],
                        }
                ),
            ];
    }

    private bool IsPosition(GridRow row)
    {
        var first = row.Cells.FirstOrDefault(c => !c.IsEmpty).Text ?? "";
        var format = table.Format;
        if (table.IsHeading(row))
            return Skip(row, "the headings again");
        if (format?.Skip.FirstOrDefault(rule => table.Fits(rule, row)) is { } rule)
            return Skip(row, WithValue(rule.Reason, row));
        if (format is { Keep.Count: > 0 } && !format.Keep.Any(keep => table.Fits(keep, row)))
            return Skip(row, "the format leaves such rows out");
        if (
            format?.Totals.Any(rule => table.Fits(rule, row)) == true
            || (words.IsTotal(first) && !words.IsCash(first))
            || (words.IsTotal(table.Text(row, Role.Symbol)) && !words.IsCash(table.Text(row, Role.Symbol)))
            || (words.IsTotal(table.Text(row, Role.Name)) && table.Text(row, Role.Symbol).Length == 0)
        )
        {
            totals.Add((row, first));
            return false;
        }

        if (numeric.All(role => table.Text(row, role) is var text && (NumberText.SaysMissing(text) || !text.Any(char.IsAsciiDigit))))
            return Skip(row, row.Cells.Count(c => !c.IsEmpty) <= 2 ? "text, no figures" : "no quantity, price or value");
        return true;
    }

    /// <summary>What is left out is shown with its value, where it has one.</summary>
    private string WithValue(string reason, GridRow row) =>
        table.Text(row, Role.Value) is { } value && !NumberText.SaysMissing(value) ? $"{reason}: {value}" : reason;

    private bool Skip(GridRow row, string reason)
    {
        skipped.Add(new RowAccount(table.At(row), RowOutcome.Skipped, reason));
        return false;
    }

    private bool ReadNumbers(List<GridRow> rows)
    {
        var roles = numeric.Where(table.Columns.Has).ToList();
        var columns = new List<NumberColumn>();
        foreach (var role in roles)
        {
            var column = new NumberColumn(table.Columns.HeadingOf(role));
            var at = table.Columns[role];
            foreach (var row in rows)
                column.Add(row.Line, row[at]);
            columns.Add(column);
            hasComma |= column.OwnMark == DecimalMark.Comma;
        }

        var place = table.At(table.Header);
        if (NumberColumns.Read(columns, options.DecimalMark, table.Format?.DecimalMark, place, diagnostics) is not { } read)
            return false;
        for (var i = 0; i < roles.Count; i++)
            numbers.Add(roles[i], read[i]);
        return true;
    }

    private ColumnNumber Number(string role, int row) =>
        numbers.TryGetValue(role, out var column) ? column[row] : new ColumnNumber(0, double.NaN, "");

    private PositionLine Line(GridRow row, int i)
    {
        var (quantity, price, value) = (Number(Role.Quantity, i), Number(Role.Price, i), Number(Role.Value, i));
        var baseValue = Number(Role.BaseValue, i);
        var currency = CurrencyOf(row, price, value);
        var asset = table.Text(row, Role.Asset);
        var identity = IdentityOf(row, currency);
        var isShort = table.Text(row, Role.Side) is { } side && IsShort(side) && quantity.Value > 0;
        var worth = StatedWorth.Of(currency, ValueCurrency(value), value.Value, BaseCurrency(row), baseValue.Value);
        return new PositionLine(
            table.At(row),
            identity,
            isShort ? -quantity.Value : quantity.Value,
            price.Value,
            isShort ? -Math.Abs(worth.Value) : worth.Value,
            currency,
            worth.BaseValue,
            worth.BaseCurrency,
            Number(Role.Multiplier, i).Value,
            asset,
            IsCash(row, identity, asset, quantity.Value, price.Value)
        )
        {
            IsListingCurrency = identity.Symbol.Length > 0 && !hasComma,
        };
    }

    private string ValueCurrency(ColumnNumber value) => value.Currency.Length > 0 ? value.Currency : table.Columns.Currency(Role.Value);

    private string BaseCurrency(GridRow row) =>
        table.Columns.Currency(Role.BaseValue) is { Length: > 0 } said ? said : CurrencyCode.Of(table.Text(row, Role.BaseCurrency)) ?? "";

    private static bool IsShort(string side) =>
        side.Trim().ToUpperInvariant() is "SHORT" or "SELL" or "空头" or "空" or "卖空" or "做空" or "S";

    private bool IsCash(GridRow row, Identity identity, string asset, double quantity, double price)
    {
        if (table.Format?.Cash.Any(rule => table.Fits(rule, row)) == true)
            return true;
        if (identity.Isin.Length > 0)
            return false;
        var hasNoPrice = double.IsNaN(price) || price == 1 || double.IsNaN(quantity);
        return (identity.Symbol.Length > 0 && words.IsCash(identity.Symbol))
            || (words.IsCash(identity.Name) && (hasNoPrice || identity.Symbol.Length == 0))
            || (words.IsCashAsset(asset) && hasNoPrice)
            || (hasNoPrice && CurrencyCode.IsKnown(identity.Symbol) && identity.Symbol.Length == 3 && asset.Length == 0);
    }

    private Identity IdentityOf(GridRow row, string currency)
    {
        var (symbol, isin) = (table.Text(row, Role.Symbol), Upper(row, Role.Isin));
        var code = table.Text(row, Role.Code);
        if (IsinForm.Fits(code.ToUpperInvariant()))
            isin = isin.Length > 0 ? isin : code.ToUpperInvariant();
        else if (symbol.Length == 0)
            symbol = code;
        if (IsinForm.Fits(symbol) && isin.Length == 0)
            (symbol, isin) = ("", symbol);
        var name = NumberText.SaysMissing(table.Text(row, Role.Name)) ? "" : table.Text(row, Role.Name);
        if (symbol.Length == 0 && isin.Length == 0)
            (symbol, name) = CodedName.Of(name);
        if (isin.Length > 0 && !Isin.IsValid(isin))
        {
            diagnostics.Warning(table.At(row), $"'{isin}' is no ISIN: its check digit does not fit; it was left aside");
            isin = "";
        }

        return new Identity(
            NumberText.SaysMissing(symbol) && symbol.Length < 3 ? "" : symbol,
            isin,
            Cusip.IsValid(Upper(row, Role.Cusip)) ? Upper(row, Role.Cusip) : "",
            Sedol.IsValid(Upper(row, Role.Sedol)) ? Upper(row, Role.Sedol) : "",
            Upper(row, Role.Wkn),
            name.Split('\n', 2)[0].Trim(),
            table.Text(row, Role.Exchange),
            currency
        );
    }

    private string Upper(GridRow row, string role) => table.Text(row, role).ToUpperInvariant();

    private string CurrencyOf(GridRow row, ColumnNumber price, ColumnNumber value)
    {
        string?[] said =
        [
            CurrencyCode.Of(table.Text(row, Role.Currency)),
            price.Currency,
            value.Currency,
            table.Columns.Currency(Role.Price),
            table.Columns.Currency(Role.Value),
            table.Format?.Currency,
        ];
        return said.FirstOrDefault(s => !string.IsNullOrEmpty(s)) ?? "";
    }
}
