using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Curves;

/// <summary>
/// Zero curves from market quotes, by QLNet's bootstrapping; in the form that the factor kind <c>hull-white</c> takes as its path.
/// </summary>
/// <remarks>
/// One curve forecasts and discounts; payments start on the as-of date and know no holidays. Yields are linear between the quotes' ends, as
/// the factor kind's are.
/// </remarks>
public static class MarketCurve
{
    /// <summary>The curve that gives every quote back (PiecewiseYieldCurve over ZeroYield and Linear).</summary>
    /// <param name="asOf">The valuation date.</param>
    /// <param name="quotes">At least one, each ending on a day of its own.</param>
    /// <returns>Zero yields, continuously compounded, ACT/365F, on the as-of date and on the last day of each quote.</returns>
    /// <exception cref="ArgumentException">No quotes, or two that end on one day.</exception>
    public static IReadOnlyList<DatedValue> Bootstrap(DateOnly asOf, IReadOnlyList<RateQuote> quotes)
    {
        ArgumentNullException.ThrowIfNull(quotes);
        if (quotes.Count == 0)
            throw new ArgumentException("Expected at least one quote, found none.", nameof(quotes));
        var twice = quotes.GroupBy(q => q.Tenor.After(asOf)).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null)
        {
            throw new ArgumentException(
                $"Expected quotes that end on a day of their own, found {twice.Count()} that end on {twice.Key:yyyy-MM-dd}.",
                nameof(quotes)
            );
        }

        return ValuationDate.On(
            asOf,
            () =>
            {
                var curve = new PiecewiseYieldCurve<ZeroYield, Linear>(asOf.ToQLNet(), [.. quotes.Select(Helper)], CalendarDates.DayCount);
                // Asked for by date: the first yield is that of the shortest quote, flat to the as-of date.
                return (IReadOnlyList<DatedValue>)
                    [.. curve.dates().Zip(curve.data(), (date, yield) => new DatedValue(date.ToEngine(), yield))];
            }
        );
    }

    /// <summary>The curve as a QLNet term structure; flat after the last point. The valuation date is to be set.</summary>
    /// <param name="asOf">Its reference date.</param>
    /// <param name="points">Zero yields, continuously compounded, in rising order from the as-of date or before.</param>
    internal static Handle<YieldTermStructure> ToQLNet(DateOnly asOf, IReadOnlyList<DatedValue> points)
    {
        const int Beyond = 150; // years, so that nothing is ever asked for after it
        var known = points.Where(p => p.Date > asOf).Prepend(new DatedValue(asOf, At(points, asOf))).ToList();
        known.Add(new DatedValue(known[^1].Date.AddYears(Beyond), known[^1].Value));
        return new Handle<YieldTermStructure>(
            new InterpolatedZeroCurve<Linear>(
                [.. known.Select(p => p.Date.ToQLNet())],
                [.. known.Select(p => p.Value)],
                CalendarDates.DayCount,
                new Linear()
            )
        );
    }

    /// <summary>The floating rate of swaps and swaptions: three months, without holidays.</summary>
    internal static IborIndex ThreeMonths(Handle<YieldTermStructure>? forecast = null) =>
        new(
            "three months",
            new Period(3, TimeUnit.Months),
            0,
            new USDCurrency(),
            new NullCalendar(),
            BusinessDayConvention.Unadjusted,
            false,
            new Actual360(),
            forecast
        );

    /// <summary>A span as QLNet's.</summary>
    internal static Period ToPeriod(Tenor tenor) =>
        new(
            tenor.Count,
            tenor.Unit switch
            {
                TenorUnit.Day => TimeUnit.Days,
                TenorUnit.Week => TimeUnit.Weeks,
                TenorUnit.Month => TimeUnit.Months,
                _ => TimeUnit.Years,
            }
        );

    private static RateHelper Helper(RateQuote quote) =>
        quote.Type == RateQuoteType.Deposit
            ? new DepositRateHelper(
                quote.Rate,
                ToPeriod(quote.Tenor),
                0,
                new NullCalendar(),
                BusinessDayConvention.Unadjusted,
                false,
                new Actual360()
            )
            : new SwapRateHelper(
                quote.Rate,
                ToPeriod(quote.Tenor),
                new NullCalendar(),
                Frequency.Annual,
                BusinessDayConvention.Unadjusted,
                new Thirty360(Thirty360.Thirty360Convention.BondBasis),
                ThreeMonths()
            );

    private static double At(IReadOnlyList<DatedValue> points, DateOnly date)
    {
        var last = points.Last(p => p.Date <= date);
        if (points.FirstOrDefault(p => p.Date > date) is not { Date.Year: > 1 } next)
            return last.Value;
        return last.Value + DayCount.Years(last.Date, date) / DayCount.Years(last.Date, next.Date) * (next.Value - last.Value);
    }
}
