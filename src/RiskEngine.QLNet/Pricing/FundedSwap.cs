using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;
using Instrument = QLNet.Instrument;
using Swap = QLNet.Swap;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// An interest-rate swap from the as-of date on, held with its notional as cash, so that it has a value to take parts of: a par swap by
/// itself has none.
/// </summary>
/// <remarks>
/// Prices are for a notional of 100: the notional and all net payments as cash at the risk-free rate, plus what the swap is worth. Fixed
/// coupons are 30/360, floating ones ACT/360 of the simple rate that the curve gives on the day on which a period begins; one curve
/// forecasts and discounts. No holidays. All payment days are on the grid.
/// </remarks>
public sealed class FundedSwap : PricingKind
{
    private const int FurthestYears = 200;

    /// <inheritdoc/>
    public override string Name => "qlnet-swap";

    /// <inheritdoc/>
    public override LocalText Label => new("swap with its notional", "利率互换（含名义本金）");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "A fixed-for-floating interest-rate swap with its notional held as cash, priced off a simulated short rate (QLNet).",
            "固定对浮动利率互换，名义本金以现金持有，按模拟的短期利率（QLNet）定价。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "V(t) = 100 e^(r t) + net payments by t, at r, + sign (floating leg - fixed leg) at t; sign 1 for the payer of the fixed rate, "
        + "-1 for its receiver";

    /// <inheritdoc/>
    public override string Reference => "Brigo and Mercurio (2006), section 1.5; QLNet Swap, DiscountingSwapEngine";

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        CurveTerms.Spec,
        new(
            "side",
            TermType.Word,
            new("Who pays the fixed rate: payer pays it, receiver gets it.", "payer 支付固定利率，receiver 收取固定利率。")
        )
        {
            Words = ["payer", "receiver"],
        },
        new("rate", TermType.Number, new("The fixed rate.", "固定利率。"))
        {
            Unit = "a year",
            Low = -0.1,
            High = 1,
        },
        new("maturity", TermType.Date, new("The day of the last payments.", "最后付款日。")),
        new(
            "fixedFrequency",
            TermType.Number,
            new("Fixed payments a year: 1, 2, 3, 4, 6 or 12.", "固定端每年付款次数：1、2、3、4、6 或 12。")
        )
        {
            IsOptional = true,
            Low = 1,
            High = 12,
            Default = 2,
        },
        new(
            "floatingFrequency",
            TermType.Number,
            new("Floating payments a year: 1, 2, 3, 4, 6 or 12.", "浮动端每年付款次数：1、2、3、4、6 或 12。")
        )
        {
            IsOptional = true,
            Low = 1,
            High = 12,
            Default = 4,
        },
    ];

    /// <inheritdoc/>
    public override IEnumerable<DateOnly> ResolutionDates(PricingTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var first = terms.Date("maturity").Year > FurthestYears ? terms.Date("maturity").AddYears(-FurthestYears) : DateOnly.MinValue;
        return SwapDates.Back(terms, "fixedFrequency", first).Concat(SwapDates.Back(terms, "floatingFrequency", first));
    }

    /// <inheritdoc/>
    public override IEnumerable<string> Check(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        foreach (var name in new[] { "fixedFrequency", "floatingFrequency" })
        {
            if (12 % terms.Number(name) != 0)
                yield return $"expected a {name} of 1, 2, 3, 4, 6 or 12, found {terms.Number(name)}";
        }

        foreach (var problem in CurveTerms.Check(terms.Factor("curve"), setting))
            yield return problem;
    }

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        return new SwapPricer(terms, setting);
    }

    private sealed class SwapPricer(PricingTerms terms, PricingSetting setting) : QLNetPricer(setting.Grid, setting.Model.RiskFreeRate)
    {
        private const double Notional = 100;

        private readonly DiscountBonds bonds = setting.Bonds(terms.Factor("curve"))!;
        private readonly SwapDates dates = new(terms, setting.AsOf);
        private readonly double sign = terms.Word("side") == "payer" ? 1 : -1;
        private readonly double rate = terms.Number("rate");

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Factor("curve")];

        // Two rows: net payments, in cash of the as-of date; the floating payment that is fixed for the current period.
        public override int StateCount => 2;

        public override DateOnly? CashFrom => dates.Maturity;

        protected override IReadOnlyList<Instrument> Build(int date, IReadOnlyList<SimpleQuote> quotes)
        {
            var today = Grid.Dates[date];
            if (today >= dates.Maturity)
                return [];
            var curve = new Handle<YieldTermStructure>(new AffineCurve(today, bonds, quotes[0]));
            var fixedLeg = dates
                .FixedPeriods.Where(p => p.End > today)
                .Select(p => (CashFlow)new SimpleCashFlow(Notional * rate * p.Years, p.End.ToQLNet()))
                .ToList();
            var floating = dates.FloatingPeriods.Where(p => p.Start > today).ToArray();
            var swap = new Swap(fixedLeg, floating.Length == 0 ? [] : Forecast(floating, curve));
            swap.setPricingEngine(new DiscountingSwapEngine(curve));
            return [swap];
        }

        protected override double Value(int date, Func<int, double> value, ReadOnlySpan<double> market, Span<double> state)
        {
            var today = Grid.Dates[date];
            Settle(date, today, market[0], state);
            var worth = (Notional + state[0]) * Cash(date);
            if (today >= dates.Maturity)
                return worth;
            var current = dates.FloatingPeriods.First(p => p.End > today);
            return worth + sign * (value(0) + state[1] * bonds.At(today, current.End).Price(market[0]));
        }

        /// <summary>Pays what is due, and fixes the floating payment of the period that begins.</summary>
        private void Settle(int date, DateOnly today, double shortRate, Span<double> state)
        {
            var due = 0.0;
            if (date > 0 && dates.FixedPeriods.FirstOrDefault(p => p.End == today) is { Years: > 0 } paid)
                due -= Notional * rate * paid.Years;
            if (date > 0 && dates.FloatingPeriods.Any(p => p.End == today))
                due += state[1];
            state[0] += sign * due / Cash(date);
            // What the simple rate of the period pays on the notional: ACT/360 cancels out.
            if (dates.FloatingPeriods.FirstOrDefault(p => p.Start == today) is { Years: > 0 } begins)
                state[1] = Notional * (1 / bonds.At(today, begins.End).Price(shortRate) - 1);
        }

        private static List<CashFlow> Forecast(IReadOnlyList<SwapPeriod> periods, Handle<YieldTermStructure> curve)
        {
            var months = Math.Max(1, (int)Math.Round(periods[^1].Years * 12));
            var schedule = new Schedule(
                [.. periods.Select(p => p.Start.ToQLNet()), periods[^1].End.ToQLNet()],
                new NullCalendar(),
                tenor: new Period(months, TimeUnit.Months),
                isRegular: [.. periods.Select(_ => true)]
            );
            var index = new IborIndex(
                "curve",
                new Period(months, TimeUnit.Months),
                0,
                new USDCurrency(),
                new NullCalendar(),
                BusinessDayConvention.Unadjusted,
                false,
                new Actual360(),
                curve
            );
            return new IborLeg(schedule, index)
                .withPaymentDayCounter(new Actual360())
                .withFixingDays(0)
                .withPaymentAdjustment(BusinessDayConvention.Unadjusted)
                .withNotionals(Notional)
                .value();
        }
    }
}
