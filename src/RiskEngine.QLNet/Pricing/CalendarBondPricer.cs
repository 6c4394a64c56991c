using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Pricing;

/// <summary>
/// Discounts a bond's payments, path by path, off the curve that the short rate implies: a sum of exponentials, without QLNet.
/// </summary>
internal sealed class CalendarBondPricer : Pricer
{
    // By grid date: what was paid out, as cash of that date, and what is still to come.
    private readonly double[] cash;
    private readonly (double Amount, AffineBond Discount)[][] ahead;

    /// <summary>Asks QLNet for the payments.</summary>
    public CalendarBondPricer(PricingTerms terms, PricingSetting setting)
    {
        var (curve, spread, dates) = (terms.Factor("curve"), terms.Number("spread"), setting.Grid.Dates);
        var (bonds, payments) = (setting.Bonds(curve)!, BondPayments.After(setting.AsOf, terms));
        Factors = [curve];
        CashFrom = payments[^1].Date;
        cash =
        [
            .. dates.Select(date =>
                payments
                    .Where(payment => payment.Date <= date)
                    .Sum(payment => payment.Amount * Math.Exp(setting.Model.RiskFreeRate * DayCount.Years(payment.Date, date)))
            ),
        ];
        ahead =
        [
            .. dates.Select(date =>
                payments
                    .Where(payment => payment.Date > date)
                    .Select(payment => (payment.Amount, Spread(bonds.At(date, payment.Date), spread * DayCount.Years(date, payment.Date))))
                    .ToArray()
            ),
        ];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Id<RiskFactor>> Factors { get; }

    /// <inheritdoc/>
    public override DateOnly? CashFrom { get; }

    /// <inheritdoc/>
    public override void Price(int date, in PricingBlock block)
    {
        var rates = block.Factor(0);
        var prices = block.Prices;
        prices.Fill(cash[date]);
        foreach (var (amount, discount) in ahead[date])
        {
            for (var path = 0; path < prices.Length; path++)
                prices[path] += amount * discount.Price(rates[path]);
        }
    }

    private static AffineBond Spread(AffineBond bond, double logarithm) => bond with { Log = bond.Log - logarithm };
}
