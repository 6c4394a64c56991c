using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;

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
            "A fixed-for-floating interest-rate swap with its notional held as cash, priced off a simulated short rate; day counts are "
                + "QLNet's.",
            "固定对浮动利率互换，名义本金以现金持有，按模拟的短期利率定价；计息规则采用 QLNet。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "V(t) = 100 e^(r t) + net payments by t, at r, + sign (floating leg - fixed leg) at t; sign 1 for the payer of the fixed rate, "
        + "-1 for its receiver";

    /// <inheritdoc/>
    public override string Reference => "Brigo and Mercurio (2006), section 1.5; QLNet Thirty360, Actual360 for the periods";

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

    private sealed class SwapPricer : Pricer
    {
        private const double Notional = 100;

        private readonly TimeGrid grid;
        private readonly double riskFreeRate;
        private readonly DiscountBonds bonds;
        private readonly SwapDates dates;
        private readonly double sign;
        private readonly double rate;

        public SwapPricer(PricingTerms terms, PricingSetting setting)
        {
            (grid, riskFreeRate) = (setting.Grid, setting.Model.RiskFreeRate);
            bonds = setting.Bonds(terms.Factor("curve"))!;
            dates = new SwapDates(terms, setting.AsOf);
            sign = terms.Word("side") == "payer" ? 1 : -1;
            rate = terms.Number("rate");
            Factors = [terms.Factor("curve")];
        }

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; }

        // Two rows: net payments, in cash of the as-of date; the floating payment that is fixed for the current period.
        public override int StateCount => 2;

        public override DateOnly? CashFrom => dates.Maturity;

        public override void Price(int date, in PricingBlock block)
        {
            var (today, cash) = (grid.Dates[date], Math.Exp(riskFreeRate * grid.Years[date]));
            var rates = block.Factor(0);
            var net = block.State(0);
            var current = block.State(1);
            Settle(date, cash, rates, net, current);
            var prices = block.Prices;
            for (var path = 0; path < prices.Length; path++)
                prices[path] = (Notional + net[path]) * cash;
            if (today >= dates.Maturity)
                return;
            AddPayments(Ahead(today), rates, prices);
            var next = bonds.At(today, dates.FloatingPeriods.First(p => p.End > today).End);
            for (var path = 0; path < prices.Length; path++)
                prices[path] += sign * current[path] * next.Price(rates[path]);
        }

        /// <summary>
        /// What is still to be paid, as amounts at days: the fixed coupons, and for the floating periods ahead their notional when the
        /// first begins, less that at maturity: a rate that is fixed off the curve which discounts it is worth as much (Brigo and Mercurio
        /// 2006, eq. 1.24).
        /// </summary>
        private List<(double Amount, AffineBond Discount)> Ahead(DateOnly today)
        {
            List<(double Amount, AffineBond Discount)> payments =
            [
                .. dates.FixedPeriods.Where(p => p.End > today).Select(p => (-sign * Notional * rate * p.Years, bonds.At(today, p.End))),
            ];
            if (dates.FloatingPeriods.FirstOrDefault(p => p.Start > today) is { Years: > 0 } first)
                payments.AddRange([(sign * Notional, bonds.At(today, first.Start)), (-sign * Notional, bonds.At(today, dates.Maturity))]);
            return payments;
        }

        private static void AddPayments(
            List<(double Amount, AffineBond Discount)> payments,
            ReadOnlySpan<double> rates,
            Span<double> prices
        )
        {
            foreach (var (amount, discount) in payments)
            {
                for (var path = 0; path < prices.Length; path++)
                    prices[path] += amount * discount.Price(rates[path]);
            }
        }

        /// <summary>Pays what is due, and fixes the floating payment of the period that begins.</summary>
        private void Settle(int date, double cash, ReadOnlySpan<double> rates, Span<double> net, Span<double> current)
        {
            var today = grid.Dates[date];
            var coupon = date > 0 ? Notional * rate * dates.FixedPeriods.FirstOrDefault(p => p.End == today).Years : 0;
            var isFloatingDue = date > 0 && dates.FloatingPeriods.Any(p => p.End == today);
            for (var path = 0; path < net.Length; path++)
                net[path] += sign * ((isFloatingDue ? current[path] : 0) - coupon) / cash;
            if (dates.FloatingPeriods.FirstOrDefault(p => p.Start == today) is not { Years: > 0 } begins)
                return;
            // What the simple rate of the period pays on the notional: ACT/360 cancels out.
            var discount = bonds.At(today, begins.End);
            for (var path = 0; path < current.Length; path++)
                current[path] = Notional * (1 / discount.Price(rates[path]) - 1);
        }
    }
}
