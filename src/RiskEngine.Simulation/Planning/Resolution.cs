using RiskEngine.Abstractions.Theses;
using RiskEngine.Abstractions.Time;

namespace RiskEngine.Simulation.Planning;

/// <summary>Spells a prediction out into the single conditions that are read off paths.</summary>
internal static class Resolution
{
    public static IEnumerable<ConditionPlan> Conditions(Prediction prediction, ModelIndex index, TimeGrid grid) =>
        Conditions(prediction.Condition, grid.IndexOf(prediction.Date), index);

    /// <summary>How many single conditions there are in one.</summary>
    public static int Count(Condition condition) => condition is AllCondition all ? all.Parts.Sum(Count) : 1;

    private static IEnumerable<ConditionPlan> Conditions(Condition condition, int date, ModelIndex index) =>
        condition switch
        {
            AllCondition all => all.Parts.SelectMany(p => Conditions(p, date, index)),
            FactorCondition f => [new ConditionPlan(date, index.Factor(f.Factor), -1, f.Side, f.Level, [])],
            RatioCondition r => [new ConditionPlan(date, index.Factor(r.Numerator), index.Factor(r.Denominator), r.Side, r.Level, [])],
            ListingsCondition l =>
            [
                new ConditionPlan(
                    date,
                    -1,
                    -1,
                    Side.Above,
                    l.AtLeast,
                    [.. index.Companies.Select((c, at) => (c, at)).Where(p => p.c.Groups.Contains(l.Group)).Select(p => p.at)]
                ),
            ],
            _ => throw new ArgumentException($"Unknown condition {condition.GetType().Name}.", nameof(condition)),
        };
}
