using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Abstractions.Securities;
using RiskEngine.Importing.Identifiers;
using RiskEngine.Importing.Numbers;
using RiskEngine.Importing.Securities;

namespace RiskEngine.Importing.Positions;

/// <summary>Adds rows of holdings up to a portfolio, and keeps account of every row.</summary>
/// <param name="options">The security list, and the currency where rows say none.</param>
/// <param name="diagnostics">Takes what is asked about, and what was assumed.</param>
internal sealed class PortfolioBuilder(ImportOptions options, DiagnosticBag diagnostics)
{
    /// <summary>The id of cash in the portfolio's main currency.</summary>
    public const string CashId = "cash";

    private readonly SecurityResolver resolver = new(options.Securities);
    private readonly List<HoldingSum> sums = [];
    private readonly Dictionary<(string Id, string Currency), HoldingSum> sumOf = [];
    private readonly List<NotHeld> notHeld = [];
    private readonly List<RowAccount> rows = [];
    private readonly List<string> baseCurrencies = [];
    private readonly SortedSet<string> unknown = new(StringComparer.Ordinal);
    private SourceLocation firstUnknown;

    /// <summary>What became of each row.</summary>
    public List<RowAccount> Rows => rows;

    /// <summary>What cannot be held.</summary>
    public IReadOnlyList<NotHeld> NotHeld => notHeld;

    /// <summary>Adds a row.</summary>
    /// <returns>What it counts for in a total of the file; NaN where it does not.</returns>
    public double Add(PositionLine line)
    {
        if (line.BaseCurrency.Length > 0 && !baseCurrencies.Contains(line.BaseCurrency))
            baseCurrencies.Add(line.BaseCurrency);
        if (line.IsCash)
            return AddCash(line);
        var option = OptionContract.Parse(line.Identity.Name) ?? OptionContract.Parse(line.Identity.Symbol);
        if (option is not null)
        {
            option = option with { Multiplier = line.Multiplier > 1 ? line.Multiplier : option.Multiplier };
            var worth = double.IsNaN(line.Value) ? line.Quantity * line.Price * option.Multiplier : line.Value;
            var reason = line.Quantity < 0 ? "an option sold (short)" : "an option: it needs a volatility and a rate to be priced";
            return Refuse(line, worth, reason, option);
        }

        var (price, value) = StatedValue.PriceAndValue(line, diagnostics);
        if (options.Formats.Vocabulary.IsNotHeldAsset(line.Asset))
            return Refuse(line, value, $"'{line.Asset}': the portfolio holds shares, funds, bonds and cash", null);
        if (line.Quantity == 0)
        {
            rows.Add(new RowAccount(line.Location, RowOutcome.Skipped, $"{line.Identity.Shown}: the quantity is 0"));
            return 0;
        }

        // Sold short: some files say so by the quantity's sign, some by the value's, some by both.
        return line.Quantity < 0 || value < 0
            ? AddHolding(line with { Quantity = -Math.Abs(line.Quantity) }, Math.Abs(price), -Math.Abs(value))
            : AddHolding(line, price, value);
    }

    /// <summary>The holdings, one a security; null after errors.</summary>
    public IReadOnlyList<ImportedHolding>? Build()
    {
        if (unknown.Count > 0)
        {
            var shown = string.Join(", ", unknown.Take(20)) + (unknown.Count > 20 ? $" and {unknown.Count - 20} more" : "");
            diagnostics.Notice(firstUnknown, $"the security list does not know {shown}: their ids are made from what the file says");
        }

        ConvertToBase();
        return Merged();
    }

    private double AddCash(PositionLine line)
    {
        var amount =
            !double.IsNaN(line.Value) ? line.Value
            : !double.IsNaN(line.Quantity) ? line.Quantity * (double.IsNaN(line.Price) ? 1 : line.Price)
            : line.BaseValue;
        var currency = CashCurrency(line);
        if (currency.Length == 0)
        {
            Ask(line, "cash");
            return amount;
        }

        if (amount == 0)
        {
            rows.Add(new RowAccount(line.Location, RowOutcome.Skipped, "cash of 0", 0, currency));
            return 0;
        }

        var name = line.Identity.Name.Length > 0 ? line.Identity.Name : line.Identity.Symbol;
        Sum($"{CashId}-{currency.ToLowerInvariant()}", name, currency, true, line, amount, 1, null);
        return amount;
    }

    private string CashCurrency(PositionLine line)
    {
        if (double.IsNaN(line.Value) && double.IsNaN(line.Quantity) && line.BaseCurrency.Length > 0)
            return line.BaseCurrency;
        if (line.Currency.Length > 0)
            return line.Currency;
        char[] marks = [' ', '(', ')', '-', '/', ':', ','];
        var said = $"{line.Identity.Symbol} {line.Identity.Name}"
            .Split(marks)
            .FirstOrDefault(w => w.Length == 3 && CurrencyCode.IsKnown(w));
        return said ?? options.Currency ?? "";
    }

    private double AddHolding(PositionLine line, double price, double value)
    {
        var (id, security) = resolver.Resolve(line.Identity);
        var quantity = line.Quantity;
        if (double.IsNaN(price) && options.Closes.TryGetValue(id, out var close))
            (price, value) = (close, quantity * close);
        if (double.IsNaN(quantity) && price > 0 && !double.IsNaN(value))
        {
            quantity = value / price;
            diagnostics.Notice(line.Location, $"{line.Identity.Shown}: no quantity; value by price gives {Text(quantity)}");
        }

        if (double.IsNaN(value) || double.IsNaN(price) || price == 0)
        {
            if (double.IsNaN(value) && double.IsNaN(line.BaseValue))
            {
                var lacking = double.IsNaN(quantity)
                    ? "a quantity or a value, found a price only"
                    : "a price or a value above 0, found none";
                diagnostics.Error(line.Location, $"{line.Identity.Shown}: expected {lacking}");
                return double.NaN;
            }

            // A file of values alone: what one unit is does not matter to a portfolio.
            value = double.IsNaN(value) ? line.BaseValue : value;
            if (value == 0)
            {
                rows.Add(new RowAccount(line.Location, RowOutcome.Skipped, $"{line.Identity.Shown}: the value is 0", 0, line.Currency));
                return 0;
            }

            quantity = double.IsNaN(quantity) ? Math.Sign(value) : quantity;
            price = value / quantity;

            if (double.IsNaN(line.Quantity))
                diagnostics.Notice(line.Location, $"{line.Identity.Shown}: no quantity; the whole holding counts as one unit");
        }

        var currency = HoldingCurrency(line, security?.Currency);
        if (currency.Length == 0)
        {
            Ask(line, line.Identity.Shown);
            return value;
        }

        if (security is null && unknown.Add(line.Identity.Shown) && unknown.Count == 1)
            firstUnknown = line.Location;
        if (currency == CurrencyCode.Pence)
        {
            (currency, price, value) = ("GBP", price / 100, value / 100);
            diagnostics.Notice(line.Location, $"{line.Identity.Shown}: the price is in pence and counts as {Text(price)} GBP");
        }

        var name = line.Identity.Name.Length > 0 ? line.Identity.Name : security?.Name ?? "";
        Sum(id, name, currency, security is not null, line, quantity, price, security);
        return value;
    }

    private string HoldingCurrency(PositionLine line, string? ofList)
    {
        if (line.Currency.Length > 0)
            return line.Currency;
        if (double.IsNaN(line.Value) && double.IsNaN(line.Price) && line.BaseCurrency.Length > 0)
            return line.BaseCurrency;
        if (options.Currency is { } asked)
            return asked;
        var symbol = SymbolForms.Of(line.Identity.Symbol, line.Identity.Exchange, "").FirstOrDefault() ?? "";
        var (country, ofSuffix) = ExchangeSymbol.ExchangeOf(symbol);
        if ((country != "US" ? ofSuffix : ofList) is not { Length: > 0 } listing || !(line.IsListingCurrency || listing == "EUR"))
            return "";
        if (listing == "GBP")
            return ""; // London quotes in pence as often
        diagnostics.Notice(line.Location, $"{line.Identity.Shown}: the file says no currency; {listing} is that of its listing");
        return listing;
    }

    private void Sum(
        string id,
        string name,
        string currency,
        bool isKnown,
        PositionLine line,
        double quantity,
        double price,
        Security? security
    )
    {
        if (!sumOf.TryGetValue((id, currency), out var sum))
        {
            sum = new HoldingSum(id, name, currency, isKnown, line.Location)
            {
                Identity = id.StartsWith(CashId + "-", StringComparison.Ordinal) ? null : line.Identity,
                Security = security,
            };
            sumOf.Add((id, currency), sum);
            sums.Add(sum);
        }

        var baseValue = currency == line.BaseCurrency ? quantity * price : line.BaseValue;
        sum.Add(quantity, price, baseValue);
        var outcome = sum.Rows == 1 ? RowOutcome.Taken : RowOutcome.Summed;
        rows.Add(new RowAccount(line.Location, outcome, id, quantity * price, currency));
    }

    private double Refuse(PositionLine line, double value, string reason, OptionContract? option)
    {
        var what = line.Identity.Shown.Length > 0 ? line.Identity.Shown : "cash";
        notHeld.Add(new NotHeld(what, line.Quantity, value, line.Currency, reason, option, line.Location));
        rows.Add(new RowAccount(line.Location, RowOutcome.NotHeld, $"{what}: {reason}", value, line.Currency));
        return value;
    }

    private void Ask(PositionLine line, string what) =>
        diagnostics.Error(
            line.Location,
            $"{what}: expected a currency, found none in the file: say it with --currency, such as --currency USD"
        );

    /// <summary>A portfolio has one currency: where the file gives every value in the account's, that is the one.</summary>
    private void ConvertToBase()
    {
        if (sums.Select(s => s.Currency).Distinct().Count() < 2 || baseCurrencies.Count != 1)
            return;
        var own = baseCurrencies[0];
        if (sums.Exists(s => s.Currency != own && s.BaseValue is 0 or double.NaN))
            return;
        diagnostics.Notice(
            new SourceLocation(sums[0].Location.File),
            $"the file holds {string.Join(", ", sums.Select(s => s.Currency).Distinct())} and says every value in {own} as well: prices "
                + $"are in {own}, at the rates of the file"
        );
        foreach (var sum in sums)
            sum.ToBase(own, sum.Id.StartsWith(CashId + "-", StringComparison.Ordinal));
    }

    private List<ImportedHolding>? Merged()
    {
        var main =
            options.Currency is { } asked && sums.Exists(s => s.Currency == asked)
                ? asked
                : sums.GroupBy(s => s.Currency).MaxBy(g => g.Sum(s => Math.Abs(s.Value)))?.Key;
        var (merged, places, isGood) = (new List<(string Id, HoldingSum Sum)>(), new Dictionary<string, int>(StringComparer.Ordinal), true);
        foreach (var sum in sums)
        {
            var isCash = sum.Id.StartsWith(CashId + "-", StringComparison.Ordinal);
            var id = isCash && sum.Currency == main ? CashId : sum.Id;
            if (!places.TryGetValue(id, out var at))
            {
                places.Add(id, merged.Count);
                merged.Add((id, sum));
            }
            else if (merged[at].Sum.Currency == sum.Currency)
            {
                merged[at].Sum.Add(sum);
            }
            else if (options.MayRepeat)
            {
                merged.Add((id, sum));
            }
            else
            {
                diagnostics.Error(
                    sum.Location,
                    $"'{id}' is held in {merged[at].Sum.Currency} and in {sum.Currency}, and the file gives no rate between them: "
                        + $"bring both "
                        + $"into one currency"
                );
                isGood = false;
            }
        }

        if (!isGood)
            return null;
        foreach (var (id, sum) in merged.Where(m => m.Sum.Quantity == 0))
            diagnostics.Notice(sum.Location, $"'{id}': what is held and what is owed of it cancel out");
        return [.. merged.Where(m => m.Sum.Quantity != 0).Select(m => m.Sum.Holding(m.Id))];
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
