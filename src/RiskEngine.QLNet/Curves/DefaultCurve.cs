using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Curves;

/// <summary>An issuer's probabilities of default from the spreads of its credit default swaps, by QLNet's bootstrapping.</summary>
/// <remarks>
/// The hazard is constant between the swaps' ends (Hull 2022, section 25.4; as QuantLib's PiecewiseDefaultCurve over HazardRate
/// and BackwardFlat, which QLNet has not: its swaps, engine and solver are used one swap after the other). Premiums are paid by quarter on
/// the 20th of March, June, September and December, ACT/360, weekends being the only holidays;
/// what has accrued is paid at default. Probabilities are risk-neutral: they hold what investors ask for bearing the risk.
/// </remarks>
public static class DefaultCurve
{
    private const double MaxHazard = 10;

    /// <summary>The curve that gives every spread back.</summary>
    /// <param name="asOf">The valuation date.</param>
    /// <param name="curve">Zero yields, as <see cref="MarketCurve.Bootstrap"/> makes them.</param>
    /// <param name="quotes">At least one.</param>
    /// <param name="recovery">The part of the notional that holders get back, 0 to below 1.</param>
    /// <returns>The probability of no default until the last day of each swap, in rising order of days.</returns>
    /// <exception cref="ArgumentException">No quotes, two that end on one day, or spreads that no hazard gives.</exception>
    public static IReadOnlyList<DatedValue> Bootstrap(
        DateOnly asOf,
        IReadOnlyList<DatedValue> curve,
        IReadOnlyList<CreditQuote> quotes,
        double recovery
    ) => Bootstrap(asOf, curve, quotes, recovery, new WeekendsOnly(), new Actual360());

    /// <summary>The same by other conventions.</summary>
    internal static IReadOnlyList<DatedValue> Bootstrap(
        DateOnly asOf,
        IReadOnlyList<DatedValue> curve,
        IReadOnlyList<CreditQuote> quotes,
        double recovery,
        Calendar calendar,
        DayCounter premiumDayCount
    )
    {
        ArgumentNullException.ThrowIfNull(quotes);
        if (quotes.Count == 0)
            throw new ArgumentException("Expected at least one credit default swap, found none.", nameof(quotes));
        return ValuationDate.On(
            asOf,
            () =>
            {
                var discount = MarketCurve.ToQLNet(asOf, curve);
                var swaps = quotes
                    .Select(quote => Swap(asOf, quote, calendar, premiumDayCount))
                    .OrderBy(swap => swap.protectionEndDate())
                    .ToArray();
                var twice = swaps.GroupBy(s => s.protectionEndDate()).FirstOrDefault(g => g.Count() > 1);
                if (twice is not null)
                {
                    throw new ArgumentException(
                        $"Expected credit default swaps that end on a day of their own, found {twice.Count()} that end on "
                            + $"{twice.Key.ToEngine():yyyy-MM-dd}.",
                        nameof(quotes)
                    );
                }

                List<DatedValue> survival = [];
                foreach (var swap in swaps)
                    survival.Add(Next(asOf, survival, swap, recovery, discount));
                return (IReadOnlyList<DatedValue>)survival;
            }
        );
    }

    /// <summary>The survival until a swap's end that makes it worth nothing, by the hazard from the last point on.</summary>
    private static DatedValue Next(
        DateOnly asOf,
        List<DatedValue> survival,
        CreditDefaultSwap swap,
        double recovery,
        Handle<YieldTermStructure> discount
    )
    {
        var from = survival.Count == 0 ? new DatedValue(asOf, 1) : survival[^1];
        var until = swap.protectionEndDate().ToEngine();
        DatedValue By(double hazard) => new(until, from.Value * Math.Exp(-hazard * DayCount.Years(from.Date, until)));
        double Value(double hazard)
        {
            var defaults = new ConstantHazards(asOf, [.. survival, By(hazard)]);
            swap.setPricingEngine(new MidPointCdsEngine(new Handle<DefaultProbabilityTermStructure>(defaults), recovery, discount));
            return swap.NPV();
        }

        // A buyer of protection gains with the hazard.
        if (Value(0) > 0 || Value(MaxHazard) < 0)
        {
            throw new ArgumentException(
                $"Expected spreads that hazards between 0 and {MaxHazard} a year give at a recovery of {recovery:R}, found "
                    + $"{swap.runningSpread():R} until {until:yyyy-MM-dd}.",
                nameof(swap)
            );
        }

        return By(new Brent().solve(new Root(Value), 1e-12, 0.01, 0, MaxHazard));
    }

    private static CreditDefaultSwap Swap(DateOnly asOf, CreditQuote quote, Calendar calendar, DayCounter premiumDayCount)
    {
        var start = calendar.adjust(asOf.ToQLNet(), BusinessDayConvention.Following);
        var schedule = new MakeSchedule()
            .from(start)
            .to(quote.Tenor.After(asOf).ToQLNet())
            .withFrequency(Frequency.Quarterly)
            .withCalendar(calendar)
            .withConvention(BusinessDayConvention.Following)
            .withTerminationDateConvention(BusinessDayConvention.Unadjusted)
            .withRule(DateGeneration.Rule.TwentiethIMM)
            .value();
        return new CreditDefaultSwap(
            Protection.Side.Buyer,
            1,
            quote.Spread,
            schedule,
            BusinessDayConvention.Following,
            premiumDayCount,
            protectionStart: start
        );
    }

    private sealed class Root(Func<double, double> function) : ISolver1d
    {
        public override double value(double v) => function(v);
    }
}
