using RiskEngine.Abstractions.Market;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Abstractions.Theses;
using RiskEngine.Analysis.Probabilities;
using RiskEngine.Results;
using RiskEngine.Simulation.Planning;

namespace RiskEngine.Measuring.Attribution;

/// <summary>Judges predictions on every date on which the first paths' factors were kept, and on their own date on all paths.</summary>
internal static class PredictionTimingMeasuring
{
    public static IReadOnlyList<PredictionTiming> Of(BaseColumns columns, IReadOnlyList<PredictionResult> predictions) =>
        [
            .. predictions.Select(p =>
            {
                var grid = columns.Planner.Grid;
                var own = grid.IndexOf(p.Prediction.Date);
                var early = Enumerable.Range(0, columns.Outcomes.FanDates.Count).Where(d => columns.Outcomes.FanDates[d] < own).ToArray();
                return new PredictionTiming(
                    p.Thesis,
                    p.Prediction,
                    [.. early.Select(d => grid.Dates[columns.Outcomes.FanDates[d]]), p.Prediction.Date],
                    [.. early.Select(d => On(columns, p.Prediction.Condition, d)), p.Probability]
                );
            }),
        ];

    private static Estimate On(BaseColumns columns, Condition condition, int fanDate)
    {
        var holds = Holds(columns, condition, fanDate);
        return Proportion.Of(holds.Count(h => h), holds.Length);
    }

    private static bool[] Holds(BaseColumns columns, Condition condition, int fanDate)
    {
        float[] Values(Abstractions.Identity.Id<Abstractions.Factors.RiskFactor> id) =>
            columns.Outcomes.FactorFans[columns.Model.Factors.Select(f => f.Id).ToList().IndexOf(id), fanDate];
        switch (condition)
        {
            case FactorCondition f:
                return Array.ConvertAll(Values(f.Factor), v => f.Side == Side.Above ? v > f.Level : v < f.Level);
            case RatioCondition r:
                return
                [
                    .. Values(r.Numerator)
                        .Zip(Values(r.Denominator), (a, b) => r.Side == Side.Above ? (double)a / b > r.Level : (double)a / b < r.Level),
                ];
            case ListingsCondition l:
                return Listed(columns, l, columns.Outcomes.FanDates[fanDate]);
            case AllCondition all:
                var parts = all.Parts.Select(p => Holds(columns, p, fanDate)).ToArray();
                return [.. Enumerable.Range(0, parts[0].Length).Select(k => Array.TrueForAll(parts, p => p[k]))];
            default:
                throw new ArgumentException($"Expected a known kind of condition, found {condition.GetType().Name}.", nameof(condition));
        }
    }

    private static bool[] Listed(BaseColumns columns, ListingsCondition condition, int date)
    {
        var outcomes = columns.Outcomes;
        var members = columns
            .Model.Instruments.Where(i => i.Kind == InstrumentKind.Private)
            .Select((i, at) => (i.Groups, at))
            .Where(c => c.Groups.Contains(condition.Group))
            .ToArray();
        return
        [
            .. Enumerable
                .Range(0, outcomes.FanPaths)
                .Select(k =>
                    members.Count(c =>
                        outcomes.CompanyStates[c.at][k] == CompanyState.Listed
                        && outcomes.ExitDates[c.at][k] is var exit
                        && exit > 0
                        && exit <= date
                    ) >= condition.AtLeast
                ),
        ];
    }
}
