using QLNet;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.QLNet.Pricing;

/// <summary>The periods of a swap's two legs, counted back from maturity; the first one, from the as-of date, may be shorter.</summary>
/// <param name="terms">The swap's terms.</param>
/// <param name="asOf">The day on which it begins.</param>
internal sealed class SwapDates(PricingTerms terms, DateOnly asOf)
{
    public DateOnly Maturity { get; } = terms.Date("maturity");

    /// <summary>Years are 30/360.</summary>
    public SwapPeriod[] FixedPeriods { get; } =
        Periods(terms, "fixedFrequency", asOf, new Thirty360(Thirty360.Thirty360Convention.BondBasis));

    /// <summary>Years are ACT/360.</summary>
    public SwapPeriod[] FloatingPeriods { get; } = Periods(terms, "floatingFrequency", asOf, new Actual360());

    /// <summary>The payment days of a leg after a day, in rising order.</summary>
    public static IReadOnlyList<DateOnly> Back(PricingTerms terms, string frequency, DateOnly after)
    {
        var (maturity, months) = (terms.Date("maturity"), 12 / (int)terms.Number(frequency));
        var days = new List<DateOnly>();
        for (var (k, day) = (1, maturity); day > after; day = maturity.AddMonths(-months * k++))
            days.Insert(0, day);
        return days;
    }

    private static SwapPeriod[] Periods(PricingTerms terms, string frequency, DateOnly asOf, DayCounter dayCount)
    {
        DateOnly[] days = [asOf, .. Back(terms, frequency, asOf)];
        return
        [
            .. days.Zip(days.Skip(1), (start, end) => new SwapPeriod(start, end, dayCount.yearFraction(start.ToQLNet(), end.ToQLNet()))),
        ];
    }
}

/// <summary>One period of a leg.</summary>
/// <param name="Start">Its first day, on which a floating rate is fixed.</param>
/// <param name="End">The day of its payment.</param>
/// <param name="Years">Its length by the leg's day count.</param>
internal readonly record struct SwapPeriod(DateOnly Start, DateOnly End, double Years);
