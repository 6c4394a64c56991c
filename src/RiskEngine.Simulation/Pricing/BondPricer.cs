using System.Numerics.Tensors;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Pricing;
using RiskEngine.Abstractions.Time;
using RiskEngine.Numerics.Kernels;

namespace RiskEngine.Simulation.Pricing;

/// <summary>Prices a <see cref="CouponBond"/>: all that does not depend on the path is worked out once.</summary>
internal sealed class BondPricer : Pricer
{
    private readonly Payment[][] ahead; // by date
    private readonly double[] cash; // by date

    public BondPricer(PricingTerms terms, PricingSetting setting)
    {
        var curve = terms.Factor(CouponBond.Curve);
        Factors = terms.Factors.TryGetValue(CouponBond.SpreadFactor, out var added) ? [curve, added] : [curve];
        CashFrom = terms.Date("maturity");
        var bonds =
            setting.Bonds(curve) ?? throw new ArgumentException($"Expected a curve that is a short rate, found '{curve}'.", nameof(terms));
        var payments = CouponBond.Payments(terms, setting.AsOf);
        var spread = terms.Number("spread");
        ahead =
        [
            .. setting.Grid.Dates.Select(date =>
                payments
                    .Where(p => p.Date > date)
                    .Select(p =>
                    {
                        var (bond, years) = (bonds.At(date, p.Date), DayCount.Years(date, p.Date));
                        return new Payment(Math.Log(p.Value) + bond.Log - spread * years, bond.Slope, years);
                    })
                    .ToArray()
            ),
        ];
        cash =
        [
            .. setting.Grid.Dates.Select(date =>
                payments.Where(p => p.Date <= date).Sum(p => p.Value * Math.Exp(setting.Model.RiskFreeRate * DayCount.Years(p.Date, date)))
            ),
        ];
    }

    public override IReadOnlyList<Id<RiskFactor>> Factors { get; }

    public override DateOnly? CashFrom { get; }

    public override void Price(int date, in PricingBlock block)
    {
        var prices = block.Prices;
        var rate = block.Factor(0);
        var added = Factors.Count > 1 ? block.Factor(1) : default;
        prices.Fill(cash[date]);
        Span<double> row = stackalloc double[Math.Min(prices.Length, 256)];
        for (var from = 0; from < prices.Length; from += row.Length)
        {
            var part = row[..Math.Min(row.Length, prices.Length - from)];
            var to = prices.Slice(from, part.Length);
            foreach (var payment in ahead[date])
            {
                TensorPrimitives.Multiply(rate.Slice(from, part.Length), -payment.Slope, part);
                if (!added.IsEmpty)
                    TensorPrimitives.MultiplyAdd(added.Slice(from, part.Length), -payment.Years, part, part);
                TensorPrimitives.Add(part, payment.Log, part);
                ExpKernel.Transform(part, part);
                TensorPrimitives.Add(to, part, to);
            }
        }
    }

    /// <summary>A payment to come is worth e^(Log - Slope x - Years S).</summary>
    private readonly record struct Payment(double Log, double Slope, double Years);
}
