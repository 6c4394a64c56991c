using RiskEngine.Abstractions.Identity;
using RiskEngine.Abstractions.Measures;
using RiskEngine.Reporting.Document;
using RiskEngine.Results;

namespace RiskEngine.Reporting.Sections;

/// <summary>Says in a few words whether following the advice earns more or less, at more or less risk.</summary>
/// <remarks>
/// Profit is the mean profit, risk is ES 95%; both are paired effects. A change counts when it is beyond sampling error and at least one
/// percentage point of mean profit, or a tenth of the ES as held (and no less than that point). The reading guide says so too.
/// </remarks>
internal static class Comparison
{
    private const double SmallestMean = 0.01;
    private const double SmallestTailShare = 0.1;

    private enum Change
    {
        Less,
        Little,
        More,
        Unclear,
    }

    /// <summary>What counts as a change, for readers of the words.</summary>
    public static LocalText Limits { get; } =
        Sentence.Plain(
            "A change counts from {mean} percentage point of mean profit, or {tail} of the ES 95% as held.",
            "平均收益变化达 {mean} 个百分点、或 95% ES 变化达维持现状的 {tail} 才算有变化。",
            ("mean", Digits.Write(100 * SmallestMean, 0)),
            ("tail", Digits.Write(100 * SmallestTailShare, 0) + "%")
        );

    /// <summary>The predicate of a sentence whose subject is following the advice.</summary>
    public static LocalText Of(Effect effect, MeasureSet held) =>
        (Of(effect.Mean, SmallestMean), Of(effect.Es95, SmallestTail(held))) switch
        {
            (Change.Little, Change.Little) => new("changes little", "变化不大"),
            (Change.More, Change.Less) => new("earns more at less risk", "收益更高、风险更低"),
            (Change.More, Change.Little) => new("earns more at about the same risk", "收益更高、风险相近"),
            (Change.More, Change.More) => new("earns more at more risk", "收益更高、风险也更高"),
            (Change.Little, Change.Less) => new("earns about the same at less risk", "收益相近、风险更低"),
            (Change.Little, Change.More) => new("earns about the same at more risk", "收益相近、风险更高"),
            (Change.Less, Change.Less) => new("earns less at less risk", "收益更低、风险也更低"),
            (Change.Less, Change.Little) => new("earns less at about the same risk", "收益更低、风险相近"),
            (Change.Less, Change.More) => new("earns less at more risk", "收益更低、风险更高"),
            _ => new("may or may not pay, the paths are too few to tell", "利弊未明（路径数太少）"),
        };

    /// <summary>1 where following adds to ES 95%, -1 where it takes from it, 0 where it changes little or nobody can tell.</summary>
    public static int TailSign(Effect effect, MeasureSet held) =>
        Of(effect.Es95, SmallestTail(held)) switch
        {
            Change.More => 1,
            Change.Less => -1,
            _ => 0,
        };

    private static double SmallestTail(MeasureSet held) => Math.Max(SmallestMean, SmallestTailShare * Math.Abs(held.Es95.Value));

    private static Change Of(Estimate effect, double smallest)
    {
        if (!effect.IsAvailable || !effect.HasError)
            return Change.Unclear;
        if (Math.Abs(effect.Value) < smallest)
            return effect.High - effect.Low < 2 * smallest ? Change.Little : Change.Unclear;
        if (effect.Low > 0)
            return Change.More;
        return effect.High < 0 ? Change.Less : Change.Unclear;
    }
}
