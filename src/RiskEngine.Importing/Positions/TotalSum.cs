namespace RiskEngine.Importing.Positions;

/// <summary>
/// Adds up the values of rows as a file does in its totals: in each currency and in the account's, since its start and since the total
/// before.
/// </summary>
internal sealed class TotalSum
{
    private readonly Dictionary<string, Sum> byCurrency = new(StringComparer.Ordinal);
    private readonly Sum inBase = new();
    private int rows;

    /// <summary>Counts a row in; NaN counts nothing.</summary>
    /// <param name="currency">The currency of the value; may be empty.</param>
    /// <param name="value">Its value.</param>
    /// <param name="baseValue">Its value in the account's currency; NaN where the file says none.</param>
    public void Add(string currency, double value, double baseValue)
    {
        inBase.Add(baseValue); // one row without makes the whole NaN, and nothing is compared
        if (double.IsNaN(value))
            return;
        if (!byCurrency.TryGetValue(currency, out var sum))
            byCurrency.Add(currency, sum = new Sum());
        sum.Add(value);
        rows++;
    }

    /// <summary>
    /// The sum that a stated total is meant for, and the next part starts: of the rows in its currency or, where it says none, of all rows
    /// in their one currency or in the account's. NaN where the rows are in several and nothing brings them together.
    /// </summary>
    public double Take(StatedTotal total)
    {
        var (currency, stated) = (total.Currency, total.Value);
        if (total.IsBase && inBase.IsKnown)
            return inBase.Take(stated);
        if (byCurrency.TryGetValue(currency, out var own))
        {
            // Interactive Brokers states the total of a foreign currency in the account's as well: there are no rows of that.
            return byCurrency.Count > 1 && own.IsPartEmpty && !own.Is(stated) ? double.NaN : own.Take(stated);
        }

        if (currency.Length > 0 || byCurrency.Count > 1)
            return inBase.Take(stated);
        return byCurrency.Count == 1 ? byCurrency.Values.Single().Take(stated) : 0;
    }

    /// <summary>Whether a row without a quantity is the total of those above it, though it does not say so.</summary>
    public bool IsTotal(PositionLine line) =>
        rows >= 2
        && !line.IsCash
        && double.IsNaN(line.Quantity)
        && !double.IsNaN(line.Value)
        && line.Value != 0
        && byCurrency.Count == 1
        && byCurrency.Values.Single().Is(line.Value);

    private sealed class Sum
    {
        private double all;
        private double part;

        public bool IsPartEmpty { get; private set; } = true;

        public bool IsKnown => !double.IsNaN(all);

        public void Add(double value)
        {
            all += value;
            part += value;
            IsPartEmpty = false;
        }

        public bool Is(double value) => Math.Abs(value - all) < 0.005 + (1e-12 * Math.Abs(all));

        /// <summary>The nearer one of both sums.</summary>
        public double Take(double stated)
        {
            var nearest = Math.Abs(stated - part) < Math.Abs(stated - all) ? part : all;
            part = 0;
            IsPartEmpty = true;
            return nearest;
        }
    }
}
