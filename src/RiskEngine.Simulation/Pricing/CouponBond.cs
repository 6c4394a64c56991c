using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.Simulation.Pricing;

/// <summary>A bond with fixed coupons, priced at every date off the curve that a simulated short rate implies.</summary>
/// <remarks>
/// Prices are for a face of 100 and dirty: the whole next coupon is in them. Coupons fall every 12 / frequency months counted back from
/// maturity and are all alike, coupon / frequency. What is paid out is kept as cash at the risk-free rate, the redemption too. The curve's
/// own law prices it: who holds it earns the short rate and the spread, and no premium for the rate's risk.
/// </remarks>
public sealed class CouponBond : PricingKind
{
    /// <summary>The terms that name the curve and what is added to it.</summary>
    internal const string Curve = "curve",
        SpreadFactor = "spreadFactor";

    /// <inheritdoc/>
    public override string Name => "bond";

    /// <inheritdoc/>
    public override LocalText Label => new("bond", "债券");

    /// <inheritdoc/>
    public override LocalText Summary =>
        new(
            "A bond with fixed coupons (or none), priced off a simulated short rate; coupons are kept as cash.",
            "固定利率（或零息）债券，按模拟的短期利率定价；所收票息以现金保留。"
        );

    /// <inheritdoc/>
    public override string Equation =>
        "V(t) = sum over T_j > t of c_j P(t, T_j) e^(-(spread + S(t)) (T_j - t)) + sum over T_j <= t of c_j e^(r (t - T_j)); P(t, T) = "
        + "e^(A(t, T) - B(t, T) x(t)) of the curve's kind, S the spread factor, r the risk-free rate";

    /// <inheritdoc/>
    public override string Reference =>
        "Vasicek (1977), eq. 27; Cox, Ingersoll and Ross (1985), eq. 23; Hull and White (1990); Brigo and Mercurio (2006), section 3.3";

    /// <inheritdoc/>
    public override IReadOnlyList<TermSpec> Terms { get; } =
    [
        new(
            Curve,
            TermType.Factor,
            new(
                "The short rate whose curve discounts it: a factor of kind hull-white, ornstein-uhlenbeck, cox-ingersoll-ross or fixed.",
                "用于贴现的短期利率因子：hull-white、ornstein-uhlenbeck、cox-ingersoll-ross 或 fixed。"
            )
        ),
        new("maturity", TermType.Date, new("The day of redemption.", "到期日。")),
        new("coupon", TermType.Number, new("Coupon rate on the face.", "票面利率。"))
        {
            IsOptional = true,
            Unit = "a year",
            Low = 0,
            High = 1,
            Default = 0,
        },
        new("frequency", TermType.Number, new("Coupons a year: 1, 2, 3, 4, 6 or 12.", "每年付息次数：1、2、3、4、6 或 12。"))
        {
            IsOptional = true,
            Unit = "a year",
            Low = 1,
            High = 12,
            Default = 2,
        },
        new("spread", TermType.Number, new("Yield over the curve, continuously compounded.", "相对曲线的利差（连续复利）。"))
        {
            IsOptional = true,
            Unit = "a year",
            Low = -0.5,
            High = 1,
            Default = 0,
        },
        new(
            SpreadFactor,
            TermType.Factor,
            new("A factor whose value, a decimal a year, is added to the spread.", "其数值（年化小数）加到利差上的因子。")
        )
        {
            IsOptional = true,
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
        foreach (var problem in ShortRate.Check(terms.Factor(Curve), setting))
            yield return problem;
    }

    /// <inheritdoc/>
    public override Pricer Create(PricingTerms terms, PricingSetting setting)
    {
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(setting);
        return new BondPricer(terms, setting);
    }

    /// <summary>What is paid and when, from the as-of date on, for a face of 100.</summary>
    internal static IReadOnlyList<DatedValue> Payments(PricingTerms terms, DateOnly asOf)
    {
        var frequency = (int)terms.Number("frequency");
        var (coupon, maturity) = (100 * terms.Number("coupon") / frequency, terms.Date("maturity"));
        var payments = new List<DatedValue> { new(maturity, 100 + coupon) };
        for (var k = 1; coupon > 0; k++)
        {
            // From maturity each time, not from the coupon before: the 31st stays the 31st where the month has one.
            var date = maturity.AddMonths(-12 / frequency * k);
            if (date <= asOf)
                break;
            payments.Insert(0, new(date, coupon));
        }

        return payments;
    }
}
