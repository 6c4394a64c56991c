using QLNet;
using RiskEngine.Abstractions.Pricing;

namespace RiskEngine.QLNet.Pricing;

/// <summary>What a bond with a calendar and a day count pays and when, by QLNet's schedules.</summary>
internal static class BondPayments
{
    /// <summary>The word for a calendar that knows no holidays.</summary>
    public const string NoCalendar = "none";

    /// <summary>The payments after a day for a face of 100, in rising order; a day without business waits for the next one.</summary>
    public static IReadOnlyList<(DateOnly Date, double Amount)> After(DateOnly asOf, PricingTerms terms) =>
        ValuationDate.On(
            asOf,
            () =>
                Bond(asOf, terms)
                    .cashflows()
                    .Select(flow => (Date: flow.date().ToEngine(), Amount: flow.amount()))
                    .Where(flow => flow.Date > asOf)
                    .ToArray()
        );

    /// <summary>QLNet's bond, for a face of 100; the valuation date is to be set.</summary>
    public static FixedRateBond Bond(DateOnly asOf, PricingTerms terms)
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
}
