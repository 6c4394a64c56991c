using QLNet;
using RiskEngine.Abstractions.Factors;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.QLNet.Curves;

/// <summary>
/// A default curve of hazards that are constant between dates, as QLNet's swaps see it: QLNet's own InterpolatedHazardRateCurve does not
/// start. After the last date its hazard goes on.
/// </summary>
/// <param name="asOf">The reference date.</param>
/// <param name="survival">The probabilities of no default until dates, in rising order.</param>
internal sealed class ConstantHazards(DateOnly asOf, IReadOnlyList<DatedValue> survival)
    : HazardRateStructure(asOf.ToQLNet(), null, CalendarDates.DayCount)
{
    private readonly (double Years, double Log)[] points =
    [
        (0, 0),
        .. survival.Select(p => (DayCount.Years(asOf, p.Date), Math.Log(p.Value))),
    ];

    public override Date maxDate() => Date.maxDate();

    protected override double hazardRateImpl(double t)
    {
        var (from, until) = Around(t);
        return (from.Log - until.Log) / (until.Years - from.Years);
    }

    protected override double survivalProbabilityImpl(double t) =>
        Math.Exp(Around(t).From.Log - hazardRateImpl(t) * (t - Around(t).From.Years));

    private ((double Years, double Log) From, (double Years, double Log) Until) Around(double t)
    {
        var until = Math.Min(Array.FindIndex(points, 1, p => p.Years >= t) is var at and > 0 ? at : points.Length - 1, points.Length - 1);
        return (points[until - 1], points[until]);
    }
}
