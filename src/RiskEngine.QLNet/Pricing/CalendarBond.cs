using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// A fixed-rate bond with a calendar and a day count: QLNet says what is paid when, once; on paths that is discounted off the curve that a
/// simulated short rate implies.
/// </summary>
/// <remarks>
/// Prices are dirty and for a face of 100. Payments roll to the next business day; what is paid out is kept as cash at the risk-free rate.
/// </remarks>
public sealed class CalendarBond : PricingKind
{
    /// <inheritdoc/>
    public override string Name => "qlnet-bond";

    /// <inheritdoc/>
    public override LocalText Label => new("bond", "债券");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "A fixed-rate bond with business days and a day count (QLNet), priced off a simulated short rate; coupons are kept as cash.",
            "含营业日历与计息规则（QLNet）的固定利率债券，按模拟的短期利率定价；所收票息以现金保留。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "V(t) = sum over T_j > t of c_j P(t, T_j) e^(-spread (T_j - t)) + what was paid out by t, at the risk-free rate";

    /// <inheritdoc/>
    public override string Reference => "QLNet FixedRateBond for the payments; Duffie and Kan (1996) for P(t, T)";

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
            Words = [BondPayments.NoCalendar, "target", "united-states", "united-kingdom", "china"],
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
        return new CalendarBondPricer(terms, setting);
    }
}
