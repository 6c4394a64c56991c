using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;
using Instrument = QLNet.Instrument;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// A fixed-rate bond with a calendar and a day count, discounted by QLNet off the curve that a simulated short rate implies.
/// </summary>
/// <remarks>
/// Prices are dirty and for a face of 100. Payments roll to the next business day; what is paid out is kept as cash at the risk-free rate.
/// </remarks>
public sealed class CalendarBond : PricingKind
{
    private const string None = "none";

    /// <inheritdoc/>
    public override string Name => "qlnet-bond";

    /// <inheritdoc/>
    public override LocalText Label => new("bond", "债券");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "A fixed-rate bond with business days and a day count, priced off a simulated short rate (QLNet); coupons are kept as cash.",
            "含营业日历与计息规则的固定利率债券，按模拟的短期利率（QLNet）定价；所收票息以现金保留。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "V(t) = sum over T_j > t of c_j P(t, T_j) e^(-spread (T_j - t)) + what was paid out by t, at the risk-free rate";

    /// <inheritdoc/>
    public override string Reference => "QLNet FixedRateBond, DiscountingBondEngine";

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        CurveTerms.Spec,
        new("maturity", TermType.Date, new("The day of redemption.", "到期日。")),
        new("coupon", TermType.Number, new("Coupon rate on the face.", "票面利率。"))
        {
            Unit = "a year",
            Low = 0,
            High = 1,
        },
        new("frequency", TermType.Number, new("Coupons a year: 1, 2, 3, 4, 6 or 12.", "每年付息次数：1、2、3、4、6 或 12。"))
        {
            IsOptional = true,
            Low = 1,
            High = 12,
            Default = 2,
        },
        new("calendar", TermType.Word, new("Business days.", "营业日历。"))
        {
            Words = [None, "target", "united-states", "united-kingdom", "china"],
            IsOptional = true,
        },
        new("dayCount", TermType.Word, new("How coupons accrue.", "计息规则。"))
        {
            Words = ["30-360", "actual-actual", "actual-365", "actual-360"],
            IsOptional = true,
        },
        new("spread", TermType.Number, new("Yield over the curve, continuously compounded.", "相对曲线的利差（连续复利）。"))
        {
            IsOptional = true,
            Unit = "a year",
            Low = -0.5,
            High = 1,
            Default = 0,
        },
    ];

    /// <inheritdoc/>
    public override IEnumerable<string> Check(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        var frequency = terms.Number("frequency");
        if (12 % frequency != 0)
            yield return $"expected a frequency of 1, 2, 3, 4, 6 or 12, found {frequency}";
        foreach (var problem in CurveTerms.Check(terms.Factor("curve"), setting))
            yield return problem;
    }

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        return new BondPricer(terms, setting);
    }

    private static Calendar CalendarOf(string word) =>
        word switch
        {
            "target" => new TARGET(),
            "united-states" => new UnitedStates(UnitedStates.Market.GovernmentBond),
            "united-kingdom" => new UnitedKingdom(),
            "china" => new China(),
            _ => new NullCalendar(),
        };

    private static DayCounter DayCountOf(string word, Schedule schedule) =>
        word switch
        {
            "actual-actual" => new ActualActual(ActualActual.Convention.ISMA, schedule),
            "actual-365" => new Actual365Fixed(),
            "actual-360" => new Actual360(),
            _ => new Thirty360(Thirty360.Thirty360Convention.BondBasis),
        };

    private sealed class BondPricer(PricingTerms terms, PricingSetting setting) : QLNetPricer(setting.Grid, setting.Model.RiskFreeRate)
    {
        private readonly DateOnly maturity = terms.Date("maturity");
        private readonly DiscountBonds bonds = setting.Bonds(terms.Factor("curve"))!;

        // What has been paid out since the as-of date, in cash of that date, by grid date: the same on all paths.
        private readonly double[] paid = ValuationDate.On(setting.AsOf, () => Paid(terms, setting));

        public override IReadOnlyList<Id<RiskFactor>> Factors { get; } = [terms.Factor("curve")];

        public override DateOnly? CashFrom => maturity;

        protected override IReadOnlyList<Instrument> Build(int date, IReadOnlyList<SimpleQuote> quotes)
        {
            var bond = Bond(terms, setting.AsOf);
            var today = Grid.Dates[date];
            if (bond.cashflows()[^1].date() <= today.ToQLNet())
                return [];
            bond.setPricingEngine(
                new DiscountingBondEngine(new Handle<YieldTermStructure>(new AffineCurve(today, bonds, quotes[0], terms.Number("spread"))))
            );
            return [bond];
        }

        protected override double Value(int date, Func<int, double> value, ReadOnlySpan<double> market, Span<double> state) =>
            paid[date] * Cash(date) + (Grid.Dates[date] < maturity ? value(0) : 0);

        private static FixedRateBond Bond(PricingTerms terms, DateOnly asOf)
        {
            var (months, end) = (12 / (int)terms.Number("frequency"), terms.Date("maturity"));
            var start = end;
            for (var k = 1; start > asOf; k++)
                start = end.AddMonths(-months * k);
            var calendar = CalendarOf(terms.Word("calendar"));
            var schedule = new Schedule(
                start.ToQLNet(),
                end.ToQLNet(),
                new Period(months, TimeUnit.Months),
                calendar,
                BusinessDayConvention.Unadjusted,
                BusinessDayConvention.Unadjusted,
                DateGeneration.Rule.Backward,
                endOfMonth: false
            );
            return new FixedRateBond(
                0,
                100,
                schedule,
                [terms.Number("coupon")],
                DayCountOf(terms.Word("dayCount"), schedule),
                BusinessDayConvention.Following,
                100,
                start.ToQLNet(),
                calendar
            );
        }

        private static double[] Paid(PricingTerms terms, PricingSetting setting)
        {
            var flows = Bond(terms, setting.AsOf)
                .cashflows()
                .Select(f => (Date: f.date().ToEngine(), Amount: f.amount()))
                .Where(f => f.Date > setting.AsOf)
                .ToArray();
            return
            [
                .. setting.Grid.Dates.Select(date =>
                    flows
                        .Where(f => f.Date <= date)
                        .Sum(f => f.Amount * Math.Exp(-setting.Model.RiskFreeRate * Abstractions.Time.DayCount.Years(setting.AsOf, f.Date)))
                ),
            ];
        }
    }
}
