using QLNet;
using RiskEngine.Abstractions.Pricing;
using Instrument = QLNet.Instrument;
using TimeGrid = RiskEngine.Abstractions.Time.TimeGrid;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// Prices any QLNet instrument along paths: what derives from it says which instruments there are on a date, whose market is a set of
/// quotes, and what their values mean to a holder. Quotes are set path by path, and QLNet works out again what depends on them.
/// </summary>
/// <param name="grid">The dates.</param>
/// <param name="riskFreeRate">Rate at which cash grows, continuously compounded.</param>
public abstract class QLNetPricer(TimeGrid grid, double riskFreeRate) : Pricer
{
    /// <summary>The dates.</summary>
    protected TimeGrid Grid => grid;

    /// <summary>Rate at which cash grows, continuously compounded.</summary>
    protected double RiskFreeRate => riskFreeRate;

    /// <summary>What one unit of cash of the as-of date has become by a date.</summary>
    protected double Cash(int date) => Math.Exp(riskFreeRate * grid.Years[date]);

    /// <summary>
    /// Makes the instruments of a date, with their engines; the valuation date is set. Empty where nothing is left to value, as after
    /// expiry.
    /// </summary>
    /// <param name="date">Index of the date.</param>
    /// <param name="quotes">The market: the values of the factors, then of the instruments, in the order of the pricer's lists.</param>
    protected abstract IReadOnlyList<Instrument> Build(int date, IReadOnlyList<SimpleQuote> quotes);

    /// <summary>The price on one path.</summary>
    /// <param name="date">Index of the date.</param>
    /// <param name="value">The value (NPV) of the instrument of this number on this path; worked out when asked for.</param>
    /// <param name="market">The values of the quotes.</param>
    /// <param name="state">The path's state.</param>
    protected abstract double Value(int date, Func<int, double> value, ReadOnlySpan<double> market, Span<double> state);

    /// <inheritdoc/>
    public sealed override void Price(int date, in PricingBlock block)
    {
        // Spans cannot enter a lambda: the block's numbers go in and out by arrays.
        var rows = Factors.Count + Instruments.Count;
        var (paths, states) = (block.PathCount, StateCount);
        var market = new double[paths * rows];
        var state = new double[paths * states];
        for (var i = 0; i < paths; i++)
        {
            for (var f = 0; f < Factors.Count; f++)
                market[i * rows + f] = block.Factor(f)[i];
            for (var u = 0; u < Instruments.Count; u++)
                market[i * rows + Factors.Count + u] = block.Instrument(u)[i];
            for (var s = 0; s < states; s++)
                state[i * states + s] = block.State(s)[i];
        }

        var prices = ValuationDate.On(grid.Dates[date], () => PriceAll(date, paths, market, state));
        prices.CopyTo(block.Prices);
        for (var i = 0; i < paths; i++)
        {
            for (var s = 0; s < states; s++)
                block.State(s)[i] = state[i * states + s];
        }
    }

    private double[] PriceAll(int date, int paths, double[] market, double[] state)
    {
        var rows = market.Length / paths;
        var quotes = Enumerable.Range(0, rows).Select(r => new SimpleQuote(market[r])).ToArray();
        var instruments = Build(date, quotes);
        double Of(int number) => instruments[number].NPV();
        var prices = new double[paths];
        for (var i = 0; i < paths; i++)
        {
            var values = market.AsSpan(i * rows, rows);
            for (var r = 0; r < rows; r++)
                quotes[r].setValue(values[r]);
            prices[i] = Value(date, Of, values, state.AsSpan(i * StateCount, StateCount));
        }

        return prices;
    }
}
