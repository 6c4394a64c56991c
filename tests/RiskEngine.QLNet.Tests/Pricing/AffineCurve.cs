using QLNet;
using RiskEngine.Abstractions.Factors;

namespace RiskEngine.QLNet.Tests.Pricing;

/// <summary>The curve that a simulated short rate implies on a day, as a QLNet term structure whose one quote is the short rate.</summary>
internal sealed class AffineCurve : YieldTermStructure
{
    private readonly DateOnly today;
    private readonly DiscountBonds bonds;
    private readonly Quote shortRate;

    // The bond of each maturity is asked for on every path, and only its price differs.
    private readonly Dictionary<int, AffineBond> byDays = [];

    public AffineCurve(DateOnly today, DiscountBonds bonds, Quote shortRate)
        : base(today.ToQLNet(), new NullCalendar(), CalendarDates.DayCount)
    {
        this.today = today;
        this.bonds = bonds;
        this.shortRate = shortRate;
        shortRate.registerWith(update);
    }

    public override Date maxDate() => Date.maxDate();

    /// <summary>Times are of whole days, for dates are.</summary>
    protected override double discountImpl(double d)
    {
        var days = (int)Math.Round(d * 365);
        if (!byDays.TryGetValue(days, out var bond))
            byDays.Add(days, bond = bonds.At(today, today.AddDays(days)));
        return bond.Price(shortRate.value());
    }
}
