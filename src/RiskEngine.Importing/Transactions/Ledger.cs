using System.Globalization;
using RiskEngine.Abstractions.Diagnostics;
using RiskEngine.Importing.Identifiers;
using RiskEngine.Importing.Positions;

namespace RiskEngine.Importing.Transactions;

/// <summary>Sums transactions up by date to what they leave.</summary>
internal static class Ledger
{
    /// <summary>Rounding of fractions of shares leaves less than this.</summary>
    private const double Nothing = 1e-7;

    /// <summary>One line a security that is still held, at the price of its last transaction, and what became of each row.</summary>
    public static (IReadOnlyList<PositionLine> Lines, IReadOnlyList<RowAccount> Rows)? Sum(
        IReadOnlyList<TransactionLine> transactions,
        SecurityResolver resolver,
        IReadOnlyDictionary<string, double> closes,
        DiagnosticBag diagnostics
    )
    {
        var (lines, rows, isGood, prices) = (new List<PositionLine>(), new List<RowAccount>(), true, new List<TransactionLine>());
        var until = transactions.Select(t => t.Date).DefaultIfEmpty().Max();
        foreach (var group in transactions.GroupBy(t => resolver.Resolve(t.Identity).Id, StringComparer.Ordinal))
        {
            var inOrder = group.OrderBy(t => t.Date).ToList(); // a stable sort: rows of one day stay in their order
            if (Held(inOrder, diagnostics) is not { } held)
            {
                isGood = false;
                continue;
            }

            var option = OptionContract.Parse(inOrder[0].Identity.Symbol);
            var isNothing = Math.Abs(held.Quantity) < Nothing || option?.Expiry < until;
            var left =
                option?.Expiry < until ? "expired"
                : isNothing ? "nothing is left"
                : $"{held.Quantity.ToString("R", CultureInfo.InvariantCulture)} are left";
            for (var i = 0; i < inOrder.Count; i++)
            {
                var outcome =
                    i > 0 || isNothing ? RowOutcome.Summed
                    : option is null ? RowOutcome.Taken
                    : RowOutcome.NotHeld;
                rows.Add(new RowAccount(inOrder[i].Location, outcome, $"{group.Key}: {inOrder[i].Words}; {left}"));
            }

            if (isNothing)
                continue;
            var last = inOrder.FindLast(t => !double.IsNaN(t.Price)) ?? inOrder[^1];
            var price = closes.TryGetValue(group.Key, out var close) ? close : held.LastPrice;
            if (!closes.ContainsKey(group.Key))
                prices.Add(last);
            lines.Add(Line(last, held.Quantity, price));
        }

        if (prices.Count > 0)
        {
            diagnostics.Warning(
                prices[0].Location,
                "a list of transactions says no prices of today: what is held counts at the price of its last transaction "
                    + $"({prices.Min(p => p.Date):yyyy-MM-dd} to {prices.Max(p => p.Date):yyyy-MM-dd}); with --prices FILE it counts "
                    + $"at its last close"
            );
        }

        return isGood ? (lines, rows) : null;
    }

    private static (double Quantity, double LastPrice)? Held(List<TransactionLine> inOrder, DiagnosticBag diagnostics)
    {
        var (quantity, price) = (0.0, double.NaN);
        foreach (var t in inOrder)
        {
            var before = quantity;
            quantity = t.Kind switch
            {
                TransactionKind.Buy => quantity + t.Quantity,
                TransactionKind.Sell => quantity - t.Quantity,
                _ => double.IsNaN(t.Added) ? quantity * t.Quantity : quantity + t.Added,
            };
            if (t.Kind == TransactionKind.Split && quantity > 0)
                price *= before / quantity;
            else if (t.Price > 0)
                price = t.Price;
            if (quantity >= -Nothing * Math.Max(1, before) || OptionContract.Parse(t.Identity.Symbol) is not null)
                continue; // options may be sold before they are bought
            diagnostics.Error(
                t.Location,
                $"{t.Identity.Shown}: {t.Words} of {t.Quantity:R} on {t.Date:yyyy-MM-dd}, but only {before:R} were held: the file "
                    + $"does not begin with the first purchase"
            );
            return null;
        }

        return (quantity, price);
    }

    private static PositionLine Line(TransactionLine last, double quantity, double price) =>
        new(last.Location, last.Identity, quantity, price, double.NaN, last.Currency, double.NaN, "", double.NaN, "", IsCash: false)
        {
            IsListingCurrency = last.Identity.Symbol.Length > 0,
        };
}
